import type { Network } from "../network.ts";
import { laneName, nodeName } from "../network.ts";
import type { ChainSolution } from "../types.ts";

/** A limit on the cut: together they are the most that can be delivered. */
export interface CutLimit {
	readonly kind: "unit" | "lane";
	readonly name: string;
	/** t over the horizon. */
	readonly capacity: number;
}

export interface MinimumCut {
	readonly limits: readonly CutLimit[];
	/** Sum of the limits, t: what the short demands and those behind the same limits can get. */
	readonly capacity: number;
	/** Demands beyond the cut. */
	readonly demands: readonly string[];
	/** t delivered beyond the cut in the solution; equals `capacity` at an optimum. */
	readonly delivered: number;
}

/**
 * The minimum cut of a solved single-period network that is a pure flow: lines without inputs,
 * or one input and one output at 1 : 1, lanes without loss, no lane sharing a limit, no stock.
 * Of all minimum cuts it is the one nearest to the sources: everything before it has room.
 * Method: nodes reachable in the residual graph (Ford and Fulkerson 1956).
 *
 * @returns null when the network is not a pure flow, or nothing is short
 */
export function minimumCut(solution: ChainSolution, network: Network): MinimumCut | null {
	if (!isPure(network) || !solution.deliveries.some((d) => d.shortage > 1e-7)) return null;
	const arcs = arcsOf(solution, network);
	const source = network.nodes.length;
	const reached = reach(arcs, source);
	const limits = arcs
		.filter((a) => reached.has(a.from) && !reached.has(a.to) && a.capacity < Infinity)
		.map(({ kind, name, capacity }) => ({ kind, name, capacity }));
	const beyond = new Set(network.demands.filter((d) => !reached.has(d.node)).map((d) => d.id));
	return {
		limits,
		capacity: limits.reduce((sum, l) => sum + l.capacity, 0),
		demands: [...beyond],
		delivered: solution.deliveries.reduce(
			(sum, d) => sum + (beyond.has(d.demand) ? d.delivered : 0),
			0,
		),
	};
}

interface Arc extends CutLimit {
	readonly from: number;
	readonly to: number;
	readonly flow: number;
}

function isPure(network: Network): boolean {
	const { lanes, laneLimits, lines, units } = network;
	const limited = new Set<number>();
	for (const limit of laneLimits) {
		if (!Number.isFinite(limit.limit[0])) continue;
		const lane = limit.lanes[0];
		if (limit.lanes.length !== 1 || limited.has(lane as number)) return false;
		limited.add(lane as number);
	}
	return (
		network.periods.length === 1 &&
		network.stores.length === 0 &&
		network.conversions.length === 0 &&
		units.every((u) => u.lines.length === 1) &&
		lines.every(
			(l) =>
				l.inputs.length <= 1 &&
				l.outputs.length === 1 &&
				[...l.inputs, ...l.outputs].every((f) => f.coefficient === 1),
		) &&
		lanes.loss.every((x) => x === 0) &&
		lanes.delay.every((x) => x === 0)
	);
}

function arcsOf(solution: ChainSolution, network: Network): Arc[] {
	const source = network.nodes.length;
	const place = new Map(network.nodes.map((_, i) => [nodeName(network, i), i]));
	const run = new Map(solution.lines.map((l) => [l.line, l.activity]));
	const shipped = new Map(
		solution.shipments.map((s) => [
			`${place.get(`${s.material},${s.from}`)}>${place.get(`${s.material},${s.to}`)}`,
			s.quantity,
		]),
	);
	const limit = new Map<number, number>();
	for (const l of network.laneLimits) limit.set(l.lanes[0] as number, l.limit[0] as number);
	const arcs: Arc[] = network.lines.map((line) => ({
		kind: "unit",
		name: network.units[line.unit]?.id ?? "",
		from: line.inputs[0]?.node ?? source,
		to: line.outputs[0]?.node as number,
		capacity: network.unitCapacity[line.unit] as number,
		flow: run.get(line.id) ?? 0,
	}));
	for (let l = 0; l < network.lanes.count; l++) {
		const from = network.lanes.from[l] as number;
		const to = network.lanes.to[l] as number;
		const open = network.lanes.open[l] as number;
		arcs.push({
			kind: "lane",
			name: laneName(network, l),
			from,
			to,
			capacity: open === 0 ? 0 : (limit.get(l) ?? Infinity),
			flow: shipped.get(`${from}>${to}`) ?? 0,
		});
	}
	return arcs;
}

/** Nodes that could still receive more: along arcs with room, back along arcs that carry some. */
function reach(arcs: readonly Arc[], source: number): Set<number> {
	const reached = new Set([source]);
	for (let grown = true; grown; ) {
		grown = false;
		for (const a of arcs) {
			const room = a.capacity - a.flow > 1e-7;
			if (reached.has(a.from) && !reached.has(a.to) && room) grown = !!reached.add(a.to);
			if (reached.has(a.to) && !reached.has(a.from) && a.flow > 1e-7) grown = !!reached.add(a.from);
		}
	}
	return reached;
}
