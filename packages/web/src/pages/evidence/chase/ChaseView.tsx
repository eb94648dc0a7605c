import type { RankedFactor } from "@lodegrid/engine/chain";
import { Button } from "@mantine/core";
import { useCallback, useMemo, useRef } from "react";
import { useCatalog } from "../../../engine/catalog.ts";
import { number } from "../../../lib/format.ts";
import { useWidth } from "../../../lib/use-width.ts";
import { DataTable } from "../../../parts/DataTable.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import type { KeyNumber } from "../../../parts/PageHead.tsx";
import { SavePicture } from "../../../parts/Save.tsx";
import { useChangeView, useView } from "../../../scenario/use-view.ts";
import { EvidenceHead, EvidenceTools } from "../frame.tsx";
import { columnsOf, inUnit } from "./columns.ts";
import { EffectsChart } from "./EffectsChart.tsx";
import { type Sweep, useRanking, useResultChoices } from "./use-ranking.ts";
import "./chase.css";

const SWEEPS = [20, 40, 60, 120];

/** Which uncertain number moves a result most: the one to chase next. */
export function ChaseView() {
	const view = useView();
	const change = useChangeView();
	const catalog = useCatalog();
	const choices = useResultChoices(view);
	const choice = choices.data?.find(({ id }) => id === (view.result || "weakest"));
	const sweep = useRanking(view, choice, view.sweep);
	const { ranking } = sweep;
	const picture = useRef<SVGSVGElement>(null);
	const [frame, width] = useWidth<HTMLDivElement>();
	const columns = useMemo(() => columnsOf(ranking?.unit ?? "fraction"), [ranking?.unit]);
	const open = useCallback(
		({ kind, id, cells }: RankedFactor) => {
			const cell = cells[0];
			if (kind === "assumption" && catalog.assumptions.has(id))
				change({ inspect: `assumption:${id}` });
			else if (cell) change({ inspect: `number:${cell.table}/${cell.row}/${cell.column}` });
		},
		[change, catalog],
	);
	if (choices.error)
		return <Failure title="The results could not be listed." error={choices.error} />;
	return (
		<>
			<EvidenceHead
				answer={ranking?.title ?? "Sweep a result to see which uncertain number moves it most"}
				numbers={numbersOf(sweep)}
				stale={sweep.running}
			/>
			<EvidenceTools>
				{ranking && (
					<SavePicture
						file="lodegrid-chase-next"
						picture={picture}
						columns={columns}
						rows={ranking.rows}
					/>
				)}
			</EvidenceTools>
			<div className="chase-controls">
				<label className="tool">
					Result
					<select
						value={choice?.id ?? ""}
						disabled={!choices.data}
						onChange={({ target }) => change({ result: target.value })}
					>
						{!choice && <option value="">{choices.data ? "choose" : "listing …"}</option>}
						{choices.data?.map(({ id, title }) => (
							<option key={id} value={id}>
								{title}
							</option>
						))}
					</select>
				</label>
				<label className="tool">
					Numbers swept, at most
					<select
						value={view.sweep}
						onChange={({ target }) => change({ sweep: Number(target.value) })}
					>
						{SWEEPS.map((n) => (
							<option key={n} value={n}>
								{n}
							</option>
						))}
					</select>
				</label>
				<Button variant="filled" disabled={!choice} loading={sweep.running} onClick={sweep.start}>
					{ranking ? "Sweep again" : "Sweep"}
				</Button>
			</div>
			{sweep.error !== null && !sweep.running && (
				<Failure title="The sweep failed." error={sweep.error} next={sweep.start} />
			)}
			{!ranking && (
				<p className="quiet">
					Every uncertain number behind the result is moved over its range, one at a time, from
					several starting points, and the chain is worked out anew each time: some hundred answers,
					a minute or two. What is in so far is shown as it comes, and Cancel keeps it.
				</p>
			)}
			{ranking && (
				<>
					<div ref={frame}>
						<EffectsChart ranking={ranking} width={width} picture={picture} onOpen={open} />
						<p className="quiet small">
							Bar: mean size of the effect over the number’s whole range, from{" "}
							{number(ranking.trajectories.done)} of {number(ranking.trajectories.planned)} starting
							points. Line: 95 % interval. Filled: resolved from claims; dashed: an assumption or a
							figure that stands alone. Seed {ranking.seed}.
						</p>
						{[
							...ranking.leftOut.map(
								({ count, why }) => `${number(count)} uncertain numbers ${why}`,
							),
							...ranking.warnings,
						].map((line) => (
							<p key={line} className="quiet small">
								{line}.
							</p>
						))}
					</div>
					<DataTable
						title="What to chase next"
						file="lodegrid-chase-next"
						columns={columns}
						rows={ranking.rows}
						onOpen={open}
					/>
				</>
			)}
		</>
	);
}

function numbersOf({ ranking, whole }: Sweep): KeyNumber[] {
	if (!ranking) return [];
	const { baseline, met, unit, rows, solves, trajectories } = ranking;
	const plain = (value: number | null) =>
		unit === "fraction" && value !== null ? `${number(value * 100)}\u202f%` : inUnit(value, unit);
	return [
		{ label: "As it stands", value: plain(baseline), compared: ranking.of },
		{
			label: "Met on the way",
			value: met ? `${plain(met.low)} to ${plain(met.high)}` : "unknown",
			compared: "smallest and largest answer",
		},
		{
			label: "Numbers that move it",
			value: number(rows.filter((row) => row.muStar > 0).length),
			compared: `of ${number(rows.length)} swept`,
		},
		{
			label: "Answers worked out",
			value: number(solves),
			compared: whole
				? `${number(trajectories.done)} starting points`
				: `${number(trajectories.done)} of ${number(trajectories.planned)} starting points so far`,
		},
	];
}
