import { STAGES } from "../../dataset/index.ts";
import type { Network } from "../network.ts";
import type { ChainSolution } from "../types.ts";
import { plantBloc, regionBloc } from "./blocs.ts";
import type { Book } from "./book.ts";
import { type FlowGraph, flowGraph, type Pool } from "./flow-graph.ts";
import { shareLabels } from "./proportional.ts";
import { acyclic, type RawLink } from "./sankey-links.ts";

export interface SankeyOptions {
	/** Only what ends in this product; null or absent = in any product. */
	readonly product?: string | null;
	/** Split stages by bloc (default), by country of the plant or by controlling country. */
	readonly groupBy?: "bloc" | "region" | "controller";
	/**
	 * Element whose contained tonnes all widths count, so that stages compare and widths are
	 * conserved but for losses; null = t of each material as named (widths jump between stages).
	 */
	readonly element: string | null;
	/** Groups kept per stage, largest first; the rest becomes `other`. Default all. */
	readonly top?: number;
}

export interface SankeyNode {
	/** `metal|allied`. */
	readonly id: string;
	/** Stage of the data package; `opening stock`, `use` and `scrap` beside them. */
	readonly stage: string;
	/** 0 = leftmost. */
	readonly column: number;
	/** Bloc or region id. */
	readonly group: string;
	readonly incoming: number;
	readonly outgoing: number;
	readonly facilities: readonly string[];
}

export interface SankeyLink {
	/** Ids of nodes. */
	readonly source: string;
	readonly target: string;
	/** In the unit of the picture. */
	readonly value: number;
	/** Materials it is made of, t as named, largest first. */
	readonly materials: readonly { readonly material: string; readonly t: number }[];
}

export interface Sankey {
	readonly element: string | null;
	readonly unit: string;
	readonly columns: readonly string[];
	readonly nodes: readonly SankeyNode[];
	readonly links: readonly SankeyLink[];
}

/** Stages left to right. Scrap that goes back ends in `scrap` and starts again in `recycling`. */
const COLUMNS = [
	"opening stock",
	"supply",
	"mine",
	"cracking",
	"separation",
	"recycling",
	"metal",
	"alloy",
	"magnet",
	"use",
	"scrap",
] as const;

/**
 * Nodes and links for d3-sankey over the whole horizon, acyclic. Flows between stages are what
 * proportional sharing makes of the pools in between; with `product` each flow counts in the
 * share that ends in it.
 */
export function sankey(
	solution: ChainSolution,
	network: Network,
	book: Book,
	options: SankeyOptions,
): Sankey {
	const graph = flowGraph(network, solution);
	const group = grouping(network, book, options.groupBy ?? "bloc");
	const destined = destinedShare(graph, book, options);
	const { keys, shares } = madeBy(graph, (v) => {
		const run = graph.runs[v] as FlowGraph["runs"][number];
		return `${run.stage}|${group.plant(run.facility)}`;
	});
	const weigh = (material: string): number =>
		options.element === null ? 1 : book.content(material, options.element);
	const raw: RawLink[] = [];
	const draw = (pool: number, target: string, material: string, t: number): void => {
		const value = t * weigh(material);
		if (value <= 0) return;
		for (let k = 0; k < keys.length; k++) {
			const share = shares[pool * keys.length + k] as number;
			if (share > 1e-12)
				raw.push({
					source: keys[k] as string,
					target,
					material,
					t: t * share,
					value: value * share,
				});
		}
	};
	for (const e of graph.edges) {
		if (e.kind !== "input") continue;
		const run = graph.runs[e.to] as FlowGraph["runs"][number];
		const target = `${run.stage}|${group.plant(run.facility)}`;
		draw(e.from, target, e.material, e.t * (destined[e.to] as number));
	}
	for (const d of graph.deliveries) {
		const pool = graph.pools[d.vertex - graph.runs.length] as Pool;
		if (options.product == null || pool.material === options.product)
			draw(d.vertex, `use|${group.region(pool.region)}`, pool.material, d.t);
	}
	const links = acyclic(raw, orderOf, options.top ?? Infinity);
	return {
		element: options.element,
		unit: options.element === null ? "t of each material" : `t ${options.element} contained`,
		...drawn(graph, links, (v) => {
			const run = graph.runs[v] as FlowGraph["runs"][number];
			return [`${run.stage}|${group.plant(run.facility)}`, run.facility];
		}),
	};
}

function orderOf(stage: string): number {
	const column = (COLUMNS as readonly string[]).indexOf(stage);
	return column >= 0 ? column : COLUMNS.length + (STAGES as readonly string[]).indexOf(stage);
}

