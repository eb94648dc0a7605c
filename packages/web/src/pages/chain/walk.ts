import type { Layout, PlacedNode } from "./layout.ts";

const ALONG: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const ACROSS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The node that an arrow key leads to: the nearest of the next stage, or the next of this one. */
export function neighbour(
	{ nodes, columns }: Layout,
	from: PlacedNode,
	key: string,
	tall: boolean,
): PlacedNode | undefined {
	const along = (tall ? ACROSS : ALONG)[key];
	const across = (tall ? ALONG : ACROSS)[key];
	const middle = (node: PlacedNode) => (node.y0 + node.y1) / 2;
	if (across !== undefined) {
		const column = nodes.filter(({ x0 }) => x0 === from.x0).toSorted((a, b) => a.y0 - b.y0);
		return column[column.indexOf(from) + across];
	}
	if (along === undefined) return undefined;
	const starts = columns.map(({ start }) => start);
	const next = starts[starts.indexOf(from.x0) + along];
	return nodes
		.filter(({ x0 }) => x0 === next)
		.toSorted((a, b) => Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)))[0];
}
