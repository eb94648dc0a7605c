import type { RivalRow } from "./rivals.ts";

/** How sure, by fill: full, hatched, open; dashed where nobody opened the source. */
export type Sureness = "high" | "medium" | "low" | "unopened";

function sureness(confidence: string): Sureness {
	if (confidence === "high" || confidence === "medium" || confidence === "low") return confidence;
	return "unopened";
}

const HALF = { figure: 6, superseded: 4.5, echo: 3 } as const;
const DOT = { figure: 5, superseded: 4.5, echo: 3 } as const;

/** One figure: its range as a bar, itself as a dot; open to one side with an arrow; struck once revised. */
export function RivalMark({ row, y }: { readonly row: RivalRow; readonly y: number }) {
	const { kind, bar, dot, rival } = row;
	const half = HALF[kind];
	const sure = sureness(rival.confidence);
	return (
		<g className="rival-mark" data-sure={sure} data-kind={kind}>
			{bar && !bar.open && (
				<rect
					className="rival-bar"
					x={bar.from}
					y={y - half}
					width={Math.max(1.5, bar.to - bar.from)}
					height={2 * half}
					rx={1.5}
				/>
			)}
			{bar?.open && <Arrow from={bar.from} to={bar.to} open={bar.open} y={y} half={half} />}
			{dot !== null && !bar?.open && <circle className="rival-dot" cx={dot} cy={y} r={DOT[kind]} />}
			{kind === "superseded" && (
				<path
					className="rival-strike"
					d={`M${(dot ?? bar?.from ?? 0) - 8} ${y + 6}L${(dot ?? bar?.to ?? 0) + 8} ${y - 6}`}
				/>
			)}
		</g>
	);
}

interface ArrowProps {
	readonly from: number;
	readonly to: number;
	readonly open: "low" | "high";
	readonly y: number;
	readonly half: number;
}

/** A bound: a stop where it holds, an arrow to the side that it leaves open. */
function Arrow({ from, to, open, y, half }: ArrowProps) {
	const [stop, tip] = open === "high" ? [from, to] : [to, from];
	const back = open === "high" ? -7 : 7;
	return (
		<>
			<path className="rival-arrow" d={`M${stop} ${y - half}V${y + half}M${stop} ${y}H${tip}`} />
			<path
				className="rival-arrow"
				d={`M${tip + back} ${y - 4.5}L${tip} ${y}L${tip + back} ${y + 4.5}`}
			/>
		</>
	);
}

/** The fills that stand for confidence, once in a picture. */
export function RivalPatterns() {
	return (
		<defs>
			<pattern
				id="sure-medium"
				width="4"
				height="4"
				patternUnits="userSpaceOnUse"
				patternTransform="rotate(45)"
			>
				<rect width="4" height="4" className="sure-ground" />
				<rect width="2" height="4" className="sure-line" />
			</pattern>
		</defs>
	);
}

const KEY = [
	{ confidence: "high", words: "high" },
	{ confidence: "medium", words: "medium" },
	{ confidence: "low", words: "low" },
	{ confidence: "unverified", words: "not opened" },
] as const;

/** What the fills and marks mean, each drawn as it is drawn in the picture. */
export function RivalKey() {
	return (
		<ul className="rivals-key small">
			{KEY.map(({ confidence, words }, i) => (
				<li key={words}>
					<svg width="26" height="14" aria-hidden>
						<RivalMark row={sample("figure", confidence)} y={7} />
					</svg>
					{i === 0 && "confidence "}
					{words}
				</li>
			))}
			<li>
				<svg width="26" height="14" aria-hidden>
					<RivalMark row={sample("superseded", "high")} y={7} />
				</svg>
				revised since
			</li>
			<li>
				<svg width="26" height="14" aria-hidden>
					<RivalMark row={sample("echo", "high")} y={7} />
				</svg>
				repeats another; a tie joins one origin
			</li>
			<li>
				<svg width="26" height="14" aria-hidden>
					<g className="rival-mark" data-sure="high" data-kind="figure">
						<Arrow from={3} to={23} open="high" y={7} half={6} />
					</g>
				</svg>
				a bound, open to one side
			</li>
		</ul>
	);
}

function sample(kind: RivalRow["kind"], confidence: string): RivalRow {
	return {
		rival: {
			claim: "",
			origin: "",
			value: 0,
			interval: { low: 0, high: 0 },
			asOf: null,
			published: null,
			confidence,
			echo: false,
			superseded: false,
		},
		kind,
		y: 0,
		origin: null,
		dot: 13,
		bar: kind === "echo" ? null : { from: 3, to: 23, open: null },
	};
}
