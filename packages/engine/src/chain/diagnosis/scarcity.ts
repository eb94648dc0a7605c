import type { Network } from "../network.ts";
import type { ChainSolution, Delivery } from "../types.ts";
import type { Book } from "./book.ts";

/** A material in a region of which one more tonne would lessen a shortage. */
export interface ScarceNode {
	readonly node: number;
	readonly material: string;
	readonly region: string;
	/** t of shortage per t. */
	readonly price: number;
}

/** Lanes of one material under one limit that binds. */
export interface LaneClosure {
	/** Id of the limit, or `closed` for lanes that the scenario shuts. */
	readonly limitId: string;
	readonly measure: string | null;
	/** Measure's title, or what else shuts them. */
	readonly title: string;
	readonly from: readonly string[];
	/** t over the horizon. */
	readonly limit: number;
	readonly shortageRent: number;
}

const SCARCE = 1e-7;

/**
 * Nodes upstream of short demands that are scarce themselves, breadth first from the product:
 * through lines into their scarce inputs and through open lanes into the regions they leave.
 */
export function scarceNodes(
	solution: ChainSolution,
	network: Network,
	short: readonly Delivery[],
): ScarceNode[] {
	const tiers = tiersOf(solution, short);
	const price = priceByNode(solution, network, tiers);
	const demands = new Map(network.demands.map((d) => [d.id, d.node]));
	const queue = [...new Set(short.flatMap((d) => demands.get(d.demand) ?? []))];
	const seen = new Set(queue);
	const makersOf = linesByOutput(network);
	const lanesInto = openLanes(network).into;
	const convertedInto = Map.groupBy(network.conversions, (c) => c.to);
	const visit = (node: number): void => {
		if (seen.has(node) || (price[node] as number) <= SCARCE) return;
		seen.add(node);
		queue.push(node);
	};
	for (let q = 0; q < queue.length; q++) {
		const node = queue[q] as number;
		for (const line of makersOf.get(node) ?? [])
			for (const input of network.lines[line]?.inputs ?? []) visit(input.node);
		for (const from of lanesInto.get(node) ?? []) visit(from);
		for (const c of convertedInto.get(node) ?? []) visit(c.from);
	}
	return queue.map((node) => {
		const { material, region } = network.nodes[node] as Network["nodes"][number];
		return {
			node,
			material: network.materials[material]?.id ?? "",
			region: network.regions[region] ?? "",
			price: price[node] as number,
		};
	});
}

/** Limits that hold back lanes into these nodes: binding ones, and lanes shut outright. */
export function closedLanes(
	solution: ChainSolution,
	network: Network,
	book: Book,
	into: ReadonlySet<number>,
): LaneClosure[] {
	const { lanes, laneLimits } = network;
	const closures: LaneClosure[] = [];
	const titles = new Map(book.pkg.tables.measures.map((m) => [m.id, m.title]));
	const use = Map.groupBy(solution.limits, (l) => l.limit);
	for (const limit of laneLimits) {
		const reaching = [...limit.lanes].filter((l) => into.has(lanes.to[l] as number));
		const rows = use.get(limit.id) ?? [];
		const rent = Math.max(0, ...rows.map((r) => r.shortageRent));
		const total = limit.limit.reduce((sum, t) => sum + t, 0);
		if (reaching.length === 0 || !Number.isFinite(total) || (rent <= SCARCE && total > 0)) continue;
		closures.push({
			limitId: limit.id,
			measure: limit.measure,
			title:
				limit.measure === null
					? "the capacity of the lane"
					: (titles.get(limit.measure) ?? limit.measure),
			from: origins(network, reaching),
			limit: total,
			shortageRent: rent,
		});
	}
	const shut: number[] = [];
	const periods = network.periods.length;
	for (let l = 0; l < lanes.count; l++)
		if (into.has(lanes.to[l] as number) && isShut(network, l, periods)) shut.push(l);
	if (shut.length === 0) return sorted(closures);
	const from = origins(network, shut);
	const closedBlocs = network.scenario.closedBlocs ?? [];
	closures.push({
		limitId: "closed",
		measure: null,
		title: closedBlocs.length > 0 ? `${closedBlocs.join(" and ")} regions closed` : "an outage",
		from,
		limit: 0,
		shortageRent: 0,
	});
	const rest = closures.filter(
		(c) => c.limitId === "closed" || c.from.some((r) => !from.includes(r)),
	);
	return sorted(rest);
}

function sorted(closures: LaneClosure[]): LaneClosure[] {
	return closures.sort((a, b) => b.shortageRent - a.shortageRent || b.from.length - a.from.length);
}

function origins(network: Network, lanes: readonly number[]): string[] {
	const regions = lanes.map((l) => {
		const node = network.nodes[network.lanes.from[l] as number];
		return network.regions[node?.region ?? -1] ?? "";
	});
	return [...new Set(regions)].sort();
}

function isShut(network: Network, lane: number, periods: number): boolean {
	for (let t = 0; t < periods; t++)
		if ((network.lanes.open[lane * periods + t] as number) > 0) return false;
	return true;
}

/** Positions in `solution.tiers` of the tiers these deliveries belong to. */
export function tiersOf(solution: ChainSolution, short: readonly Delivery[]): number[] {
	const wanted = new Set(short.map((d) => d.tier));
	return solution.tiers.flatMap(({ tier }, n) => (wanted.has(tier) ? [n] : []));
}

/** Largest shortage price over the periods and these tiers, by node. */
function priceByNode(
	solution: ChainSolution,
	network: Network,
	tiers: readonly number[],
): Float64Array {
	const place = new Map(
		network.nodes.map((n, i) => [
			`${network.materials[n.material]?.id}|${network.regions[n.region]}|${n.compliant}`,
			i,
		]),
	);
	const price = new Float64Array(network.nodes.length);
	for (const b of solution.balances) {
		const node = place.get(`${b.material}|${b.region}|${b.compliant}`);
		if (node === undefined) continue;
		for (const n of tiers)
			price[node] = Math.max(price[node] as number, b.shortagePriceByTier[n] as number);
	}
	return price;
}

function linesByOutput(network: Network): Map<number, number[]> {
	const lines = new Map<number, number[]>();
	network.lines.forEach((line, k) => {
		for (const { node, coefficient } of line.outputs)
			if (coefficient > 0) lines.set(node, [...(lines.get(node) ?? []), k]);
	});
	return lines;
}

/** By node: where open lanes come from, and where they lead. */
export function openLanes(network: Network): {
	readonly into: ReadonlyMap<number, readonly number[]>;
	readonly outOf: ReadonlyMap<number, readonly number[]>;
} {
	const { lanes } = network;
	const periods = network.periods.length;
	const held = new Set<number>();
	for (const limit of network.laneLimits)
		if (limit.limit.every((t) => t === 0)) for (const l of limit.lanes) held.add(l);
	const into = new Map<number, number[]>();
	const outOf = new Map<number, number[]>();
	const add = (map: Map<number, number[]>, key: number, node: number): void => {
		const list = map.get(key);
		if (list) list.push(node);
		else map.set(key, [node]);
	};
	for (let l = 0; l < lanes.count; l++) {
		if (held.has(l) || isShut(network, l, periods)) continue;
		add(into, lanes.to[l] as number, lanes.from[l] as number);
		add(outOf, lanes.from[l] as number, lanes.to[l] as number);
	}
	return { into, outOf };
}
