import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import type { ChainAnswer } from "../../engine/protocol.ts";
import { capital, quantity } from "../../lib/format.ts";
import { STAGE_WORDS } from "../../parts/status.ts";
import { useTip } from "../../parts/Tip.tsx";
import { flowKey, nodeKey } from "./keys.ts";
import { aside, labelOf, roomAcross, roomAlong } from "./labels.ts";
import { layOut, type PlacedNode } from "./layout.ts";
import { ribbon } from "./path.ts";
import { SankeyNode } from "./SankeyNode.tsx";
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
	const [a, b] = placed.columns;
	const step = a && b ? b.start - a.start : length;
	const [current, setCurrent] = useState<string | null>(null);
	const first = placed.nodes.find(({ id }) => id === current)?.id ?? placed.nodes[0]?.id;
	const flow = (value: number) => quantity(value, sankey.unit);
	const barsAt = tall ? length + HEAD : breadth + HEAD + 36;
	const height = tall ? length + HEAD + 24 : barsAt + 132;

	const nodeName = (node: PlacedNode) => nameOf(node.group) + aside(node);
	const sizeOf = ({ incoming, outgoing }: PlacedNode) => flow(Math.max(incoming, outgoing));

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
									{weak && (tall || step > 160) && (
										<tspan className="sankey-weak"> weakest link</tspan>
									)}
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
							<SankeyNode
								key={node.id}
								ref={(element) => {
									if (element) nodes.current.set(node.id, element);
									else nodes.current.delete(node.id);
								}}
								node={node}
								tall={tall}
								assumed={assumed.has(node.id)}
								stop={node.id === first}
								selected={selected === nodeKey(node.id)}
								name={nameOf(node.group)}
								value={sizeOf(node)}
								label={labelOf(
									node,
									{ name: nameOf(node.group), value: sizeOf(node) },
									tall
										? roomAcross(placed, node, breadth)
										: roomAlong(placed, node, length + ASIDE),
									tall,
								)}
								onOpen={() => onOpen(nodeKey(node.id))}
								onFocus={() => setCurrent(node.id)}
								onKeyDown={(event) => onKeyDown(event, node)}
								onTip={tip.show}
								onTipEnd={tip.hide}
							/>
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
