import type { Check } from "./check.ts";

export const lanesLeadElsewhere: Check = {
	rule: "A lane leads to another region, and its cargo is one thing.",
	needs: [],
	run(context) {
		for (const [index, { from_region_id, to_region_id }] of context.rows("lanes")) {
			if (from_region_id !== to_region_id) continue;
			context.report("lanes", index, {
				column: "to_region_id",
				what: "lane leads to where it starts",
				found: to_region_id,
				expected: `a region other than ${from_region_id}`,
			});
		}
		const classes = new Set<string>();
		for (const [, { freight_class }] of context.rows("materials")) classes.add(freight_class);
		for (const [index, { id }] of context.rows("materials")) {
			if (!classes.has(id)) continue;
			context.report("materials", index, {
				column: "id",
				what: "id is also a freight class, so a cargo could mean either",
				found: id,
				expected: "different names for materials and freight classes",
			});
		}
	},
};
