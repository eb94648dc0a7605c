import type { Network } from "../network.ts";
import type { ChainSolution, LineFlow } from "../types.ts";

/**
 * A solution as one graph over the whole horizon. Vertices are *runs* (a line in a period), then
 * *pools* (a material in a region in a period, compliant or any) and the stores beside them; an
 * edge carries t of one material. A pool exchanges only additions and withdrawals with its store,
 * so that what merely lies there does not mix with what flows. Amounts below `NOISE` t are left out.
 */
export interface FlowGraph {
	/** Vertex v is `runs[v]`, or `pools[v - runs.length]`. */
	readonly runs: readonly LineFlow[];
	readonly pools: readonly Pool[];
	readonly edges: readonly Edge[];
	readonly deliveries: readonly GraphDelivery[];
}

export interface Pool {
	readonly material: string;
	readonly region: string;
	readonly compliant: boolean;
	readonly period: number;
	/** What is held in store, not what passes. */
	readonly store: boolean;
	/** t from before the horizon: opening stock, and shipments already on the way. */
	initial: number;
	/** t left at its end: stock, and shipments still on the way. */
	final: number;
	/** t that nobody wants. */
	surplus: number;
}

export interface Edge {
	readonly kind: "input" | "output" | "shipment" | "stock" | "conversion";
	readonly from: number;
	readonly to: number;
	readonly material: string;
	/** t at arrival. */
	readonly t: number;
	/** t at departure: more than `t` where some is lost on the way. */
	readonly sent: number;
}

/** A demand served from a pool, t. */
export interface GraphDelivery {
	readonly demand: string;
	/** Vertex of the pool. */
	readonly vertex: number;
	readonly period: number;
	readonly t: number;
}

const NOISE = 1e-9;

/**
 * Lay a solution out as a graph. What a compliant pool does not use as such is what was converted
 * to `any`; what leaves a pool beyond what entered it arrived from before the horizon.
 *
 * @throws RangeError when the solution is not one of this network
 */
export function flowGraph(network: Network, solution: ChainSolution): FlowGraph {
	const runs = solution.lines.filter((run) => run.activity > NOISE);
	const { pools, vertexOf, vertexAt } = poolRegister(network, runs.length);
	const edges: Edge[] = [];
	const join = (kind: Edge["kind"], from: number, to: number, t: number, sent = t): void => {
		const material = (pools[(kind === "output" ? to : from) - runs.length] as Pool).material;
		if (sent > NOISE) edges.push({ kind, from, to, material, t, sent });
	};

	const lineOf = new Map(network.lines.map((l) => [`${l.id}|${l.compliant}`, l]));
	runs.forEach((run, vertex) => {
		const line = known(lineOf, `${run.line}|${run.compliant}`, "line");
		for (const { node, coefficient } of line.inputs)
			join("input", vertexAt(node, run.period), vertex, coefficient * run.activity);
		for (const { node, coefficient } of line.outputs)
			join("output", vertex, vertexAt(node, run.period), coefficient * run.activity);
	});

	const lanes = laneIndex(network);
	const periods = network.periods.length;
	for (const s of solution.shipments) {
		const lane = known(lanes, `${s.material}|${s.from}|${s.to}|${s.compliant}`, "lane");
		const arrival = s.period + (network.lanes.delay[lane * periods + s.period] as number);
		const from = vertexOf(s.material, s.from, s.compliant, s.period);
		if (arrival >= periods) (pools[from - runs.length] as Pool).final += s.quantity;
		else
			join(
				"shipment",
				from,
				vertexOf(s.material, s.to, s.compliant, arrival),
				s.quantity * (1 - (network.lanes.loss[lane] as number)),
				s.quantity,
			);
	}

	for (const b of solution.balances)
		if (b.surplus > NOISE)
			(
				pools[vertexOf(b.material, b.region, b.compliant, b.period) - runs.length] as Pool
			).surplus += b.surplus;
	for (const held of storesOf(network, solution)) {
		held.levels.forEach((level, t) => {
			const before = t === 0 ? held.opening : (held.levels[t - 1] as number);
			const store = vertexOf(held.material, held.region, held.compliant, t, true);
			const pool = vertexOf(held.material, held.region, held.compliant, t);
			if (t === 0) (pools[store - runs.length] as Pool).initial = before;
			else
				join(
					"stock",
					vertexOf(held.material, held.region, held.compliant, t - 1, true),
					store,
					before,
				);
			join("stock", pool, store, level - before);
			join("stock", store, pool, before - level);
			if (t + 1 === periods) (pools[store - runs.length] as Pool).final = level;
		});
	}

	const demands = new Map(network.demands.map((d) => [d.id, d]));
	const deliveries = solution.deliveries.map((d) => ({
		demand: d.demand,
		vertex: vertexAt(known(demands, d.demand, "demand").node, d.period),
		period: d.period,
		t: d.delivered,
	}));

	const converted = network.conversions.flatMap(({ from, to }) =>
		network.periods.map((p) => [vertexAt(from, p.index), vertexAt(to, p.index)] as const),
	);
	const left = excess(runs.length, pools, edges, deliveries);
	for (const [from, to] of converted) {
		const t = Math.max(0, left[from - runs.length] as number);
		join("conversion", from, to, t);
		left[from - runs.length] = (left[from - runs.length] as number) - t;
		left[to - runs.length] = (left[to - runs.length] as number) + t;
	}
	if (network.pipeline.lane.length > 0)
		pools.forEach((pool, i) => {
			if (!pool.store) pool.initial += Math.max(0, -(left[i] as number));
		});
	return { runs, pools, edges, deliveries };
}

