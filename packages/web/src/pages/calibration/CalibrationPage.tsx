import type { CalibrationRow } from "@lodegrid/engine/chain";
import { useCallback, useMemo, useRef } from "react";
import { useCalibration } from "../../engine/queries.ts";
import { number, percent, quantity } from "../../lib/format.ts";
import { useWidth } from "../../lib/use-width.ts";
import { type Column, DataTable } from "../../parts/DataTable.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { PageHead, PageHeadWaiting } from "../../parts/PageHead.tsx";
import { SavePicture } from "../../parts/Save.tsx";
import { Stopped } from "../../parts/Stopped.tsx";
import { Views } from "../../parts/Views.tsx";
import { useChangeView, useView } from "../../scenario/use-view.ts";
import { CalibrationMethod } from "./CalibrationMethod.tsx";
import { FitChart } from "./FitChart.tsx";
import { calibrationFinding, calibrationNumbers } from "./finding.ts";
import "./calibration.css";

const QUESTION = "Does the model match what is published?";

const figure = (row: CalibrationRow, value: number | null) =>
	row.reference.unit === "fraction" ? percent(value) : quantity(value, "t");

const COLUMNS: readonly Column<CalibrationRow>[] = [
	{ id: "title", title: "Figure", value: ({ reference }) => reference.title },
	{ id: "year", title: "Year", value: ({ reference }) => String(reference.year) },
	{
		id: "observed",
		title: "Published",
		value: (row) => row.observed,
		show: (row) => figure(row, row.observed),
	},
	{
		id: "low",
		title: "Low",
		value: ({ reference }) => reference.low,
		show: (row) => figure(row, row.reference.low),
	},
	{
		id: "high",
		title: "High",
		value: ({ reference }) => reference.high,
		show: (row) => figure(row, row.reference.high),
	},
	{
		id: "model",
		title: "Model",
		value: (row) => row.model,
		show: (row) => figure(row, row.model),
	},
	{ id: "unit", title: "Unit", value: ({ reference }) => reference.unit },
	{
		id: "error",
		title: "Error",
		value: (row) => row.error,
		show: (row) => (row.error === null ? "unknown" : `${number(row.error)} ${row.errorUnit}`),
	},
	{ id: "errorUnit", title: "of", value: (row) => row.errorUnit },
	{ id: "relation", title: "Relation", value: ({ reference }) => reference.relation },
	{ id: "confidence", title: "Confidence", value: ({ reference }) => reference.confidence },
	{ id: "sources", title: "Sources", value: ({ reference }) => reference.source_ids.join("; ") },
	{
		id: "explanation",
		title: "Why it stays off",
		value: (row) => row.reference.explanation ?? (row.unexplained ? "no reason written" : ""),
	},
];

export function CalibrationPage() {
	const view = useView();
	const change = useChangeView();
	const { data, error, isFetching, refetch } = useCalibration();
	const [frame, width] = useWidth<HTMLDivElement>();
	const sharePicture = useRef<SVGSVGElement>(null);
	const tonnePicture = useRef<SVGSVGElement>(null);
	const rows = useMemo(
		() =>
			(data?.rows ?? [])
				.filter(({ reference }) => !view.reference || String(reference.year) === view.reference)
				.toSorted(
					(a, b) =>
						a.reference.relation.localeCompare(b.reference.relation) ||
						a.reference.year - b.reference.year,
				),
		[data, view.reference],
	);
	const shares = useMemo(() => rows.filter(({ errorUnit }) => errorUnit === "pp"), [rows]);
	const tonnes = useMemo(() => rows.filter(({ errorUnit }) => errorUnit === "%"), [rows]);
	const open = useCallback(
		(reference: string) => change({ inspect: `reference:${reference}` }),
		[change],
	);

	if (error && !isFetching)
		return <Failure title="The comparison failed." error={error} next={() => refetch()} />;
	if (!data)
		return isFetching ? (
			<PageHeadWaiting question={QUESTION} doing="Solving the reference years …" />
		) : (
			<Stopped question={QUESTION} onAgain={() => refetch()} />
		);

	const charts = [
		{ part: shares, isShare: true, name: "Shares", picture: sharePicture },
		{ part: tonnes, isShare: false, name: "Tonnages", picture: tonnePicture },
	];
	return (
		<>
			<PageHead
				question={QUESTION}
				answer={calibrationFinding(data)}
				numbers={calibrationNumbers(data)}
			/>
			<Views
				tools={
					<label className="tool">
						Year
						<select
							value={view.reference}
							onChange={({ target }) => change({ reference: target.value }, "quiet")}
						>
							<option value="">all</option>
							{data.years.map((year) => (
								<option key={year} value={year}>
									{year}
								</option>
							))}
						</select>
					</label>
				}
				picture={
					<div ref={frame}>
						<p className="quiet small">
							Open circle: published, with its range. Filled: model; round where the figure is
							emergent, square where a capacity or demand of the package rests on it. Bold: off by
							more than 10 without a written reason.
						</p>
						{charts.map(
							({ part, isShare, name, picture }) =>
								part.length > 0 && (
									<figure key={name} className="fit-figure">
										<div className="fit-head">
											<h2>
												{name}: {headline(part)}
											</h2>
											<SavePicture
												file={`lodegrid-calibration-${name.toLowerCase()}`}
												picture={picture}
												columns={COLUMNS}
												rows={part}
											/>
										</div>
										<FitChart
											rows={part}
											shares={isShare}
											title={`${name}: ${headline(part)}`}
											width={width}
											picture={picture}
											onOpen={open}
										/>
									</figure>
								),
						)}
					</div>
				}
				table={
					<DataTable
						title="Model and published figures"
						file="lodegrid-calibration"
						columns={COLUMNS}
						rows={rows}
						onOpen={({ reference }) => open(reference.id)}
					/>
				}
				method={<CalibrationMethod />}
			/>
		</>
	);
}

/** What a chart shows, in words: how many rows are close. */
function headline(rows: readonly CalibrationRow[]): string {
	const unit = rows[0]?.errorUnit === "pp" ? "percentage points" : "per cent";
	const close = rows.filter(({ error }) => error !== null && Math.abs(error) <= 3).length;
	return `${close} of ${rows.length} within 3 ${unit}`;
}
