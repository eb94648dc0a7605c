import type { KeyboardEvent, PointerEvent, Ref } from "react";
import { capital } from "../../lib/format.ts";
import { STAGE_WORDS } from "../../parts/status.ts";
import type { Label } from "./labels.ts";
import type { PlacedNode } from "./layout.ts";

interface Props {
	readonly ref: Ref<SVGGElement>;
	readonly node: PlacedNode;
	readonly tall: boolean;
	/** Mostly assumed capacity: hatched. */
	readonly assumed: boolean;
	/** The one node of the picture that Tab stops at. */
	readonly stop: boolean;
	readonly selected: boolean;
	readonly name: string;
	readonly value: string;
	readonly label: Label;
	readonly onOpen: () => void;
	readonly onFocus: () => void;
	readonly onKeyDown: (event: KeyboardEvent) => void;
	readonly onTip: (event: PointerEvent, lines: readonly string[]) => void;
	readonly onTipEnd: () => void;
}

/** A country (or bloc) at a stage: a bar with its name, a button for mouse and keys. */
export function SankeyNode(props: Props) {
	const { ref, node, tall, assumed, stop, selected, name, value, label } = props;
	const stage = STAGE_WORDS[node.stage] ?? capital(node.stage);
	const { x0, x1, y0, y1 } = node;
	const box = tall
		? { x: y0, y: x0, width: y1 - y0, height: x1 - x0 }
		: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
	const at = tall ? { x: y0, y: x1 + 13 } : { x: x1 + 6, y: (y0 + y1) / 2, dy: "0.35em" };
	const shown = `${label.name} ${label.amount}`.trim();
	return (
		// biome-ignore lint/a11y/useSemanticElements: an HTML button can't stand in a drawing
		<g
			ref={ref}
			role="button"
			tabIndex={stop ? 0 : -1}
			className="sankey-node"
			aria-label={`${stage}, ${shown} (${name}, ${value}${assumed ? ", mostly assumed" : ""})`}
			data-bloc={node.bloc}
			data-selected={selected || undefined}
			onClick={props.onOpen}
			onFocus={props.onFocus}
			onKeyDown={props.onKeyDown}
			onPointerMove={(event) =>
				props.onTip(event, [
					`${stage}: ${name}`,
					value,
					...(assumed ? ["Hatched: mostly assumed or aggregate"] : []),
				])
			}
			onPointerLeave={props.onTipEnd}
		>
			<rect
				className="sankey-hit"
				x={box.x - 6}
				y={box.y - 3}
				width={box.width + 12}
				height={box.height + 6}
			/>
			<rect className="sankey-box" {...box} />
			{assumed && <rect {...box} fill="url(#hatch)" />}
			<text className="sankey-label" aria-hidden {...at}>
				{label.name}
				{label.amount && <tspan className="sankey-value"> {label.amount}</tspan>}
			</text>
		</g>
	);
}
