import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCatalog } from "../engine/catalog.ts";
import { useEvidence } from "../engine/queries.ts";
import { Attribution } from "../evidence/Attribution.tsx";
import { basisOf } from "../evidence/about.ts";
import { cellTitle } from "../evidence/cell-title.ts";
import { chainLine } from "../evidence/chain.ts";
import { besides, type Entry, entriesOf } from "../evidence/entries.ts";
import { exactFigure } from "../evidence/figure.ts";
import { Printed } from "../evidence/Printed.tsx";
import { Recomputed } from "../evidence/Recomputed.tsx";
import { Uses } from "../evidence/Uses.tsx";
import { VerdictMark } from "../evidence/VerdictMark.tsx";
import {
	CONFIDENCE_WORDS,
	FINDING_WORDS,
	FORM_WORDS,
	KIND_WORDS,
	ROLE_WORDS,
	STANDING_WORDS,
} from "../evidence/words.ts";
import { day } from "../lib/date.ts";
import type { View } from "../scenario/view.ts";
import { Fact, Facts } from "./Facts.tsx";
import { CardHead, CardPart, Missing, Open } from "./Inspector.tsx";

/** A claim: what was printed, who says so, whether it holds, who disagrees, what the model makes of it. */
export function ClaimCard({ id }: { readonly id: string }) {
	const catalog = useCatalog();
	const { data: evidence, error } = useEvidence();
	const entry = useMemo(
		() => entriesOf(catalog, evidence).find(({ claim }) => claim.id === id),
		[catalog, evidence, id],
	);
	if (!entry) return <Missing what={id} />;
	const { claim, title, kind } = entry;
	return (
		<>
			<CardHead
				kind={`Claim · ${KIND_WORDS[kind].toLowerCase()}`}
				title={<Printed claim={claim} />}
			>
				<p>{title}</p>
			</CardHead>
			<TheFigure entry={entry} />
			<CardPart title="Who says so">
				<Attribution sourceIds={claim.source_ids} />
				{claim.place && (
					<p className="small">
						<span className="quiet">Stands at </span>
						{claim.place}
					</p>
				)}
				<p className="small">
					<AuditLink source={claim.source_ids[0] ?? ""} />
				</p>
			</CardPart>
			<Editions entry={entry} />
			<CardPart title="Does it hold?">
				{error && <p>The claims could not be checked: {error.message}</p>}
				{!error && <VerdictPart entry={entry} />}
			</CardPart>
			{evidence && <Rivals id={id} />}
			<Roles id={id} entry={entry} />
		</>
	);
}

function TheFigure({
	entry: { claim, figure, asOf, published, standing },
}: {
	readonly entry: Entry;
}) {
	const catalog = useCatalog();
	return (
		<CardPart title="The figure">
			<Facts>
				<Fact name="Read as" exact={exactFigure(claim, catalog.units)}>
					{figure}
				</Fact>
				<Fact name="Form">
					{FORM_WORDS[claim.form]}
					{claim.qualifier && ` (“${claim.qualifier}”)`}
				</Fact>
				{(claim.basis_id || catalog.attributes.get(claim.attribute_id)?.needs_basis) && (
					<Fact name="Basis">{basisOf(catalog, claim.basis_id)}</Fact>
				)}
				<Fact name="As of">{asOf}</Fact>
				<Fact name="Published">{published && day(published)}</Fact>
				<Fact name="Confidence">{CONFIDENCE_WORDS[claim.confidence] ?? claim.confidence}</Fact>
				{standing !== "counts" && <Fact name="Standing">{STANDING_WORDS[standing]}</Fact>}
				{claim.note && <Fact name="Note">{claim.note}</Fact>}
			</Facts>
		</CardPart>
	);
}

function AuditLink({ source }: { readonly source: string }) {
	return (
		<Link
			to="/evidence"
			search={(view: Partial<View>) => ({ ...view, show: "audit", source, facets: "" })}
		>
			Audit all figures of this source
		</Link>
	);
}

