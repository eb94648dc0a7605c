import type { Layout } from "./constraints/layout.ts";
import type { FixedTier } from "./lexicographic.ts";

/**
 * How the least shortage of each tier moves with the right-hand side of a row, by tier.
 *
 * The dual of the row in the solve of tier n says how S*_n moves while all earlier tiers stay
 * where they are. They do not: S*_j of an earlier tier moves by its own amount, which opens or
 * tightens row j of that solve. So, with π_nj the dual of tier row j in the solve of tier n,
 *
 *     dS*_n = dual_n[row] + Σ_{j<n} π_nj · dS*_j
 *
 * A tier that needed no solve has no shortage and counts as 0: more capacity cannot lower it.
 */
export function shortageSlope(
	tiers: readonly FixedTier[],
	layout: Layout,
	row: number,
	into: Float64Array,
): void {
	for (let n = 0; n < tiers.length; n++) {
		const dual = tiers[n]?.rowDual;
		if (!dual) {
			into[n] = 0;
			continue;
		}
		let slope = dual[row] as number;
		for (let j = 0; j < n; j++)
			slope += (dual[layout.rows.tier + j] as number) * (into[j] as number);
		into[n] = Math.abs(slope) < 1e-9 ? 0 : slope;
	}
}
