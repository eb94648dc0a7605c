import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { Audit, EvidenceFinding, Verdict, VerdictKind } from "../types.ts";
import { counted } from "../words.ts";
import { findings } from "./findings.ts";
import { verdicts } from "./verdicts.ts";

/**
 * One source's figures, whether it printed them or is quoted for them, each with its verdict, and
 * what was found about it.
 *
 * @throws RangeError when no claim has the source in its chain
 */
export function auditSource(ledger: Ledger, source: string, run?: Run): Audit {
	const claims = ledger.ofSource(source);
	if (claims.length === 0) throw new RangeError(`no claim has the source \`${source}\``);
	const ids = new Set(claims.map(({ id }) => id));
	const byId = verdictsById(ledger, run);
	const about = findings(ledger, run).filter((finding) => finding.claims.some((id) => ids.has(id)));
	const where = indicesByClaim(about);
	const audited = claims.map(({ id }) => ({
		claim: id,
		verdict: byId.get(id) as Verdict,
		findings: where.get(id) ?? [],
	}));
	const counts: Record<VerdictKind, number> = {
		consistent: 0,
		"arithmetic error": 0,
		"cannot check": 0,
	};
	for (const { verdict } of audited) counts[verdict.verdict]++;
	return {
		source,
		claims: audited,
		findings: about,
		counts,
		sentence: sentenceOf(audited, counts),
	};
}

function indicesByClaim(about: readonly EvidenceFinding[]): Map<string, number[]> {
	const where = new Map<string, number[]>();
	for (const [index, { claims }] of about.entries())
		for (const id of claims) where.set(id, [...(where.get(id) ?? []), index]);
	return where;
}

function sentenceOf(
	audited: Audit["claims"],
	counts: Readonly<Record<VerdictKind, number>>,
): string {
	const doubted = audited.filter((each) => each.findings.length > 0).length;
	const errors = counts["arithmetic error"];
	return (
		`${counted(audited.length, "figure")}: ${counts.consistent} hold when recomputed, ` +
		`${errors} ${errors === 1 ? "does" : "do"} not, ${counts["cannot check"]} cannot be recomputed; ` +
		(doubted === 0 ? "nothing speaks against any." : `something speaks against ${doubted}.`)
	);
}

const KNOWN = new WeakMap<Ledger, ReadonlyMap<string, Verdict>>();

function verdictsById(ledger: Ledger, run?: Run): ReadonlyMap<string, Verdict> {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const byId = new Map(verdicts(ledger, run).map((verdict) => [verdict.claim, verdict]));
	KNOWN.set(ledger, byId);
	return byId;
}
