import type { Distribution } from "@lodegrid/engine/evidence";
import { inUnit } from "./figure.ts";
import { outline } from "./outline.ts";
import "./evidence-parts.css";

interface Props {
	readonly distribution: Distribution;
	readonly value: number;
	readonly unit: string;
}

const WIDTH = 352;
const HEIGHT = 74;
const BASE = 48;
const EDGE = 36;

const SHAPE_WORDS = {
	fixed: "one number, no spread",
	uniform: "anything in the range alike",
	triangular: "the middle more than the ends",
} as const;

/** How uncertain a number is: its range and the shape of belief over it, with the number itself. */
export function DistributionSketch({ distribution, value, unit }: Props) {
	const { shape, low, middle, high } = distribution;
	const fixed = shape === "fixed" || low === high;
	const [from, to] = [Math.min(low, value), Math.max(high, value)];
	const at = (x: number) =>
		to === from ? WIDTH / 2 : EDGE + ((x - from) / (to - from)) * (WIDTH - 2 * EDGE);
	const ends = fixed ? [low] : [low, high];
	return (
		<figure>
			<svg
				className="sketch"
				role="img"
				aria-label={`Distribution: ${SHAPE_WORDS[shape]}, from ${inUnit(low, unit)} to ${inUnit(high, unit)}, middle ${inUnit(middle, unit)}.`}
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			>
				<line className="sketch-base" x1={8} x2={WIDTH - 8} y1={BASE} y2={BASE} />
				<path className="sketch-shape" d={outline(distribution, at, BASE, 34)} />
				<line className="sketch-value" x1={at(value)} x2={at(value)} y1={6} y2={BASE} />
				{ends.map((x) => (
					<text key={x} x={at(x)} y={BASE + 16} textAnchor="middle">
						{inUnit(x, unit)}
					</text>
				))}
			</svg>
			<figcaption className="quiet small">
				{fixed ? "Fixed" : `${shape === "uniform" ? "Uniform" : "Triangular"}`}:{" "}
				{SHAPE_WORDS[shape]}
			</figcaption>
		</figure>
	);
}
