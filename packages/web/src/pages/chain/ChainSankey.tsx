import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import type { ChainAnswer } from "../../engine/protocol.ts";
import { fitting, textWidth } from "../../lib/fit.ts";
import { capital, quantity } from "../../lib/format.ts";
import { STAGE_WORDS } from "../../parts/status.ts";
import { useTip } from "../../parts/Tip.tsx";
import { flowKey, nodeKey } from "./keys.ts";
import { isMainStage, type Layout, layOut, type PlacedNode } from "./layout.ts";
import { ribbon } from "./path.ts";
import { StageBars } from "./StageBars.tsx";
import { neighbour } from "./walk.ts";

interface Props {
	readonly answer: ChainAnswer;
	readonly nameOf: (group: string) => string;
	/** Ids of nodes that rest mostly on assumptions. */
	readonly assumed: ReadonlySet<string>;
	readonly selected: string;
	readonly width: number;
	/** Height of the window, px: the bars should be in sight without scrolling. */
	readonly room: number;
	readonly title: string;
	readonly picture: RefObject<SVGSVGElement | null>;
	readonly onOpen: (what: string) => void;
}

const HEAD = 40;
const NODE = 10;
/** Room right of the last stage for its names. */
const ASIDE = 152;
const TALL_BELOW = 640;

/** Stages left to right, flows between them coloured by control, capacity against need below. */
export function ChainSankey(props: Props) {
	const { answer, nameOf, assumed, selected, width, room, title, picture, onOpen } = props;
	const { sankey, coverage } = answer;
	const tall = width < TALL_BELOW;
	const breadth = tall ? width - 8 : Math.round(Math.min(420, Math.max(280, room - 570)));
	const length = tall ? 780 : width - ASIDE;
	const tip = useTip();
	const nodes = useRef(new Map<string, SVGGElement>());
	const placed = useMemo(
		() => layOut(sankey, answer.blocs, { length, breadth, node: NODE, gap: tall ? 34 : 20 }),
		[sankey, answer, length, breadth, tall],
	);
	const [current, setCurrent] = useState<string | null>(null);
	const first = placed.nodes.find(({ id }) => id === current)?.id ?? placed.nodes[0]?.id;
	const flow = (value: number) => quantity(value, sankey.unit);
	const barsAt = tall ? length + HEAD : breadth + HEAD + 36;
	const height = tall ? length + HEAD + 24 : barsAt + 132;

	const nodeName = ({ group, stage }: PlacedNode) =>
		group === "stock" || isMainStage(stage)
			? nameOf(group)
			: `${nameOf(group)}, ${(STAGE_WORDS[stage] ?? stage).toLowerCase()}`;

	const onKeyDown = (event: KeyboardEvent, node: PlacedNode) => {
		if (event.key === "Enter" || event.key === " ") {
			event.preventDefault();
			onOpen(nodeKey(node.id));
			return;
		}
		const next = neighbour(placed, node, event.key, tall);
		if (!next) return;
		event.preventDefault();
		setCurrent(next.id);
		nodes.current.get(next.id)?.focus();
	};

	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: a drawing can't be a fieldset */}
			<svg
				ref={picture}
				className="sankey"
				role="group"
				aria-label={`${title}. Flows in ${sankey.unit}. Arrow keys walk from node to node, Enter opens one.`}
				width={width}
				height={height}
				viewBox={`0 0 ${width} ${height}`}
				data-tall={tall || undefined}
			>
				<defs>
					<pattern
						id="hatch"
						width="5"
						height="5"
						patternUnits="userSpaceOnUse"
						patternTransform="rotate(45)"
					>
						<rect width="2.2" height="5" className="hatch" />
					</pattern>
				</defs>
				<g transform={tall ? `translate(4 ${HEAD})` : `translate(0 ${HEAD})`}>
					<g className="sankey-columns">
						{placed.columns.map((column) => {
							const weak = column.stages.includes(coverage.weakest?.stage ?? "");
							return (
								<text
									key={column.key}
									className="sankey-stage"
									x={tall ? 0 : column.start}
									y={tall ? column.start - 8 : -24}
								>
									{STAGE_WORDS[column.key] ?? capital(column.key)}
									{weak && <tspan className="sankey-weak"> weakest link</tspan>}
								</text>
							);
						})}
					</g>
					<g className="sankey-links">
						{placed.links.map((link) => (
							// biome-ignore lint/a11y/noStaticElementInteractions: the node's card lists its flows for keys
							<path
								key={`${link.source.id}>${link.target.id}`}
								d={ribbon(link, tall)}
								data-bloc={link.bloc}
								data-assumed={assumed.has(link.source.id) || undefined}
								data-selected={selected === flowKey(link.source.id, link.target.id) || undefined}
								onClick={() => onOpen(flowKey(link.source.id, link.target.id))}
								onPointerMove={(event) =>
									tip.show(event, [
										`${nodeName(link.source)} → ${nodeName(link.target)}`,
										`${link.source.stage} → ${link.target.stage}`,
										flow(link.link.value),
									])
								}
								onPointerLeave={tip.hide}
							/>
						))}
					</g>
					<g className="sankey-nodes">
						{placed.nodes.map((node) => (
							// biome-ignore lint/a11y/useSemanticElements: an HTML button can't stand in a drawing
							<g
								key={node.id}
								ref={(element) => {
									if (element) nodes.current.set(node.id, element);
									else nodes.current.delete(node.id);
								}}
								role="button"
								tabIndex={node.id === first ? 0 : -1}
								className="sankey-node"
								aria-label={`${STAGE_WORDS[node.stage] ?? node.stage}, ${nameOf(node.group)}: ${flow(Math.max(node.incoming, node.outgoing))}${assumed.has(node.id) ? ", mostly assumed" : ""}`}
								data-bloc={node.bloc}
								data-selected={selected === nodeKey(node.id) || undefined}
								onClick={() => onOpen(nodeKey(node.id))}
								onFocus={() => setCurrent(node.id)}
								onKeyDown={(event) => onKeyDown(event, node)}
								onPointerMove={(event) =>
									tip.show(
										event,
										[
											`${STAGE_WORDS[node.stage] ?? capital(node.stage)}: ${nameOf(node.group)}`,
											flow(Math.max(node.incoming, node.outgoing)),
											assumed.has(node.id) ? "Hatched: mostly assumed or aggregate" : "",
										].filter(Boolean),
									)
								}
								onPointerLeave={tip.hide}
							>
								<Box node={node} tall={tall} hatched={assumed.has(node.id)} />
								<Label
									node={node}
									tall={tall}
									room={tall ? crossRoom(placed, node, breadth) : alongRoom(placed, node, length)}
									name={nodeName(node)}
									value={flow(Math.max(node.incoming, node.outgoing))}
								/>
							</g>
						))}
					</g>
					{!tall && (
						<StageBars
							columns={placed.columns}
							coverage={coverage}
							y={barsAt - HEAD}
							length={length}
							onOpen={onOpen}
						/>
					)}
				</g>
			</svg>
			{tip.element}
		</>
	);
}

