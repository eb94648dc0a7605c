/**
 * Balance of material m in region r, period t (one row per node and period, t):
 *
 *     Σ_k out[k,m]·run[k,t] + Σ_l→r (1-loss_l)·ship[l,t-τ_l] + Σ_l→r (1-loss_l)·arrive[l,t]
 *       + convert→m[t] + stock[m,r,t-1]
 *     - Σ_k in[k,m]·run[k,t] - Σ_l←r ship[l,t] - convert←m[t]
 *       - Σ_d deliver[d,t] - stock[m,r,t] - surplus[m,r,t]  =  0
 *
 * In the first period stock[m,r,0-1] is the initial stock, so the right-hand side is minus it.
 * τ_l is the number of whole periods between leaving and arriving; what arrives after the last
 * period has left its origin and is nowhere else. `arrive` are goods under way at the start.
 *
 * Dual / δ_t (scarcity price, USD/t of the period): rise of the objective per extra tonne wanted at the node. Where
 * surplus costs money it can be negative: a tonne taken away saves its disposal.
 */
import type { LpBuilder } from "../../lp/index.ts";
import { type Network, nodeName } from "../network.ts";
import type { Layout } from "./layout.ts";
import { nodeWords, periodLabel } from "./words.ts";

export function addBalance(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods } = layout;
	const row = builder.rows({
		family: "balance",
		count: network.nodes.length * periods,
		unit: "t",
		equals: 0,
		labelOf: (k) =>
			`${nodeName(network, Math.floor(k / periods))},${periodLabel(network, k % periods)}`,
		describe: (k) =>
			`what comes in of ${nodeWords(network, Math.floor(k / periods))} equals what goes out in ${periodLabel(network, k % periods)}`,
	});
	addLines(builder, network, layout, row);
	addLanes(builder, network, layout, row);
	addPipeline(builder, network, layout, row);
	addOthers(builder, network, layout, row);
	addStocks(builder, network, layout, row);
}

/** Entries of the family, known before it is built. */
export function balanceNonzeros(network: Network, layout: Layout): number {
	const { periods } = layout;
	let flows = 0;
	for (const line of network.lines)
		flows += new Set([...line.inputs, ...line.outputs].map((flow) => flow.node)).size;
	let arrivals = 0;
	const { delay, count } = network.lanes;
	for (let k = 0; k < count * periods; k++)
		if ((k % periods) + (delay[k] as number) < periods) arrivals++;
	const perPeriod =
		flows +
		count +
		2 * network.conversions.length +
		layout.surplusNodes.length +
		network.demands.length;
	const held = layout.storeNodes.length;
	return perPeriod * periods + arrivals + network.pipeline.lane.length + held * (2 * periods - 1);
}

function addLines(builder: LpBuilder, network: Network, layout: Layout, row: number): void {
	const { periods } = layout;
	for (let k = 0; k < network.lines.length; k++) {
		const line = network.lines[k] as Network["lines"][number];
		const column = layout.columns.run + k * periods;
		for (const { node, coefficient } of line.outputs)
			for (let t = 0; t < periods; t++)
				builder.entry(row + node * periods + t, column + t, coefficient);
		for (const { node, coefficient } of line.inputs)
			for (let t = 0; t < periods; t++)
				builder.entry(row + node * periods + t, column + t, -coefficient);
	}
}

function addLanes(builder: LpBuilder, network: Network, layout: Layout, row: number): void {
	const { periods } = layout;
	const { count, from, to, loss, delay } = network.lanes;
	for (let l = 0; l < count; l++) {
		const column = layout.columns.ship + l * periods;
		const leaving = row + (from[l] as number) * periods;
		const arriving = row + (to[l] as number) * periods;
		const kept = 1 - (loss[l] as number);
		for (let t = 0; t < periods; t++) {
			builder.entry(leaving + t, column + t, -1);
			const later = t + (delay[l * periods + t] as number);
			if (later < periods) builder.entry(arriving + later, column + t, kept);
		}
	}
}

function addPipeline(builder: LpBuilder, network: Network, layout: Layout, row: number): void {
	const { lane, period } = network.pipeline;
	for (let k = 0; k < lane.length; k++) {
		const l = lane[k] as number;
		const at = (network.lanes.to[l] as number) * layout.periods + (period[k] as number);
		builder.entry(row + at, layout.columns.arrive + k, 1 - (network.lanes.loss[l] as number));
	}
}

function addOthers(builder: LpBuilder, network: Network, layout: Layout, row: number): void {
	const { periods, columns, surplusNodes } = layout;
	const at = (node: number, t: number) => row + node * periods + t;
	for (let t = 0; t < periods; t++) {
		for (const [c, { from, to }] of network.conversions.entries()) {
			builder.entry(at(from, t), columns.convert + c * periods + t, -1);
			builder.entry(at(to, t), columns.convert + c * periods + t, 1);
		}
		for (const [d, { node }] of network.demands.entries())
			builder.entry(at(node, t), columns.deliver + d * periods + t, -1);
		for (const [s, node] of surplusNodes.entries())
			builder.entry(at(node, t), columns.surplus + s * periods + t, -1);
	}
}

function addStocks(builder: LpBuilder, network: Network, layout: Layout, row: number): void {
	const { periods, columns, storeNodes } = layout;
	for (const [h, node] of storeNodes.entries())
		for (let t = 0; t < periods; t++) {
			builder.entry(row + node * periods + t, columns.stock + h * periods + t, -1);
			if (t + 1 < periods)
				builder.entry(row + node * periods + t + 1, columns.stock + h * periods + t, 1);
		}
	for (const { nodes, initial } of network.stores) {
		const first = row + (nodes[0] as number) * periods;
		if (initial > 0) builder.rowBounds(first, -initial, -initial);
	}
}