function poolRegister(network: Network, offset: number) {
	const pools: Pool[] = [];
	const register = new Map<string, number>();
	const vertexOf = (
		material: string,
		region: string,
		compliant: boolean,
		period: number,
		store = false,
	): number => {
		const key = `${material}|${region}|${compliant}|${period}|${store}`;
		let vertex = register.get(key);
		if (vertex === undefined) {
			vertex = offset + pools.length;
			register.set(key, vertex);
			pools.push({ material, region, compliant, period, store, initial: 0, final: 0, surplus: 0 });
		}
		return vertex;
	};
	const vertexAt = (node: number, period: number): number => {
		const { material, region, compliant } = nodeOf(network, node);
		return vertexOf(material, region, compliant, period);
	};
	return { pools, vertexOf, vertexAt };
}

interface Held {
	readonly material: string;
	readonly region: string;
	readonly compliant: boolean;
	readonly opening: number;
	/** t at the end of each period. */
	readonly levels: Float64Array;
}

function storesOf(network: Network, solution: ChainSolution): Held[] {
	const levels = new Map<string, Float64Array>();
	for (const b of solution.balances) {
		if (b.stock <= NOISE) continue;
		const key = `${b.material}|${b.region}|${b.compliant}`;
		const own = levels.get(key) ?? new Float64Array(network.periods.length);
		own[b.period] = b.stock;
		levels.set(key, own);
	}
	return network.stores.flatMap((store) =>
		store.nodes.map((node, i) => {
			const { material, region, compliant } = nodeOf(network, node);
			const empty = new Float64Array(network.periods.length);
			return {
				material,
				region,
				compliant,
				opening: i === 0 ? store.initial : 0,
				levels: levels.get(`${material}|${region}|${compliant}`) ?? empty,
			};
		}),
	);
}

function nodeOf(network: Network, index: number) {
	const node = network.nodes[index] as Network["nodes"][number];
	return {
		material: (network.materials[node.material] as { id: string }).id,
		region: network.regions[node.region] as string,
		compliant: node.compliant,
	};
}

function laneIndex(network: Network): Map<string, number> {
	const index = new Map<string, number>();
	for (let l = 0; l < network.lanes.count; l++) {
		const from = nodeOf(network, network.lanes.from[l] as number);
		const to = nodeOf(network, network.lanes.to[l] as number);
		index.set(`${from.material}|${from.region}|${to.region}|${from.compliant}`, l);
	}
	return index;
}

/** What enters a pool and does not leave it along any known way, t. */
function excess(
	offset: number,
	pools: readonly Pool[],
	edges: readonly Edge[],
	deliveries: readonly GraphDelivery[],
): Float64Array {
	const left = Float64Array.from(pools, (p) => p.initial - p.final - p.surplus);
	const add = (vertex: number, t: number): void => {
		if (vertex >= offset) left[vertex - offset] = (left[vertex - offset] as number) + t;
	};
	for (const e of edges) {
		add(e.to, e.t);
		add(e.from, -e.sent);
	}
	for (const d of deliveries) add(d.vertex, -d.t);
	return left;
}

function known<T>(map: ReadonlyMap<string, T>, key: string, what: string): T {
	const found = map.get(key);
	if (found === undefined) throw new RangeError(`the network has no ${what} ${key}`);
	return found;
}