/** A node's name where space is short: the country's code, with what sets it apart. */
function shortOf({ group, stage }: PlacedNode, name: string): string {
	if (group === "stock") return "Stock";
	if (group === "other") return "Rest";
	const aside = isMainStage(stage) ? "" : `, ${(STAGE_WORDS[stage] ?? stage).toLowerCase()}`;
	return /^[A-Z]{2,5}$/.test(group) ? `${group}${aside}` : name;
}

/** Room for a label right of its node: to the next stage, or to the edge of the picture. */
function alongRoom({ columns }: Layout, node: PlacedNode, length: number): number {
	const next = columns.find(({ start }) => start > node.x1);
	return (next ? next.start : length + ASIDE) - node.x1 - 12;
}

/** Room for a label under its node: to the next node of the stage. */
function crossRoom({ nodes }: Layout, node: PlacedNode, breadth: number): number {
	const beside = nodes.filter(({ x0, y0 }) => x0 === node.x0 && y0 > node.y0).map(({ y0 }) => y0);
	return Math.min(breadth, ...beside) - node.y0 - 4;
}

interface BoxProps {
	readonly node: PlacedNode;
	readonly tall: boolean;
	readonly hatched: boolean;
}

function Box({ node: { x0, x1, y0, y1 }, tall, hatched }: BoxProps) {
	const box = tall
		? { x: y0, y: x0, width: y1 - y0, height: x1 - x0 }
		: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
	return (
		<>
			<rect className="sankey-hit" {...grown(box, 6)} />
			<rect className="sankey-box" {...box} />
			{hatched && <rect className="sankey-hatch" {...box} fill="url(#hatch)" />}
		</>
	);
}

function grown(
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	by: number,
) {
	return { x: x - by, y: y - by / 2, width: width + 2 * by, height: height + by };
}

interface LabelProps {
	readonly node: PlacedNode;
	readonly tall: boolean;
	/** Room along the text, px. */
	readonly room: number;
	readonly name: string;
	readonly value: string;
}

/** Name and value where both fit, else the code, else what fits of it. */
function Label({ node, tall, room, name, value }: LabelProps) {
	const short = shortOf(node, name);
	if (tall) {
		return (
			<text className="sankey-label" x={node.y0} y={node.x1 + 13}>
				{fitting([name, short], room, 12.5)}
			</text>
		);
	}
	const amount = value.replace(/(\s)t \S+ contained$/, "$1t");
	const said = [name, short].find((text) => textWidth(`${text} ${amount}`, 12.5) <= room);
	return (
		<text className="sankey-label" x={node.x1 + 6} y={(node.y0 + node.y1) / 2} dy="0.35em">
			{said ?? fitting([short], room, 12.5)}
			{said && <tspan className="sankey-value"> {amount}</tspan>}
		</text>
	);
}
