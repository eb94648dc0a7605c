/**
 * Every claim with what the page needs to show, search and count it. Built once per package and
 * again when the checks are in; searching then only reads.
 */
import type { CellRef, EvidenceFinding, Verdict } from "@lodegrid/engine/evidence";
import { type Catalog, nameOf, type RowOf } from "../engine/catalog.ts";
import type { Evidence } from "../engine/protocol.ts";
import { asOfOf, titleOf } from "./about.ts";
import { chainLine, publishedOf } from "./chain.ts";
import { figureOf } from "./figure.ts";
import type { Standing } from "./words.ts";

export interface Entry {
	readonly claim: RowOf<"claims">;
	readonly title: string;
	readonly figure: string;
	readonly asOf: string | null;
	readonly published: string | null;
	/** Who says so, in one line. */
	readonly chain: string;
	readonly kind: RowOf<"subjects">["kind"];
	/** Claim of a later edition. */
	readonly revisedBy: string | null;
	readonly standing: Standing;
	/** Null while the checks run. */
	readonly verdict: Verdict | null;
	/** That doubt this claim. */
	readonly findings: readonly EvidenceFinding[];
	/** Numbers of the model that rest on it. */
	readonly uses: readonly CellRef[];
	/** Lower case, what is searched. */
	readonly text: string;
}

export function entriesOf(catalog: Catalog, evidence: Evidence | undefined): Entry[] {
	const { claims } = catalog.tables;
	const revisedBy = new Map(
		claims.flatMap(({ id, revises_id }) => (revises_id ? [[revises_id, id] as const] : [])),
	);
	const verdicts = worst(evidence?.verdicts ?? []);
	const findings = new Map<string, EvidenceFinding[]>();
	for (const finding of evidence?.findings ?? [])
		for (const id of finding.claims) {
			const known = findings.get(id);
			if (known) known.push(finding);
			else findings.set(id, [finding]);
		}
	return claims.map((claim) => {
		const subject = catalog.subjects.get(claim.subject_id);
		const title = titleOf(catalog, claim);
		const chain = chainLine(catalog, claim);
		const titles = claim.source_ids.map((id) => catalog.sources.get(id)?.title ?? id);
		return {
			claim,
			title,
			figure: figureOf(claim, catalog.units),
			asOf: asOfOf(claim),
			published: publishedOf(catalog, claim),
			chain,
			kind: subject?.kind ?? "other",
			revisedBy: revisedBy.get(claim.id) ?? null,
			standing: standingOf(claim, revisedBy.has(claim.id)),
			verdict: verdicts.get(claim.id) ?? null,
			findings: findings.get(claim.id) ?? [],
			uses: evidence?.uses[claim.id] ?? [],
			text: [
				title,
				subject?.aliases,
				claim.basis_id && nameOf(catalog.bases, claim.basis_id),
				claim.printed,
				claim.qualifier,
				claim.note,
				chain,
				...titles,
				claim.id,
			]
				.filter(Boolean)
				.join("\n")
				.toLowerCase(),
		};
	});
}

/** One verdict a claim: an error outweighs a figure that fits, which outweighs no check. */
function worst(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
	const found = new Map<string, Verdict>();
	for (const verdict of verdicts) {
		const known = found.get(verdict.claim);
		if (!known || WEIGHT[verdict.verdict] > WEIGHT[known.verdict])
			found.set(verdict.claim, verdict);
	}
	return found;
}

/** Findings that say more than the verdict does: an arithmetic error is both. */
export function besides(
	verdict: Verdict | null,
	findings: readonly EvidenceFinding[],
): readonly EvidenceFinding[] {
	return verdict?.verdict === "arithmetic error"
		? findings.filter(({ kind }) => kind !== "arithmetic error")
		: findings;
}

const WEIGHT = { "arithmetic error": 2, consistent: 1, "cannot check": 0 } as const;

function standingOf(claim: RowOf<"claims">, revised: boolean): Standing {
	if (claim.standing === "excluded") return "excluded";
	if (revised) return "superseded";
	return claim.derivation === "implied" ? "implied" : "counts";
}
