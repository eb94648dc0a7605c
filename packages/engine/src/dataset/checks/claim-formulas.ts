import type { Check, Context } from "./check.ts";

/** Words of a formula, with the bracket that makes one a function. */
const WORDS = /(?<![\w.])[A-Za-z_]\w*(?:\s*\()?/g;
/** Ids that a formula can name. */
const NAMEABLE = /^[a-z]\w*$/;

export const claimFormulas: Check = {
	rule: "The formula of a claim names other claims that exist; ids of claims and attributes are letters, digits and _, so that a formula can name them.",
	needs: [],
	run(context) {
		checkIds(context, "claims");
		checkIds(context, "attributes");
		const ids = new Set<string>();
		for (const [, { id }] of context.rows("claims")) ids.add(id);
		for (const [index, { id, formula }] of context.rows("claims")) {
			if (formula === null) continue;
			for (const name of new Set(formula.match(WORDS))) {
				if (name.endsWith("(") || (ids.has(name) && name !== id)) continue;
				context.report("claims", index, {
					column: "formula",
					what: name === id ? "formula names its own claim" : "formula names an unknown claim",
					found: name,
					expected: "ids of other claims",
					nearest: () => (name === id ? null : context.nearest.find(name, ids)),
				});
			}
		}
	},
};

function checkIds(context: Context, table: "claims" | "attributes"): void {
	for (const [index, { id }] of context.rows(table)) {
		if (NAMEABLE.test(id)) continue;
		const plain = id.replaceAll(/\W/g, "_");
		context.report(table, index, {
			column: "id",
			what: "id that a formula cannot name",
			found: id,
			expected: "a letter, then letters, digits and _",
			nearest: NAMEABLE.test(plain) ? plain : null,
		});
	}
}
