import { type RefObject, useMemo } from "react";
import { useCatalog } from "../../../engine/catalog.ts";
import { outline } from "../../../evidence/outline.ts";
import { day, dayOfYears } from "../../../lib/date.ts";
import { fitting } from "../../../lib/fit.ts";
import { number, quantity } from "../../../lib/format.ts";
import { useTip } from "../../../parts/Tip.tsx";
import { RivalMark, RivalPatterns } from "./RivalMark.tsx";
import { type Dispute, isCalendar } from "./rank.ts";
import { layOut, type ModelNumber, type RivalRow } from "./rivals.ts";

interface Props {
	readonly dispute: Dispute;
	readonly model: readonly ModelNumber[];
	/** Symbol of the unit of the axis. */
	readonly unit: string;
	readonly title: string;
	readonly width: number;
	readonly picture: RefObject<SVGSVGElement | null>;
	readonly selected: string;
	readonly onOpen: (what: string) => void;
}

/** Room for the model's distribution above the axis. */
const STRIP = 56;
const AXIS = 22;
const NARROW = 620;

/** Rival figures of one quantity on one axis, newest publication at the top. */
export function RivalsChart(props: Props) {
	const { dispute, model, unit, title, width, picture, selected, onOpen } = props;
	const { conflict } = dispute;
	const catalog = useCatalog();
	const tip = useTip();
	const narrow = width < NARROW;
	const left = narrow ? 14 : Math.min(320, Math.round(width * 0.32));
	const right = width - (narrow ? 14 : 72);
	const calendar = isCalendar(conflict, catalog);
	const show = calendar ? dayOfYears : number;
	const strip = model.length > 0 ? STRIP : 14;
	const { scale, rows, height, top } = useMemo(
		() =>
			layOut(conflict, model, {
				left,
				right,
				top: strip + AXIS + 10,
				calendar,
				row: narrow
					? { figure: 46, superseded: 40, echo: 36 }
					: { figure: 30, superseded: 24, echo: 19 },
			}),
		[conflict, model, left, right, strip, narrow, calendar],
	);
	if (!scale) return null;
	const publisher = (id: string | undefined) =>
		catalog.sources.get(id ?? "")?.publisher ?? id ?? "nobody named";
	const said = ({ rival, kind }: RivalRow): readonly string[] => {
		const outlet = publisher(catalog.claims.get(rival.claim)?.source_ids[0]);
		const who =
			kind === "echo"
				? `repeated by ${outlet}`
				: kind === "superseded"
					? `${outlet}, earlier edition`
					: outlet;
		const year = rival.published?.slice(0, 4);
		return year ? [`${who}, ${day(rival.published)}`, `${who}, ${year}`, who] : [who];
	};
	return (
		<>
			<svg
				ref={picture}
				className="rivals"
				role="img"
				aria-label={`${title}. The table below holds the same figures.`}
				width={width}
				height={height}
				viewBox={`0 0 ${width} ${height}`}
			>
				<RivalPatterns />
				<g className="rivals-axis" transform={`translate(0 ${strip + AXIS})`}>
					{scale.ticks.map(({ value, x }) => (
						<g key={value} transform={`translate(${x} 0)`}>
							<line y2={height - strip - AXIS} />
							<text y={-6} textAnchor="middle">
								{show(value)}
							</text>
						</g>
					))}
				</g>
				<text className="rivals-unit" x={right} y={strip + 2} textAnchor="end">
					{calendar ? "date" : unit || "number"}
					{scale.kind === "log" && ", by powers of ten"}
				</text>
				{model.map(({ id, value, distribution }, i) => (
					<g key={id} className="rivals-model">
						{distribution && (
							<path d={outline(distribution, scale.at, strip - 16, 24)} className="rivals-shape" />
						)}
						<line x1={scale.at(value)} x2={scale.at(value)} y1={14} y2={height} />
						{i === 0 && (
							<text
								x={scale.at(value)}
								y={10}
								textAnchor={scale.at(value) > width / 2 ? "end" : "start"}
							>
								the model uses {quantity(value, unit)}
							</text>
						)}
					</g>
				))}
				{rows.map((row) => {
					const { rival, kind, y, origin } = row;
					const markY = narrow ? y + 8 : y;
					const words = said(row);
					const claim = catalog.claims.get(rival.claim);
					const end = Math.max(row.dot ?? left, row.bar?.to ?? left);
					const flip = end > right - 70;
					const start = Math.min(row.dot ?? right, row.bar?.from ?? right);
					return (
						// biome-ignore lint/a11y/noStaticElementInteractions: the table below opens the same claims by key
						<g
							key={rival.claim}
							className="rival"
							data-kind={kind}
							data-selected={selected === `claim:${rival.claim}` || undefined}
							onClick={() => onOpen(`claim:${rival.claim}`)}
							onPointerMove={(event) =>
								tip.show(event, [
									`“${claim?.printed ?? ""}”`,
									words[0] ?? "",
									`confidence ${rival.confidence}`,
								])
							}
							onPointerLeave={tip.hide}
						>
							<rect
								className="rival-hit"
								x={0}
								width={width}
								y={narrow ? y - 18 : y - 9}
								height={narrow ? 36 : 18}
							/>
							{origin !== null && (
								<path
									className="rival-tie"
									d={
										narrow
											? `M4 ${origin + 8}V${markY}H10`
											: `M${left - 10} ${origin + 6}V${y}H${left - 4}`
									}
								/>
							)}
							<text
								className="rival-who"
								x={narrow ? (origin === null ? 0 : 14) : left - 16}
								y={narrow ? y - 8 : y + 4}
								textAnchor={narrow ? "start" : "end"}
							>
								{fitting(words, narrow ? width - 20 : left - 24, 12)}
							</text>
							<RivalMark row={row} y={markY} />
							{!row.bar && row.dot === null && (
								<text className="rival-value" x={left + 4} y={markY + 4}>
									{claim?.printed} (no number)
								</text>
							)}
							{(row.bar || row.dot !== null) && kind !== "echo" && (
								<text
									className="rival-value"
									x={flip ? start - 9 : end + 9}
									y={markY + 4}
									textAnchor={flip ? "end" : "start"}
								>
									{claim?.form === "date" ? day(claim.date) : labelOf(row, show)}
								</text>
							)}
						</g>
					);
				})}
				<line className="rivals-top" x1={left} x2={right} y1={top - 10} y2={top - 10} />
			</svg>
			{tip.element}
		</>
	);
}

/** The figure beside its mark; a bound says to which side it is open. */
function labelOf(
	{ rival: { value, interval }, bar }: RivalRow,
	show: (value: number) => string,
): string {
	if (bar?.open === "high") return `${show(interval.low)} or more`;
	if (bar?.open === "low") return `${show(interval.high)} or less`;
	if (value !== null) return show(value);
	return `${show(interval.low)} to ${show(interval.high)}`;
}
