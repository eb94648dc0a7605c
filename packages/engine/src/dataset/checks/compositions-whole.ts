import type { Check } from "./check.ts";

export const compositionsWhole: Check = {
	rule: "A tonne of a material contains at most a tonne of elements.",
	needs: [],
	run(context) {
		const sums = new Map<string, number>();
		for (const [index, { material_id, fraction }] of context.rows("compositions")) {
			const before = sums.get(material_id) ?? 0;
			sums.set(material_id, before + fraction);
			if (before + fraction <= 1 + 1e-9 || before > 1 + 1e-9) continue;
			const left = Number((1 - before).toFixed(9));
			context.report("compositions", index, {
				column: "fraction",
				what: `fractions of ${material_id} sum to more than 1 from this row on`,
				found: fraction,
				expected: `at most ${left} here`,
				nearest: String(left),
			});
		}
	},
};
