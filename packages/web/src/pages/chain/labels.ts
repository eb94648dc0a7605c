/** What is written beside a node: as much of its name and value as there is room for. */
import { fitting, textWidth } from "../../lib/fit.ts";
import { STAGE_WORDS } from "../../parts/status.ts";
import { isMainStage, type Layout, type PlacedNode } from "./layout.ts";

export interface Label {
	readonly name: string;
	readonly amount: string;
}

const SIZE = 12.5;

/** Name and value where both fit, else the code, else what fits of it. */
export function labelOf(
	node: PlacedNode,
	words: { readonly name: string; readonly value: string },
	room: number,
	tall: boolean,
): Label {
	const name = words.name + aside(node);
	const short = shortOf(node, name);
	if (tall) return { name: fitting([name, short], room, SIZE), amount: "" };
	const amount = words.value.replace(/(\s)t \S+ contained$/, "$1t");
	const said = [name, short].find((text) => textWidth(`${text} ${amount}`, SIZE) <= room);
	return said ? { name: said, amount } : { name: fitting([short], room, SIZE), amount: "" };
}

/** What sets a node apart that shares its column with the main stage: `, recycling`. */
export function aside({ group, stage }: PlacedNode): string {
	return group === "stock" || isMainStage(stage)
		? ""
		: `, ${(STAGE_WORDS[stage] ?? stage).toLowerCase()}`;
}

function shortOf(node: PlacedNode, name: string): string {
	const { group } = node;
	if (group === "stock") return "Stock";
	if (group === "other") return "Rest";
	return /^[A-Z]{2,5}$/.test(group) ? group + aside(node) : name;
}

/** Room right of a node: to the next stage, or to the edge of the picture. */
export function roomAlong({ columns }: Layout, node: PlacedNode, edge: number): number {
	const next = columns.find(({ start }) => start > node.x1);
	return (next?.start ?? edge) - node.x1 - 12;
}

/** Room under a node of a tall picture: to the next node of the stage. */
export function roomAcross({ nodes }: Layout, node: PlacedNode, breadth: number): number {
	const beside = nodes.filter(({ x0, y0 }) => x0 === node.x0 && y0 > node.y0).map(({ y0 }) => y0);
	return Math.min(breadth, ...beside) - node.y0 - 4;
}
