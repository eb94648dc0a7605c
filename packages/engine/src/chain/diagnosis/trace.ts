import type { Network } from "../network.ts";
import type { ChainSolution, Delivery } from "../types.ts";
import type { Book } from "./book.ts";
import { type FlowGraph, flowGraph } from "./flow-graph.ts";
import { type MixGraph, shareLabels } from "./proportional.ts";

/** Where a delivered tonne passed through at one stage. */
export interface TraceShare {
	/** Facility; `null` with `place` saying why there is none. */
	readonly facility: string | null;
	readonly region: string | null;
	/** Country that controls the facility. */
	readonly controller: string | null;
	readonly operator: string | null;
	readonly place: "plant" | "opening stock" | "not through this stage";
	/** t of product delivered. */
	readonly t: number;
	/** Fraction of the group's delivered tonnes. */
	readonly share: number;
}

/** One group of deliveries followed upstream to one stage along one input chain. */
export interface Trace {
	readonly product: string;
	/** Region, demand id, or `all`, by `groupBy`. */
	readonly group: string;
	/** Element followed; null = all inputs by their tonnes. */
	readonly element: string | null;
	readonly stage: string;
	/** t of product. */
	readonly delivered: number;
	/** Largest first; they sum to `delivered`. */
	readonly shares: readonly TraceShare[];
}

export interface TraceOptions {
	/** Deliveries taken together; default `region`. */
	readonly groupBy?: "demand" | "region" | "product";
	/** Deliveries counted; default all. */
	readonly only?: (delivery: Delivery) => boolean;
	/** Default: each element that the product contains, then null (by tonnes). */
	readonly elements?: readonly (string | null)[];
	/** Default: every stage at which something ran. */
	readonly stages?: readonly string[];
}

/**
 * Share of every delivered tonne that passed through each facility at each stage, by proportional
 * sharing (Bialek 1996; Kirschen, Allan, Strbac 1997: power-flow tracing): what leaves a pool has
 * the mix that entered it. A product is followed along each input chain by itself: at a process the
 * inputs weigh by their contained element, or by their tonnes. A tonne that passes a stage
 * more than once (scrap made into magnets again) counts where it passed last.
 *
 * @throws RangeError when the solution is not one of this network
 */
export function traceFlows(
	solution: ChainSolution,
	network: Network,
	book: Book,
	options: TraceOptions = {},
): Trace[] {
	const graph = flowGraph(network, solution);
	const groups = groupsOf(solution, graph, options);
	const stages = options.stages ?? [...new Set(graph.runs.map((r) => r.stage))];
	const products = [...new Set(groups.map((g) => g.product))];
	const elements = new Set(
		products.flatMap((product) => options.elements ?? elementsOf(book, product)),
	);
	const traces: Trace[] = [];
	for (const element of elements) {
		const wanted = groups.filter((g) =>
			(options.elements ?? elementsOf(book, g.product)).includes(element),
		);
		const mix = mixOf(graph, book, element, wanted);
		for (const stage of stages)
			traces.push(...traceStage(graph, book, mix, element, stage, wanted));
	}
	return traces;
}

interface Group {
	readonly product: string;
	readonly group: string;
	readonly parts: readonly { readonly vertex: number; readonly t: number }[];
	readonly delivered: number;
}

/** Elements a product contains, most first, then null for the chain by tonnes. */
export function elementsOf(book: Book, product: string): (string | null)[] {
	const contained = book.pkg.tables.compositions
		.filter((c) => c.material_id === product && c.fraction > 0)
		.sort((a, b) => b.fraction - a.fraction || (a.element_id < b.element_id ? -1 : 1))
		.map((c) => c.element_id);
	return [...contained, null];
}

function groupsOf(solution: ChainSolution, graph: FlowGraph, options: TraceOptions): Group[] {
	const { groupBy = "region", only } = options;
	const groups = new Map<
		string,
		{ product: string; group: string; parts: Group["parts"][number][] }
	>();
	solution.deliveries.forEach((d, i) => {
		const { vertex, t } = graph.deliveries[i] as FlowGraph["deliveries"][number];
		if (t <= 0 || (only && !only(d))) return;
		const group = groupBy === "demand" ? d.demand : groupBy === "region" ? d.region : "all";
		const key = `${d.material}|${group}`;
		const found = groups.get(key);
		if (found) found.parts.push({ vertex, t });
		else groups.set(key, { product: d.material, group, parts: [{ vertex, t }] });
	});
	return [...groups.values()].map((g) => ({
		...g,
		delivered: g.parts.reduce((sum, p) => sum + p.t, 0),
	}));
}

