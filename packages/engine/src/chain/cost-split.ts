import { disposalCost, pricesOf, replacementValue } from "./constraints/columns.ts";
import type { Network } from "./network.ts";
import type { Optimum } from "./optimise.ts";
import type { CostSplit } from "./types.ts";

/** What the answer costs, USD discounted to the start, by kind, from quantities and the package's own rates. */
export function splitCost({ network, layout, result }: Optimum): CostSplit {
	const { periods, columns, committed, soft } = layout;
	const { middle, end } = network.discount;
	const value = (first: number, i: number, t: number) =>
		Math.max(0, result.colValue[first + i * periods + t] as number);
	const total = (count: number, first: number, rate: (i: number, t: number) => number) => {
		let sum = 0;
		for (let i = 0; i < count; i++)
			for (let t = 0; t < periods; t++)
				sum += (middle[t] as number) * rate(i, t) * value(first, i, t);
		return sum;
	};
	const { lanes, lines, demands, stores } = network;
	const variable = total(lines.length, columns.run, (k) => lines[k]?.cost ?? 0);
	const freight = total(lanes.count, columns.ship, (l) => lanes.freight[l] as number);
	const tariff = total(
		lanes.count,
		columns.ship,
		(l, t) => lanes.tariff[l * periods + t] as number,
	);
	const holding = total(layout.storeNodes.length, columns.stock, (h, t) =>
		holdingCost(network, layout.storeOf[h] as number, t),
	);
	const disposal = total(layout.surplusNodes.length, columns.surplus, (s) =>
		disposalCost(network, layout.surplusNodes[s] as number),
	);
	let stockDrawn = 0;
	for (const [s, { nodes }] of stores.entries())
		stockDrawn +=
			end *
			replacementValue(network, nodes[0] as number) *
			Math.max(0, result.colValue[columns.drawn + s] as number);
	let penalty = total(demands.length, columns.short, (d) => demands[d]?.penalty ?? 0);
	const { unmade } = pricesOf(network);
	for (const [k, at] of soft.entries())
		if (at >= 0)
			penalty +=
				(middle[committed.period[k] as number] as number) *
				unmade *
				Math.max(0, result.colValue[columns.unmade + at] as number);
	return {
		variable,
		freight,
		tariff,
		holding,
		disposal,
		stockDrawn,
		penalty,
		total: variable + freight + tariff + holding + disposal + stockDrawn + penalty,
	};
}

function holdingCost(network: Network, store: number, t: number): number {
	return network.stores[store]?.holdingCost[t] ?? 0;
}
