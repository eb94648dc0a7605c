/**
 * Columns, all ≥ 0, in t per period, and the objective they make:
 *
 *     min Σ_t δ_t·(Σ cost_k·run + Σ (freight_l + tariff_l,t)·ship + Σ holding·stock
 *                  + Σ disposal_m·surplus + Σ penalty_d·short + Σ commitment·unmade)
 *         + δ_T·Σ value_m·drawn
 *
 * δ_t = (1 + rate)^-(years from the start to the middle of period t), δ_T the same to the end.
 *
 * Every run, shipment, conversion and shortage costs a little more on top, 1 to 2 times 1e-6 of the
 * mean variable cost by a number that depends on names alone: of equally good answers the same one
 * is found whatever the order of rows. Reported costs leave it out.
 */
import type { LpBuilder } from "../../lp/index.ts";
import { tieOf } from "../build/tie.ts";
import { laneName, type Network, nodeName } from "../network.ts";
import type { Layout } from "./layout.ts";
import { nodeWords, periodLabel } from "./words.ts";

/** What the bound at 0 of a kind of column says. */
const CANNOT: Readonly<Record<string, string>> = {
	run: "a line cannot run backwards",
	ship: "a lane cannot carry less than nothing",
	convert: "ordinary material cannot become compliant",
	stock: "a stock cannot be below nothing",
	surplus: "surplus cannot be below nothing",
	deliver: "a delivery cannot be below nothing",
};

export interface Prices {
	/** USD per t of committed output not made: ten times the dearest cost of a tonne of anything. */
	readonly unmade: number;
	/** USD/t of the smallest perturbation that breaks ties. */
	readonly tie: number;
}

/** Money scales that the package itself does not give; both scale with its costs. */
export function pricesOf(network: Network): Prices {
	const costs = network.lines.map((line) => line.cost).filter((cost) => cost > 0);
	const mean = costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length);
	let largest = 0;
	for (const cost of costs) largest = Math.max(largest, cost);
	for (const freight of network.lanes.freight) largest = Math.max(largest, freight);
	for (const tariff of network.lanes.tariff) largest = Math.max(largest, tariff);
	for (const { disposalCost } of network.materials) largest = Math.max(largest, disposalCost ?? 0);
	return { unmade: 10 * largest, tie: 1e-6 * mean };
}

export function addColumns(
	builder: LpBuilder,
	network: Network,
	layout: Layout,
	allowShortage: boolean,
): void {
	const { periods } = layout;
	const prices = pricesOf(network);
	const label = (name: (i: number) => string) => (k: number) =>
		`${name(Math.floor(k / periods))},${periodLabel(network, k % periods)}`;
	const kind = (family: string, count: number, name: (i: number) => string) =>
		builder.columns({
			family,
			count: count * periods,
			unit: "t",
			labelOf: label(name),
			describe: (k) => `${label(name)(k)}: ${CANNOT[family]}`,
		});

	const at = (t: number) => network.discount.middle[t] as number;
	const run = kind("run", network.lines.length, (k) => lineName(network, k));
	for (const [k, line] of network.lines.entries())
		for (let t = 0; t < periods; t++)
			builder.cost(run + k * periods + t, at(t) * (line.cost + prices.tie * (1 + line.tie)));

	addLanes(builder, network, layout, prices, label);

	const convert = kind("convert", network.conversions.length, (c) =>
		nodeName(network, network.conversions[c]?.to ?? 0),
	);
	for (let k = 0; k < network.conversions.length * periods; k++)
		builder.cost(convert + k, at(k % periods) * prices.tie);

	const stock = kind("stock", layout.storeNodes.length, (h) =>
		nodeName(network, layout.storeNodes[h] as number),
	);
	for (const [h, s] of layout.storeOf.entries())
		for (let t = 0; t < periods; t++)
			builder.cost(stock + h * periods + t, at(t) * (network.stores[s]?.holdingCost[t] ?? 0));

	const surplus = kind("surplus", layout.surplusNodes.length, (s) =>
		nodeName(network, layout.surplusNodes[s] as number),
	);
	for (const [s, node] of layout.surplusNodes.entries())
		for (let t = 0; t < periods; t++)
			builder.cost(surplus + s * periods + t, at(t) * disposalCost(network, node));

	addDemands(builder, network, layout, prices, kind, allowShortage);
	addEnds(builder, network, layout, prices);
}

