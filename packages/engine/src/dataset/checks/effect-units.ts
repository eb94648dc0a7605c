import type { Check } from "./check.ts";

const UNIT = { cap: "t/yr", tariff: "USD/t", delay: "days" } as const;

export const effectUnits: Check = {
	rule: "The unit of an effect is the one of its kind.",
	needs: [],
	run(context) {
		for (const [index, { effect, unit }] of context.rows("measure_effects")) {
			if (unit === UNIT[effect]) continue;
			context.report("measure_effects", index, {
				column: "unit",
				what: `wrong unit for ${effect}`,
				found: unit,
				expected: UNIT[effect],
				nearest: UNIT[effect],
			});
		}
	},
};
