import type { Network } from "../network.ts";

/** Where each kind of column begins; a member is `first + i * periods + t` unless said otherwise. */
export interface Columns {
	/** Activity of a line, t. */
	readonly run: number;
	/** Shipment on a lane, t leaving. */
	readonly ship: number;
	/** Compliant material used as any, t. */
	readonly convert: number;
	/** Stock at the end of a period, t, by `storeNodes`. */
	readonly stock: number;
	/** Surplus disposed of, t, by `surplusNodes`. */
	readonly surplus: number;
	/** Demand delivered and not delivered, t. */
	readonly deliver: number;
	readonly short: number;
	/** Committed output not made, t, by position in `soft`. */
	readonly unmade: number;
	/** Stock below where it began, at the end, t, by store. */
	readonly drawn: number;
	/** Goods under way at the start that arrive, t, by position in the pipeline. */
	readonly arrive: number;
	readonly count: number;
}

/** Where each family of rows begins. */
export interface Rows {
	/** By node × period. */
	readonly balance: number;
	/** By demand × period. */
	readonly delivery: number;
	/** By unit × period. */
	readonly capacity: number;
	/** By position in `committed`. */
	readonly committed: number;
	/** By position in `limits`. */
	readonly limit: number;
	/** By store × period. */
	readonly storage: number;
	/** By store. */
	readonly closing: number;
	/** By tier. */
	readonly tier: number;
	readonly count: number;
}

/** A member that exists only in some periods. */
export interface Dated {
	readonly of: Int32Array;
	readonly period: Int32Array;
}

/** Positions of everything in the model: known from the network, before anything is built. */
export interface Layout {
	readonly periods: number;
	readonly columns: Columns;
	readonly rows: Rows;
	/** Nodes that can hold stock, in the order of stores; `storeOf` is their store. */
	readonly storeNodes: Int32Array;
	readonly storeOf: Int32Array;
	/** Nodes whose material may be disposed of. */
	readonly surplusNodes: Int32Array;
	/** Units and periods with committed output. */
	readonly committed: Dated;
	/** By position in `committed`: position of its `unmade` column, -1 where the bound is hard. */
	readonly soft: Int32Array;
	readonly softCount: number;
	/** Lane limits and periods in which they are finite. */
	readonly limits: Dated;
}

export function layoutOf(network: Network): Layout {
	const periods = network.periods.length;
	const storeNodes = network.stores.flatMap((store) => store.nodes);
	const storeOf = network.stores.flatMap((store, s) => store.nodes.map(() => s));
	const surplusNodes: number[] = [];
	for (const [node, { material }] of network.nodes.entries())
		if ((network.materials[material]?.disposalCost ?? null) !== null) surplusNodes.push(node);
	const committed = dated(
		network.units.length,
		periods,
		(u, t) => (network.unitCommitted[u * periods + t] as number) > 0,
	);
	let softCount = 0;
	const soft = committed.of.map((u) => (isHard(network, u) ? -1 : softCount++));
	const limits = dated(network.laneLimits.length, periods, (k, t) =>
		Number.isFinite(network.laneLimits[k]?.limit[t]),
	);
	const columns = countColumns(network, storeNodes.length, surplusNodes.length, softCount);
	const rows = countRows(network, committed.of.length, limits.of.length);
	return {
		periods,
		columns,
		rows,
		storeNodes: Int32Array.from(storeNodes),
		storeOf: Int32Array.from(storeOf),
		surplusNodes: Int32Array.from(surplusNodes),
		committed,
		soft,
		softCount,
		limits,
	};
}

/** Nothing outside can stop the unit: it needs no input, and all it makes can be disposed of. */
function isHard(network: Network, u: number): boolean {
	const unit = network.units[u];
	if (!unit?.source) return false;
	const made = unit.lines.flatMap((k) => network.lines[k]?.outputs ?? []);
	return made.every(({ node }) => {
		const material = network.materials[network.nodes[node]?.material ?? -1];
		return (material?.disposalCost ?? null) !== null;
	});
}

function countColumns(network: Network, held: number, surplus: number, soft: number): Columns {
	const periods = network.periods.length;
	const { take, taken } = counter();
	return {
		run: take(network.lines.length * periods),
		ship: take(network.lanes.count * periods),
		convert: take(network.conversions.length * periods),
		stock: take(held * periods),
		surplus: take(surplus * periods),
		deliver: take(network.demands.length * periods),
		short: take(network.demands.length * periods),
		unmade: take(soft),
		drawn: take(network.stores.length),
		arrive: take(network.pipeline.lane.length),
		count: taken(),
	};
}

function countRows(network: Network, committed: number, limits: number): Rows {
	const periods = network.periods.length;
	const { take, taken } = counter();
	return {
		balance: take(network.nodes.length * periods),
		delivery: take(network.demands.length * periods),
		capacity: take(network.units.length * periods),
		committed: take(committed),
		limit: take(limits),
		storage: take(network.stores.length * periods),
		closing: take(network.stores.length),
		tier: take(network.tiers.length),
		count: taken(),
	};
}

/** Hands out consecutive runs of positions. */
function counter() {
	let next = 0;
	return {
		take(count: number): number {
			next += count;
			return next - count;
		},
		taken: (): number => next,
	};
}

function dated(count: number, periods: number, wanted: (i: number, t: number) => boolean): Dated {
	const of: number[] = [];
	const period: number[] = [];
	for (let i = 0; i < count; i++)
		for (let t = 0; t < periods; t++)
			if (wanted(i, t)) {
				of.push(i);
				period.push(t);
			}
	return { of: Int32Array.from(of), period: Int32Array.from(period) };
}
