/**
 * Where the chain's nodes and flows stand. Stages are columns in their order; within a column
 * home stands above allied, neutral and rival, larger first, so that nothing jumps from one
 * scenario to the next. d3-sankey links the graph and orders the flows at each node.
 */
import type { Bloc, Sankey, SankeyLink, SankeyNode } from "@lodegrid/engine/chain";
import {
	sankey as d3Sankey,
	type SankeyLink as PlacedD3Link,
	type SankeyNode as PlacedD3Node,
} from "d3-sankey";
import { BLOCS } from "../../scenario/view.ts";

export interface Column {
	readonly key: string;
	readonly stages: readonly string[];
	/** Along the chain. */
	readonly start: number;
	readonly end: number;
}

interface NodeExtra extends SankeyNode {
	readonly bloc: Bloc;
}

interface LinkExtra {
	readonly link: SankeyLink;
	readonly bloc: Bloc;
}

/** `x` runs along the chain, `y` across it; a tall page swaps the two when drawing. */
export interface PlacedNode extends NodeExtra {
	readonly x0: number;
	readonly x1: number;
	readonly y0: number;
	readonly y1: number;
}

export interface PlacedLink {
	readonly link: SankeyLink;
	readonly bloc: Bloc;
	readonly source: PlacedNode;
	readonly target: PlacedNode;
	/** Middle of the flow at either end, and its width, across the chain. */
	readonly y0: number;
	readonly y1: number;
	readonly width: number;
}

export interface Layout {
	readonly columns: readonly Column[];
	readonly nodes: readonly PlacedNode[];
	readonly links: readonly PlacedLink[];
}

/** Stages that stand in one column: what feeds the chain beside mines, what leaves it beside use. */
const COLUMN_OF: Readonly<Record<string, string>> = {
	"opening stock": "mine",
	supply: "mine",
	scrap: "use",
	recycling: "separation",
};

/** Whether a stage gives its column the name. */
export function isMainStage(stage: string): boolean {
	return COLUMN_OF[stage] === undefined;
}

export interface Frame {
	/** Length of the chain and its breadth, px. */
	readonly length: number;
	readonly breadth: number;
	readonly node: number;
	readonly gap: number;
}

export function layOut(
	sankey: Sankey,
	blocs: Readonly<Record<string, Bloc>>,
	frame: Frame,
): Layout {
	const columns = columnsOf(sankey, frame);
	const place = new Map(columns.flatMap((column) => column.stages.map((stage) => [stage, column])));
	const graph = linked(sankey, blocs);
	const size = ({ incoming, outgoing }: SankeyNode) => Math.max(incoming, outgoing);
	const byColumn = Map.groupBy(graph.nodes, (node) => place.get(node.stage) as Column);

	const scale = Math.min(
		...[...byColumn.values()].map((nodes) => {
			const room = frame.breadth - frame.gap * (nodes.length - 1);
			return Math.max(room, frame.breadth / 4) / nodes.reduce((sum, n) => sum + size(n), 0);
		}),
	);
	for (const [column, nodes] of byColumn) {
		nodes.sort(
			(a, b) =>
				Number(isMainStage(b.stage)) - Number(isMainStage(a.stage)) ||
				BLOCS.indexOf(a.bloc) - BLOCS.indexOf(b.bloc) ||
				size(b) - size(a),
		);
		const used = nodes.reduce((sum, n) => sum + size(n) * scale, 0);
		const gap =
			nodes.length > 1 ? Math.min(frame.gap * 2, (frame.breadth - used) / (nodes.length - 1)) : 0;
		let y = 0;
		for (const node of nodes) {
			node.x0 = column.start;
			node.x1 = column.end;
			node.y0 = y;
			node.y1 = y + Math.max(1, size(node) * scale);
			y = node.y1 + gap;
		}
	}
	for (const link of graph.links) link.width = link.value * scale;
	d3Sankey<NodeExtra, LinkExtra>().update(graph);
	return {
		columns,
		nodes: (graph.nodes as PlacedNode[]).toSorted((a, b) => a.x0 - b.x0 || a.y0 - b.y0),
		links: graph.links as unknown as PlacedLink[],
	};
}

function columnsOf(sankey: Sankey, { length, node }: Frame): Column[] {
	const stages = Map.groupBy(sankey.columns, (stage) => COLUMN_OF[stage] ?? stage);
	const keys = [...stages.keys()].toSorted(
		(a, b) => sankey.columns.indexOf(a) - sankey.columns.indexOf(b),
	);
	const step = keys.length > 1 ? (length - node) / (keys.length - 1) : 0;
	return keys.map((key, i) => ({
		key,
		stages: stages.get(key) ?? [],
		start: i * step,
		end: i * step + node,
	}));
}

type Node = PlacedD3Node<NodeExtra, LinkExtra>;
type Link = PlacedD3Link<NodeExtra, LinkExtra>;

/** The graph with both ends of every flow known; its positions are still d3's own. */
function linked(
	sankey: Sankey,
	blocs: Readonly<Record<string, Bloc>>,
): { nodes: Node[]; links: Link[] } {
	const nodes = sankey.nodes.map((node) => ({
		...node,
		bloc: blocs[node.id] ?? ("neutral" as const),
	}));
	const at = new Map(nodes.map((node, i) => [node.id, i]));
	const links = sankey.links.map((link) => ({
		source: at.get(link.source) as number,
		target: at.get(link.target) as number,
		value: link.value,
		link,
		bloc: nodes[at.get(link.source) as number]?.bloc ?? "neutral",
	}));
	return d3Sankey<NodeExtra, LinkExtra>().extent([
		[0, 0],
		[1, 1],
	])({ nodes, links });
}
