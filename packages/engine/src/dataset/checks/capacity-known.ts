import type { Check } from "./check.ts";

export const capacityKnown: Check = {
	rule: "Every unit has a capacity; one without runs at nothing and is a gap.",
	needs: ["lines", "capacities"],
	run(context) {
		const known = new Set<string>();
		for (const [, row] of context.rows("capacities")) known.add(row.unit_id);
		for (const [index, { unit_id }] of context.rows("lines")) {
			if (known.has(unit_id)) continue;
			known.add(unit_id);
			context.report("lines", index, {
				severity: "warning",
				column: "unit_id",
				what: "no capacity known",
				found: unit_id,
				expected: "a row of capacities; until then the unit counts as nothing",
			});
		}
	},
};
