/**
 * Closing stock of store (m,r), T the last period (one row per store, t):
 *
 *     stock[m,r,T] + stock[m,r,compliant,T] + drawn[m,r]  ≥  initial[m,r]
 *
 * A stock that ends below where it began is charged at the latest price of the material, so that
 * stocks are drawn where nothing else serves or all else is dearer, not because they look free.
 * What ends above where it began earns nothing.
 *
 * Dual ≥ 0 (USD/t): what the last tonne of the initial stock is worth left alone.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { tonnes } from "./words.ts";

export function addClosing(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns, storeOf } = layout;
	const row = builder.rows({
		family: "closing",
		count: network.stores.length,
		unit: "t",
		labelOf: (s) => `${network.stores[s]?.material},${network.stores[s]?.region}`,
		describe: (s) =>
			`the ${tonnes(network.stores[s]?.initial ?? 0)} of ${network.stores[s]?.material} held in ${network.stores[s]?.region} are still there at the end, or drawn`,
	});
	for (const [s, { initial }] of network.stores.entries()) {
		builder.rowBounds(row + s, initial, Infinity);
		builder.entry(row + s, columns.drawn + s, 1);
	}
	for (const [h, s] of storeOf.entries())
		builder.entry(row + s, columns.stock + h * periods + periods - 1, 1);
}

export function closingNonzeros(network: Network, layout: Layout): number {
	return network.stores.length + layout.storeNodes.length;
}
