/**
 * Storage of material m in region r at the end of period t (one row per store and period, t):
 *
 *     stock[m,r,t] + stock[m,r,compliant,t]  ≤  storage[m,r,t]
 *
 * Dual ≤ 0 (USD/t): minus it is the value of room for one more tonne.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { periodLabel, tonnes } from "./words.ts";

export function addStorage(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns, storeOf } = layout;
	const store = (k: number) => network.stores[Math.floor(k / periods)];
	const most = (k: number) => store(k)?.storage[k % periods] ?? 0;
	const row = builder.rows({
		family: "storage",
		count: network.stores.length * periods,
		unit: "t",
		labelOf: (k) =>
			`${store(k)?.material},${store(k)?.region},${periodLabel(network, k % periods)}`,
		describe: (k) =>
			`at most ${tonnes(most(k))} of ${store(k)?.material} can be held in ${store(k)?.region}`,
	});
	for (let k = 0; k < network.stores.length * periods; k++)
		builder.rowBounds(row + k, -Infinity, most(k));
	for (const [h, s] of storeOf.entries())
		for (let t = 0; t < periods; t++)
			builder.entry(row + s * periods + t, columns.stock + h * periods + t, 1);
}

export function storageNonzeros(layout: Layout): number {
	return layout.storeNodes.length * layout.periods;
}
