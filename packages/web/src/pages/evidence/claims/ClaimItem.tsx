import { memo } from "react";
import { useCatalog } from "../../../engine/catalog.ts";
import { basisOf } from "../../../evidence/about.ts";
import { besides, type Entry } from "../../../evidence/entries.ts";
import { exactFigure } from "../../../evidence/figure.ts";
import { Printed } from "../../../evidence/Printed.tsx";
import { UsesLine } from "../../../evidence/Uses.tsx";
import { VerdictMark } from "../../../evidence/VerdictMark.tsx";
import { CONFIDENCE_WORDS, FINDING_WORDS, STANDING_WORDS } from "../../../evidence/words.ts";
import { Open } from "../../../inspect/Inspector.tsx";
import { day } from "../../../lib/date.ts";

interface Props {
	readonly entry: Entry;
	readonly selected: boolean;
}

/** A claim: the figure as printed first, then what it is about and who says so. */
export const ClaimItem = memo(function ClaimItem({ entry, selected }: Props) {
	const catalog = useCatalog();
	const { claim, title, figure, asOf, published, chain, revisedBy, standing, verdict } = entry;
	const basis = basisOf(catalog, claim.basis_id);
	return (
		<li
			className="claim"
			data-standing={standing}
			data-selected={selected || undefined}
			data-weak={isWeak(claim.confidence) || undefined}
		>
			<p className="claim-printed">
				<Printed claim={claim} />
			</p>
			<div className="claim-body">
				<h3>
					<Open what={`claim:${claim.id}`}>{title}</Open>
				</h3>
				<p title={exactFigure(claim, catalog.units)}>
					{figure}
					{basis && <span className="quiet"> · {basis}</span>}
				</p>
				<p className="small">
					<span className="quiet">{asOf ? "As of " : "Period "}</span>
					{asOf ?? "not stated"}
					<span className="quiet"> · published </span>
					{day(published)}
					<span className="quiet"> · confidence </span>
					{(CONFIDENCE_WORDS[claim.confidence] ?? claim.confidence).toLowerCase()}
				</p>
				<p className="small claim-chain">{chain}</p>
				{standing !== "counts" && (
					<p className="small claim-standing">
						{STANDING_WORDS[standing]}
						{revisedBy && (
							<>
								{": "}
								<Open what={`claim:${revisedBy}`}>
									<Edition id={revisedBy} />
								</Open>
							</>
						)}
					</p>
				)}
				{claim.revises_id && (
					<p className="small">
						<span className="quiet">Revises </span>
						<Open what={`claim:${claim.revises_id}`}>
							<Edition id={claim.revises_id} />
						</Open>
					</p>
				)}
				<div className="claim-foot small">
					<VerdictMark verdict={verdict?.verdict ?? null} />
					<UsesLine cells={entry.uses} />
				</div>
				{verdict?.verdict === "arithmetic error" && (
					<p className="small claim-finding">{verdict.sentence}</p>
				)}
				{besides(verdict, entry.findings)
					.slice(0, 2)
					.map(({ kind, sentence }) => (
						<p key={sentence} className="small claim-finding">
							<b>{FINDING_WORDS[kind]}.</b> {sentence}
						</p>
					))}
			</div>
		</li>
	);
});

/** Another edition's figure, in one line. */
function Edition({ id }: { readonly id: string }) {
	const { claims, sources } = useCatalog();
	const claim = claims.get(id);
	if (!claim) return id;
	const date = claim.published ?? sources.get(claim.source_ids[0] ?? "")?.published ?? null;
	return (
		<>
			<Printed claim={claim} />, {day(date)}
		</>
	);
}

function isWeak(confidence: string): boolean {
	return confidence !== "high" && confidence !== "medium";
}