function grouping(network: Network, book: Book, by: "bloc" | "region" | "controller") {
	const { scenario } = network;
	return {
		plant: (facility: string): string => {
			const place = book.facilities.get(facility)?.region_id ?? "";
			if (by === "region") return place;
			const controller = book.controller(facility);
			return by === "controller" ? controller : plantBloc(book, scenario, place, controller);
		},
		region: (region: string): string =>
			by === "bloc" ? regionBloc(book, scenario, region) : region,
	};
}

/**
 * By vertex: share of its contents (of the element, or tonnes) that ends in the product. Losses
 * and surplus are borne by what is used, in proportion; stock that builds up is not the product.
 */
function destinedShare(
	graph: FlowGraph,
	book: Book,
	{ product, element }: SankeyOptions,
): Float64Array {
	const runs = graph.runs.length;
	const size = runs + graph.pools.length;
	const nowhere = size + 1;
	const leaving: { to: number; t: number }[][] = Array.from({ length: size }, () => []);
	for (const e of graph.edges) if (e.from >= runs) leaving[e.from]?.push({ to: e.to, t: e.sent });
	graph.pools.forEach((pool, i) => {
		if (pool.final > 0) leaving[runs + i]?.push({ to: nowhere, t: pool.final });
	});
	for (const d of graph.deliveries) {
		const { material } = graph.pools[d.vertex - runs] as Pool;
		const counts = product == null || material === product;
		if (d.t > 0) leaving[d.vertex]?.push({ to: counts ? size : nowhere, t: d.t });
	}
	for (const e of graph.edges) {
		const wasted = e.from < runs && leaving[e.to]?.length === 0;
		const counts = element === null ? 1 : book.content(e.material, element);
		if (e.from < runs && !wasted && counts * e.t > 0)
			leaving[e.from]?.push({ to: e.to, t: counts * e.t });
	}
	const label = new Int32Array(size + 2).fill(-1);
	label[size] = 0;
	return shareLabels(mixGraph(leaving, size + 2), label, 1);
}

/** By vertex: share of its contents made in each stage and group, the last plant counting. */
function madeBy(graph: FlowGraph, keyOf: (run: number) => string) {
	const runs = graph.runs.length;
	const size = runs + graph.pools.length;
	const entering: { to: number; t: number }[][] = Array.from({ length: size }, () => []);
	for (const e of graph.edges) if (e.to >= runs) entering[e.to]?.push({ to: e.from, t: e.t });
	graph.pools.forEach((pool, i) => {
		entering[runs + i]?.push({ to: size, t: pool.initial });
	});
	const keys = ["opening stock|stock"];
	const label = new Int32Array(size + 1).fill(-1);
	label[size] = 0;
	const found = new Map<string, number>();
	for (let v = 0; v < runs; v++) {
		const key = keyOf(v);
		if (!found.has(key)) found.set(key, keys.push(key) - 1);
		label[v] = found.get(key) as number;
	}
	return { keys, shares: shareLabels(mixGraph(entering, size + 1), label, keys.length) };
}

function mixGraph(sources: readonly { to: number; t: number }[][], size: number) {
	const start = new Int32Array(size + 1);
	const from: number[] = [];
	const weight: number[] = [];
	for (let v = 0; v < size; v++) {
		start[v] = from.length;
		const total = (sources[v] ?? []).reduce((sum, s) => sum + s.t, 0);
		for (const s of sources[v] ?? [])
			if (s.t > 0) {
				from.push(s.to);
				weight.push(s.t / total);
			}
	}
	start[size] = from.length;
	return { size, start, from: Int32Array.from(from), weight: Float64Array.from(weight) };
}

function drawn(
	graph: FlowGraph,
	links: readonly SankeyLink[],
	plantOf: (run: number) => readonly [string, string],
): Pick<Sankey, "columns" | "nodes" | "links"> {
	const plants = new Map<string, Set<string>>();
	graph.runs.forEach((_, v) => {
		const [key, facility] = plantOf(v);
		const set = plants.get(key) ?? new Set();
		plants.set(key, set.add(facility));
	});
	const ids = [...new Set(links.flatMap((l) => [l.source, l.target]))];
	const stageOf = (id: string): string => id.slice(0, id.indexOf("|"));
	const columns = [...new Set(ids.map(stageOf))].sort((a, b) => orderOf(a) - orderOf(b));
	const nodes = ids.map((id) => ({
		id,
		stage: stageOf(id),
		column: columns.indexOf(stageOf(id)),
		group: id.slice(id.indexOf("|") + 1),
		incoming: links.reduce((sum, l) => sum + (l.target === id ? l.value : 0), 0),
		outgoing: links.reduce((sum, l) => sum + (l.source === id ? l.value : 0), 0),
		facilities: [...(plants.get(id) ?? [])].sort(),
	}));
	nodes.sort((a, b) => a.column - b.column || (a.group < b.group ? -1 : 1));
	return { columns, nodes, links };
}