/** The same figure in earlier and later editions, oldest first. */
function Editions({ entry }: { readonly entry: Entry }) {
	const { claims, tables, sources } = useCatalog();
	const editions = [entry.claim];
	const seen = new Set([entry.claim.id]);
	for (let at = entry.claim.revises_id; at && !seen.has(at); ) {
		const earlier = claims.get(at);
		if (!earlier) break;
		seen.add(at);
		editions.unshift(earlier);
		at = earlier.revises_id;
	}
	for (let at: string | undefined = entry.claim.id; at; ) {
		const later = tables.claims.find(({ revises_id }) => revises_id === at);
		if (!later || seen.has(later.id)) break;
		seen.add(later.id);
		editions.push(later);
		at = later.id;
	}
	if (editions.length === 1) return null;
	return (
		<CardPart title="Editions">
			<ul className="card-list">
				{editions.map((claim, i) => {
					const source = sources.get(claim.source_ids[0] ?? "");
					const figure = <Printed claim={claim} />;
					return (
						<li key={claim.id}>
							<span>
								{claim.id === entry.claim.id ? (
									<b>{figure}</b>
								) : (
									<Open what={`claim:${claim.id}`}>{figure}</Open>
								)}
								<span className="quiet small"> {source?.publisher}</span>
							</span>
							<span className="quiet small">
								{day(claim.published ?? source?.published)}
								{i === editions.length - 1 ? ", current" : ", revised"}
							</span>
						</li>
					);
				})}
			</ul>
		</CardPart>
	);
}

function VerdictPart({ entry: { verdict, findings } }: { readonly entry: Entry }) {
	return (
		<div className="claim-verdict">
			<p>
				<VerdictMark verdict={verdict?.verdict ?? null} />
			</p>
			{verdict && <Recomputed verdict={verdict} />}
			{besides(verdict, findings).map(({ kind, sentence }) => (
				<p key={`${kind}${sentence}`} className="small">
					<b>{FINDING_WORDS[kind]}.</b> {sentence}
				</p>
			))}
		</div>
	);
}

const RIVALS_SHOWN = 8;

/** What others say of the same quantity. */
function Rivals({ id }: { readonly id: string }) {
	const { data: evidence } = useEvidence();
	const catalog = useCatalog();
	const conflict = evidence?.conflicts.find(({ values }) => values.some((v) => v.claim === id));
	if (!conflict)
		return (
			<CardPart title="Who disagrees">
				<p className="quiet">Nobody in this package gives another figure for the same quantity.</p>
			</CardPart>
		);
	const others = conflict.values.filter(({ claim }) => claim !== id);
	return (
		<CardPart title="Who disagrees">
			<p>{conflict.sentence}</p>
			<ul className="card-list">
				{others.slice(0, RIVALS_SHOWN).map(({ claim, echo, superseded }) => {
					const row = catalog.claims.get(claim);
					return (
						row && (
							<li key={claim} className="rival-line">
								<Open what={`claim:${claim}`}>
									<Printed claim={row} />
								</Open>
								<span className="quiet small">
									{chainLine(catalog, row)}
									{echo && ", repeats another"}
									{superseded && ", revised since"}
								</span>
							</li>
						)
					);
				})}
			</ul>
			<p className="small">
				<Link
					to="/evidence"
					search={(view: Partial<View>) => ({
						...view,
						show: "conflicts",
						quantity: conflict.quantity,
						find: "",
					})}
				>
					See the rival figures on one axis
				</Link>
			</p>
		</CardPart>
	);
}

/** What the claim did in each number of the model that was resolved from its quantity. */
function Roles({ id, entry }: { readonly id: string; readonly entry: Entry }) {
	const { data: evidence } = useEvidence();
	const catalog = useCatalog();
	const told = (evidence?.resolutions ?? []).flatMap(({ id: number, cell, roles }) =>
		roles.filter(({ claim }) => claim === id).map((role) => ({ number, cell, ...role })),
	);
	return (
		<CardPart title="In the model">
			{told.length === 0 && entry.uses.length === 0 && (
				<p className="quiet">No number of the model is resolved from it.</p>
			)}
			{told.length === 0 && <Uses cells={entry.uses} />}
			<ul className="card-list roles">
				{told.map(({ number, cell, role, why }) => (
					<li key={number}>
						<span>
							<Open what={`number:${number}`}>{cellTitle(catalog, cell)}</Open>
							<span className="small">
								{" "}
								<b>{ROLE_WORDS[role]}.</b> {why}
							</span>
						</span>
					</li>
				))}
			</ul>
		</CardPart>
	);
}
