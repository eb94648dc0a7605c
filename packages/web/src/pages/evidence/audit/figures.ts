/** The figures of one source, in the order they stand in it. */
import type { Audit } from "@lodegrid/engine/evidence";
import type { Entry } from "../../../evidence/entries.ts";

export interface AuditFigure {
	readonly entry: Entry;
	readonly verdict: Audit["claims"][number]["verdict"];
	readonly findings: Audit["findings"];
}

const NATURAL = new Intl.Collator("en", { numeric: true });

/** By place, numbers in it read as numbers; what has no place comes last, in the audit's order. */
export function figuresOf(audit: Audit, byId: ReadonlyMap<string, Entry>): AuditFigure[] {
	return audit.claims
		.flatMap(({ claim, verdict, findings }) => {
			const entry = byId.get(claim);
			return entry
				? [{ entry, verdict, findings: findings.flatMap((i) => audit.findings[i] ?? []) }]
				: [];
		})
		.toSorted((a, b) => {
			const [first, second] = [a.entry.claim.place, b.entry.claim.place];
			if (first === null || second === null)
				return Number(first === null) - Number(second === null);
			return NATURAL.compare(first, second);
		});
}
