import type { Check, Context } from "./check.ts";
import { compositionOf } from "./element-conservation.ts";

const MAX_SUM = 1.05;
/** Compositions are given to four figures or more. */
const RELATIVE = 0.01;
const ABSOLUTE = 1e-5;

export const oreBasketsMatch: Check = {
	rule: "The oxide shares of a basket sum to at most 1.05 and agree with the composition of its concentrate.",
	needs: ["elements", "materials", "compositions", "ore_baskets"],
	run(context) {
		const composition = compositionOf(context);
		const oxide = new Map<string, number | null>();
		for (const [, row] of context.rows("elements")) oxide.set(row.id, row.oxide_per_element);
		const sums = new Map<string, number>();
		for (const [index, row] of context.rows("ore_baskets")) {
			const sum = (sums.get(row.basket_id) ?? 0) + row.oxide_share;
			const before = sums.get(row.basket_id) ?? 0;
			sums.set(row.basket_id, sum);
			if (sum > MAX_SUM + 1e-9 && before <= MAX_SUM + 1e-9) {
				context.report("ore_baskets", index, {
					column: "oxide_share",
					what: `shares of ${row.basket_id} sum to more than ${MAX_SUM} from this row on`,
					found: row.oxide_share,
					expected: `at most ${Number((MAX_SUM - before).toFixed(6))} here`,
				});
			}
			const perElement = oxide.get(row.element_id) ?? null;
			const fraction = composition.get(row.material_id)?.get(row.element_id) ?? 0;
			if (perElement === null) continue;
			compare(context, index, row.oxide_share, fraction * perElement, row.material_id);
		}
	},
};

function compare(
	context: Context,
	index: number,
	share: number,
	contained: number,
	material: string,
): void {
	if (Math.abs(share - contained) <= ABSOLUTE + RELATIVE * share) return;
	const expected = String(Number(contained.toPrecision(4)));
	context.report("ore_baskets", index, {
		column: "oxide_share",
		what: `differs from the composition of ${material}`,
		found: share,
		expected: `${expected}, its fraction in compositions times the oxide per element`,
		nearest: expected,
	});
}
