import { memo } from "react";
import { useCatalog } from "../../../engine/catalog.ts";
import { besides } from "../../../evidence/entries.ts";
import { exactFigure } from "../../../evidence/figure.ts";
import { Printed } from "../../../evidence/Printed.tsx";
import { Recomputed } from "../../../evidence/Recomputed.tsx";
import { VerdictMark } from "../../../evidence/VerdictMark.tsx";
import { FINDING_WORDS } from "../../../evidence/words.ts";
import { Open } from "../../../inspect/Inspector.tsx";
import type { AuditFigure } from "./figures.ts";

/** One figure of an audited source: where it stands, what it says, whether it holds. */
export const FigureItem = memo(function FigureItem({ figure }: { readonly figure: AuditFigure }) {
	const { entry, verdict, findings } = figure;
	const { units } = useCatalog();
	const { claim } = entry;
	const told = verdict.verdict !== "cannot check" || verdict.by !== null;
	return (
		<li className="figure" id={`figure-${claim.id}`} data-verdict={verdict.verdict} tabIndex={-1}>
			<p className="figure-place quiet small">{claim.place ?? "place not noted"}</p>
			<div className="figure-what">
				<p className="claim-printed">
					<Printed claim={claim} />
				</p>
				<p>
					<Open what={`claim:${claim.id}`}>{entry.title}</Open>
				</p>
				<p className="quiet small" title={exactFigure(claim, units)}>
					{entry.figure}
					{entry.asOf && `, as of ${entry.asOf}`}
				</p>
			</div>
			<div className="figure-verdict">
				<VerdictMark verdict={verdict.verdict} />
				{told ? (
					<Recomputed verdict={verdict} />
				) : (
					<p className="quiet small">{verdict.sentence}</p>
				)}
				{besides(verdict, findings).map(({ kind, sentence }) => (
					<p key={`${kind}${sentence}`} className="small claim-finding">
						<b>{FINDING_WORDS[kind]}.</b> {sentence}
					</p>
				))}
			</div>
		</li>
	);
});
