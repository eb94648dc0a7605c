import type { CalibrationRow } from "@lodegrid/engine/chain";
import * as Plot from "@observablehq/plot";
import { type RefObject, useEffect, useRef } from "react";
import { exact, percent, quantity } from "../../lib/format.ts";

interface Props {
	/** All in one unit: shares, or tonnes. */
	readonly rows: readonly CalibrationRow[];
	readonly shares: boolean;
	readonly title: string;
	readonly width: number;
	readonly picture: RefObject<SVGSVGElement | null>;
	readonly onOpen: (reference: string) => void;
}

interface Point {
	readonly row: CalibrationRow;
	readonly label: string;
	readonly low: number | null;
	readonly high: number | null;
	readonly observed: number;
	readonly model: number | null;
}

const ROW = 22;
/** Tonnages are drawn as multiples of the published figure, up to this. */
const MOST = 2;

/** Published figure with its range, and the model's beside it, one row each. */
export function FitChart({ rows, shares, title, width, picture, onOpen }: Props) {
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const svg = draw(
			rows.map((row) => pointOf(row, shares)),
			shares,
			width,
			title,
		);
		svg.addEventListener("click", () => {
			const point = (svg as unknown as { value: Point | null }).value;
			if (point) onOpen(point.row.reference.id);
		});
		svg.setAttribute("role", "img");
		for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
		frame.current?.replaceChildren(svg);
		picture.current = svg;
	}, [rows, shares, width, title, picture, onOpen]);
	return <div ref={frame} className="fit" />;
}

function pointOf(row: CalibrationRow, shares: boolean): Point {
	const { reference, model, observed } = row;
	const scale = (value: number | null) =>
		value === null ? null : shares ? value * 100 : observed > 0 ? value / observed : null;
	return {
		row,
		label: `${reference.year}  ${reference.title}`,
		low: scale(reference.low),
		high: scale(reference.high),
		observed: shares ? observed * 100 : 1,
		model: scale(model),
	};
}

function draw(points: Point[], shares: boolean, width: number, title: string): SVGSVGElement {
	const narrow = width < 720;
	const step = narrow ? ROW * 1.9 : ROW;
	const left = narrow ? 8 : Math.min(430, width * 0.42);
	const inside = (value: number | null) =>
		value === null ? null : Math.min(shares ? 100 : MOST, Math.max(0, value));
	const dots = points.map((point) => ({ ...point, at: inside(point.model) }));
	return Plot.plot({
		ariaLabel: title,
		width,
		height: points.length * step + 64,
		marginLeft: left,
		marginRight: 20,
		marginTop: 36,
		style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
		x: {
			domain: shares ? [0, 100] : [0, MOST],
			grid: true,
			axis: "top",
			label: shares ? "Share, %" : "Multiple of the published figure",
			labelAnchor: "right",
		},
		y: { domain: points.map(({ label }) => label), label: null, axis: null },
		symbol: { domain: ["input", "emergent"], range: ["square", "circle"] },
		marks: [
			...[400, 650].map((fontWeight) =>
				Plot.text(
					points.filter(({ row }) => row.unexplained === fontWeight > 400),
					{
						y: "label",
						x: 0,
						text: (point: Point) => shorten(point.label, narrow ? 58 : left / 6.2),
						title: "label",
						textAnchor: narrow ? "start" : "end",
						dx: narrow ? 0 : -12,
						dy: narrow ? -14 : 0,
						fontWeight,
					},
				),
			),
			shares ? null : Plot.ruleX([1], { strokeOpacity: 0.35 }),
			Plot.ruleY(points, {
				y: "label",
				x1: (point: Point) => inside(point.low ?? point.observed),
				x2: (point: Point) => inside(point.high ?? point.observed),
				strokeWidth: 7,
				strokeOpacity: 0.22,
				strokeLinecap: "round",
			}),
			Plot.ruleY(dots, {
				y: "label",
				x1: "observed",
				x2: "at",
				strokeWidth: 1,
				strokeOpacity: 0.6,
			}),
			Plot.dot(points, {
				y: "label",
				x: "observed",
				r: 4.5,
				fill: "var(--ground)",
				stroke: "currentColor",
				strokeWidth: 1.5,
			}),
			Plot.dot(dots, {
				y: "label",
				x: "at",
				r: 4.5,
				symbol: (point: Point) => point.row.reference.relation,
				fill: "currentColor",
			}),
			Plot.tip(dots, Plot.pointerY({ y: "label", x: "at", title: tipOf, fill: "var(--ground)" })),
		],
	}) as SVGSVGElement;
}

function tipOf({ row }: Point): string {
	const { reference, model, observed, error, errorUnit } = row;
	const shown = (value: number | null) =>
		reference.unit === "fraction" ? percent(value) : quantity(value, "t");
	return [
		reference.title,
		`Published ${shown(observed)}, model ${shown(model)}`,
		`Error ${exact(error === null ? null : Number(error.toPrecision(3)), errorUnit)}, ${reference.relation}`,
		"Click for the source",
	].join("\n");
}

function shorten(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
