import type { RankedFactor, Ranking } from "@lodegrid/engine/chain";
import * as Plot from "@observablehq/plot";
import { type RefObject, useEffect, useRef } from "react";
import { exact } from "../../../lib/format.ts";
import { inUnit } from "./columns.ts";

interface Props {
	readonly ranking: Ranking;
	readonly width: number;
	readonly picture: RefObject<SVGSVGElement | null>;
	readonly onOpen: (factor: RankedFactor) => void;
}

const SHOWN = 20;
const ROW = 26;

/** Mean effect of each number over its range, with its sampling interval, largest first. */
export function EffectsChart({ ranking, width, picture, onOpen }: Props) {
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const svg = draw(ranking, width);
		svg.addEventListener("click", () => {
			const row = (svg as unknown as { value: RankedFactor | null }).value;
			if (row) onOpen(row);
		});
		svg.setAttribute("role", "img");
		for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
		frame.current?.replaceChildren(svg);
		picture.current = svg;
	}, [ranking, width, picture, onOpen]);
	return <div ref={frame} className="effects" />;
}

function draw({ rows, unit, title, of }: Ranking, width: number): SVGSVGElement {
	const scale = unit === "fraction" ? 100 : 1;
	const shown = rows.slice(0, SHOWN).filter((row) => row.muStar > 0);
	const narrow = width < 720;
	const step = narrow ? ROW * 1.8 : ROW;
	const left = narrow ? 8 : Math.min(460, width * 0.45);
	const assumed = (row: RankedFactor) => row.kind !== "parameter";
	return Plot.plot({
		ariaLabel: title,
		width,
		height: shown.length * step + 64,
		marginLeft: left,
		marginRight: 24,
		marginTop: 36,
		style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
		x: {
			domain: [0, Math.max(...shown.map((row) => row.muStarHigh * scale), 1e-9)],
			grid: true,
			axis: "top",
			label: `Mean effect μ* on ${shorten(of, narrow ? 30 : 90)}, ${unit === "fraction" ? "points" : unit}`,
			labelAnchor: "right",
		},
		y: { domain: shown.map((row) => row.id), label: null, axis: null },
		marks: [
			Plot.text(shown, {
				y: "id",
				x: 0,
				text: (row: RankedFactor) => shorten(row.title, narrow ? 52 : left / 6.4),
				title: "title",
				textAnchor: narrow ? "start" : "end",
				dx: narrow ? 0 : -12,
				dy: narrow ? -15 : 0,
			}),
			...[false, true].map((dashed) =>
				Plot.barX(
					shown.filter((row) => assumed(row) === dashed),
					{
						y: "id",
						x2: (row: RankedFactor) => row.muStar * scale,
						x1: 0,
						insetTop: narrow ? 18 : 7,
						insetBottom: 7,
						fill: dashed ? "none" : "currentColor",
						fillOpacity: 0.55,
						stroke: "currentColor",
						...(dashed && { strokeDasharray: "3,2" }),
						title: (row: RankedFactor) =>
							`${row.title}: μ* ${inUnit(row.muStar, unit)}, ${exact(row.muStar)}`,
					},
				),
			),
			Plot.ruleY(shown, {
				y: "id",
				x1: (row: RankedFactor) => row.muStarLow * scale,
				x2: (row: RankedFactor) => row.muStarHigh * scale,
				dy: narrow ? 6 : 0,
				strokeWidth: 1.5,
			}),
			Plot.ruleX([0]),
			Plot.tip(
				shown,
				Plot.pointerY({
					y: "id",
					x: (row: RankedFactor) => row.muStar * scale,
					title: (row: RankedFactor) =>
						`${row.title}\nμ* ${inUnit(row.muStar, unit)} (${inUnit(row.muStarLow, unit)} to ${inUnit(row.muStarHigh, unit)})`,
				}),
			),
		],
	}) as SVGSVGElement;
}

function shorten(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