interface Mix {
	readonly graph: MixGraph;
	/** Stands for what was there at the start, and for what begins outside the stage asked for. */
	readonly stock: number;
	readonly elsewhere: number;
}

/** Who each vertex received its contents from; only upstream of the groups' deliveries. */
function mixOf(
	graph: FlowGraph,
	book: Book,
	element: string | null,
	groups: readonly Group[],
): Mix {
	const runs = graph.runs.length;
	const size = runs + graph.pools.length;
	const [stock, elsewhere] = [size, size + 1];
	const entering: { from: number; t: number }[][] = Array.from({ length: size }, () => []);
	for (const e of graph.edges) {
		const counts = e.to < runs && element !== null ? book.content(e.material, element) : 1;
		if (counts * e.t > 0) entering[e.to]?.push({ from: e.from, t: counts * e.t });
	}
	graph.pools.forEach((pool, i) => {
		if (pool.initial > 0) entering[runs + i]?.push({ from: stock, t: pool.initial });
	});
	const reached = new Uint8Array(size);
	const waiting = groups.flatMap((g) => g.parts.map((p) => p.vertex));
	for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
		if (v >= size || reached[v]) continue;
		reached[v] = 1;
		for (const e of entering[v] ?? []) waiting.push(e.from);
	}
	const start = new Int32Array(size + 3);
	const from: number[] = [];
	const weight: number[] = [];
	for (let v = 0; v < size; v++) {
		start[v] = from.length;
		if (!reached[v]) continue;
		const sources = entering[v] ?? [];
		const total = sources.reduce((sum, s) => sum + s.t, 0);
		if (total <= 0) {
			from.push(elsewhere);
			weight.push(1);
		}
		for (const s of sources) {
			from.push(s.from);
			weight.push(s.t / total);
		}
	}
	start.fill(from.length, size);
	return {
		graph: {
			size: size + 2,
			start,
			from: Int32Array.from(from),
			weight: Float64Array.from(weight),
		},
		stock,
		elsewhere,
	};
}

function traceStage(
	graph: FlowGraph,
	book: Book,
	mix: Mix,
	element: string | null,
	stage: string,
	groups: readonly Group[],
): Trace[] {
	const facilities: string[] = [];
	const labelOf = new Map<string, number>();
	const label = new Int32Array(mix.graph.size).fill(-1);
	graph.runs.forEach((run, v) => {
		if (run.stage !== stage) return;
		let l = labelOf.get(run.facility);
		if (l === undefined) {
			l = facilities.length;
			labelOf.set(run.facility, l);
			facilities.push(run.facility);
		}
		label[v] = l;
	});
	const labels = facilities.length + 2;
	label[mix.stock] = facilities.length;
	label[mix.elsewhere] = facilities.length + 1;
	const shares = shareLabels(mix.graph, label, labels);
	return groups.map((group) => {
		const t = new Float64Array(labels);
		for (const part of group.parts)
			for (let l = 0; l < labels; l++)
				t[l] = (t[l] as number) + part.t * (shares[part.vertex * labels + l] as number);
		return {
			product: group.product,
			group: group.group,
			element,
			stage,
			delivered: group.delivered,
			shares: Array.from(t, (amount, l) => shareOf(book, facilities, l, amount, group.delivered))
				.filter((s) => s.t > 0)
				.sort((a, b) => b.t - a.t || ((a.facility ?? "") < (b.facility ?? "") ? -1 : 1)),
		};
	});
}

function shareOf(
	book: Book,
	facilities: readonly string[],
	label: number,
	t: number,
	delivered: number,
): TraceShare {
	const id = facilities[label];
	const row = id === undefined ? undefined : book.facilities.get(id);
	return {
		facility: id ?? null,
		region: row?.region_id ?? null,
		controller: id === undefined ? null : book.controller(id),
		operator: row?.operator_id ?? null,
		place:
			id !== undefined
				? "plant"
				: label === facilities.length
					? "opening stock"
					: "not through this stage",
		t,
		share: delivered > 0 ? t / delivered : 0,
	};
}

/** Add up a trace by what its facilities have in common; `null` keys collect what passed no plant. */
export function traceBy(
	trace: Trace,
	dimension: "region" | "controller" | "operator" | "facility",
): { readonly key: string; readonly t: number; readonly share: number }[] {
	const sums = new Map<string, { t: number; share: number }>();
	for (const s of trace.shares) {
		const key = s[dimension] ?? s.place;
		const sum = sums.get(key) ?? { t: 0, share: 0 };
		sums.set(key, { t: sum.t + s.t, share: sum.share + s.share });
	}
	return [...sums]
		.map(([key, sum]) => ({ key, ...sum }))
		.sort((a, b) => b.t - a.t || (a.key < b.key ? -1 : 1));
}
