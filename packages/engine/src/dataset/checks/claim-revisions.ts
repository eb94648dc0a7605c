import type { Check, TableRow } from "./check.ts";

const SAME = ["subject_id", "attribute_id", "basis_id", "scope_id"] as const;

export const claimRevisions: Check = {
	rule: "A claim revises one of the same subject, attribute, basis and scope, and no claim revises itself, not even over others.",
	needs: [],
	run(context) {
		const claims = new Map<string, TableRow<"claims">>();
		for (const [, row] of context.rows("claims")) claims.set(row.id, row);
		const earlier = (id: string) => claims.get(id)?.revises_id ?? null;
		for (const [index, claim] of context.rows("claims")) {
			if (claim.revises_id === null) continue;
			const other = claims.get(claim.revises_id);
			const differs = SAME.find((column) => other !== undefined && other[column] !== claim[column]);
			if (differs !== undefined)
				context.report("claims", index, {
					column: differs,
					what: `revises ${claim.revises_id}, which is about another ${differs.replace("_id", "")}`,
					found: claim[differs] ?? "",
					expected: other?.[differs] ?? "a blank cell",
					nearest: other?.[differs] ?? "",
				});
			const circle = circleFrom(claim.id, earlier);
			if (circle === null) continue;
			context.report("claims", index, {
				column: "revises_id",
				what: "claims revise each other in a circle",
				found: circle.join(" > "),
				expected: "a claim of an earlier edition",
			});
		}
	},
};

/** The way from a claim over those it revises back to itself; null when there is none. */
function circleFrom(id: string, earlier: (id: string) => string | null): string[] | null {
	const way = [id];
	const seen = new Set(way);
	for (let at = earlier(id); at !== null; at = earlier(at)) {
		way.push(at);
		if (at === id) return way.length > 8 ? [...way.slice(0, 7), "…", id] : way;
		if (seen.has(at)) return null;
		seen.add(at);
	}
	return null;
}