/** `plant_line` or `plant_line,compliant`. */
function lineName(network: Network, k: number): string {
	const line = network.lines[k];
	return line?.compliant ? `${line.id},compliant` : `${line?.id}`;
}

export function disposalCost(network: Network, node: number): number {
	return network.materials[network.nodes[node]?.material ?? -1]?.disposalCost ?? 0;
}

function addLanes(
	builder: LpBuilder,
	network: Network,
	layout: Layout,
	prices: Prices,
	label: (name: (i: number) => string) => (k: number) => string,
): void {
	const { periods } = layout;
	const { count, freight, tariff, open, tie } = network.lanes;
	const first = builder.columns({
		family: "ship",
		count: count * periods,
		unit: "t",
		labelOf: label((l) => laneName(network, l)),
		describe: (k) => {
			const lane = `${laneName(network, Math.floor(k / periods))},${periodLabel(network, k % periods)}`;
			return open[k] === 0 ? `lane ${lane} is closed` : `${lane}: ${CANNOT.ship}`;
		},
	});
	for (let l = 0; l < count; l++)
		for (let t = 0; t < periods; t++) {
			const k = l * periods + t;
			const cost = (freight[l] as number) + (tariff[k] as number);
			const factor = network.discount.middle[t] as number;
			builder.cost(first + k, factor * (cost + prices.tie * (1 + (tie[l] as number))));
			if (open[k] === 0) builder.columnBounds(first + k, 0, 0);
		}
}

function addDemands(
	builder: LpBuilder,
	network: Network,
	layout: Layout,
	prices: Prices,
	kind: (family: string, count: number, name: (i: number) => string) => number,
	allowShortage: boolean,
): void {
	const { periods } = layout;
	const name = (d: number) => network.demands[d]?.id ?? "";
	kind("deliver", network.demands.length, name);
	const short = builder.columns({
		family: "short",
		count: network.demands.length * periods,
		unit: "t",
		...(allowShortage ? {} : { upper: 0 }),
		labelOf: (k) => `${name(Math.floor(k / periods))},${periodLabel(network, k % periods)}`,
		describe: (k) => {
			const demand = network.demands[Math.floor(k / periods)];
			return `no shortage of ${demand?.material} for ${demand?.sector} in ${demand?.region} in ${periodLabel(network, k % periods)}`;
		},
	});
	for (const [d, demand] of network.demands.entries()) {
		const cost = demand.penalty + prices.tie * (1 + tieOf(demand.id));
		for (let t = 0; t < periods; t++)
			builder.cost(short + d * periods + t, (network.discount.middle[t] as number) * cost);
	}
}

function addEnds(builder: LpBuilder, network: Network, layout: Layout, prices: Prices): void {
	const { committed, soft } = layout;
	const softMembers = [...soft.entries()].filter(([, at]) => at >= 0).map(([k]) => k);
	const unmade = builder.columns({
		family: "unmade",
		count: layout.softCount,
		unit: "t",
		labelOf: (j) => {
			const k = softMembers[j] as number;
			const unit = network.units[committed.of[k] as number]?.id;
			return `${unit},${periodLabel(network, committed.period[k] as number)}`;
		},
	});
	for (const [j, k] of softMembers.entries())
		builder.cost(
			unmade + j,
			prices.unmade * (network.discount.middle[committed.period[k] as number] as number),
		);
	const drawn = builder.columns({
		family: "drawn",
		count: network.stores.length,
		unit: "t",
		labelOf: (s) => `${network.stores[s]?.material},${network.stores[s]?.region}`,
	});
	for (const [s, { nodes }] of network.stores.entries())
		builder.cost(drawn + s, network.discount.end * replacementValue(network, nodes[0] as number));
	const { lane, period, quantity } = network.pipeline;
	const arrive = builder.columns({
		family: "arrive",
		count: lane.length,
		unit: "t",
		labelOf: (k) =>
			`${laneName(network, lane[k] as number)},${periodLabel(network, period[k] as number)}`,
		describe: (k) =>
			`${nodeWords(network, network.lanes.to[lane[k] as number] as number)} under way`,
	});
	for (let k = 0; k < lane.length; k++) builder.columnBounds(arrive + k, 0, quantity[k] as number);
}

export function replacementValue(network: Network, node: number): number {
	return network.materials[network.nodes[node]?.material ?? -1]?.replacementValue ?? 0;
}
