import { parseDimension } from "../dimension.ts";
import type { Check } from "./check.ts";

export const unitDimensions: Check = {
	rule: "The dimension of a unit is a product of base dimensions.",
	needs: [],
	run(context) {
		for (const [index, { dimension }] of context.rows("units")) {
			if (parseDimension(dimension) !== null) continue;
			context.report("units", index, {
				column: "dimension",
				what: "not a product of dimensions",
				found: dimension,
				expected: "base dimensions with * and / between them, such as money_usd/mass, or 1",
			});
		}
	},
};
