import { fillOf, shape } from "./shapes.ts";

interface Props {
	readonly stage: string;
	readonly status: string;
	readonly bloc?: string;
	readonly aggregate?: boolean;
	readonly r?: number;
}

/** A plant's mark: shape by stage, fill by status, colour by control, dashed where it stands for several. */
export function Mark({ stage, status, bloc = "ink", aggregate = false, r = 5 }: Props) {
	const path = shape(stage, r);
	const fill = fillOf(status);
	return (
		<g className="mark" data-bloc={bloc} data-fill={fill} data-aggregate={aggregate || undefined}>
			<path className="mark-ground" d={path} />
			<path className="mark-shape" d={path} />
			{fill === "half" && (
				<path className="mark-half" d={path} style={{ clipPath: "inset(50% 0 0 0)" }} />
			)}
			{fill === "struck" && <path className="mark-strike" d={`M${-r} ${r}L${r} ${-r}`} />}
		</g>
	);
}

/** The mark on its own, for lists and legends. */
export function MarkIcon(props: Props) {
	return (
		<svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden className="mark-icon">
			<Mark {...props} />
		</svg>
	);
}
