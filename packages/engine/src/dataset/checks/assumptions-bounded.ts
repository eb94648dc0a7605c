import type { Check } from "./check.ts";

export const assumptionsBounded: Check = {
	rule: "An assumed figure has a range and a unit.",
	needs: [],
	run(context) {
		for (const [index, row] of context.rows("assumptions")) {
			if (row.value === null) continue;
			for (const column of ["low", "high", "unit"] as const) {
				if (row[column] !== null) continue;
				context.report("assumptions", index, {
					column,
					what: `assumed figure without ${column}`,
					found: "",
					expected: column === "unit" ? "the unit of the value" : "the range of the value",
				});
			}
		}
	},
};
