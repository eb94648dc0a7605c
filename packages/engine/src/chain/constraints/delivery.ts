/**
 * Delivery of demand d in period t (one row per demand and period, t):
 *
 *     deliver[d,t] + short[d,t]  =  D[d]·h_t
 *
 * Shortage is a quantity of its own, never a negative flow. Without shortage allowed the upper
 * bound of `short` is 0.
 *
 * Dual (USD/t): rise of the objective per extra tonne demanded: the scarcity price of the
 * product where it is delivered, the sector's penalty where it is short.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { periodLabel, tonnes } from "./words.ts";

export function addDelivery(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns } = layout;
	const member = (k: number) => network.demands[Math.floor(k / periods)];
	const row = builder.rows({
		family: "delivery",
		count: network.demands.length * periods,
		unit: "t",
		labelOf: (k) => `${member(k)?.id},${periodLabel(network, k % periods)}`,
		describe: (k) => {
			const demand = member(k);
			const wanted = tonnes(demand?.quantity[k % periods] ?? 0);
			return `${demand?.sector} in ${demand?.region} wants ${wanted} of ${demand?.material} in ${periodLabel(network, k % periods)}`;
		},
	});
	for (const [d, { quantity }] of network.demands.entries())
		for (let t = 0; t < periods; t++) {
			const k = d * periods + t;
			builder.entry(row + k, columns.deliver + k, 1);
			builder.entry(row + k, columns.short + k, 1);
			builder.rowBounds(row + k, quantity[t] as number, quantity[t] as number);
		}
}

export function deliveryNonzeros(network: Network, layout: Layout): number {
	return 2 * network.demands.length * layout.periods;
}
