/**
 * Shortage of tier n over the whole horizon (one row per tier, t of product):
 *
 *     Σ_{d in n} Σ_t short[d,t]  ≤  S*_n      (open while the tier is being minimised)
 *
 * S*_n is the least shortage of the tier with all earlier tiers held at theirs, plus 1e-6.
 *
 * Dual ≤ 0 of the cost solve (USD/t): minus it is what the priority of the tier costs per
 * tonne, beyond the penalties: 0 where the penalties alone would keep the same order.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";

export function addTier(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns } = layout;
	const row = builder.rows({
		family: "tier",
		count: network.tiers.length,
		unit: "t",
		labelOf: (k) => `${network.tiers[k]}`,
		describe: (k) => `shortage of tier ${network.tiers[k]} stays at its least`,
	});
	for (const [d, { tier }] of network.demands.entries()) {
		const k = network.tiers.indexOf(tier);
		for (let t = 0; t < periods; t++) builder.entry(row + k, columns.short + d * periods + t, 1);
	}
}

export function tierNonzeros(network: Network, layout: Layout): number {
	return network.demands.length * layout.periods;
}
