import type { ResultComparison } from "@lodegrid/engine/chain";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ClaimFiles } from "../../../engine/protocol.ts";
import { useResultsDiff } from "../../../engine/queries.ts";
import { exact, percent, quantity } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../parts/DataTable.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import { useView } from "../../../scenario/use-view.ts";

type Change = ResultComparison["changed"][number];

const COLUMNS: readonly Column<Change>[] = [
	{ id: "title", title: "Result", value: (row) => row.title },
	{
		id: "before",
		title: "Before",
		value: (row) => row.before,
		show: (row) => inUnit(row, row.before),
	},
	{ id: "after", title: "After", value: (row) => row.after, show: (row) => inUnit(row, row.after) },
	{ id: "unit", title: "Unit", value: (row) => row.unit },
];

interface Props {
	readonly files: ClaimFiles;
	readonly times: number;
	/** Some number of the model changes, so results might. */
	readonly touched: boolean;
}

/** The chain solved before and after, and the results that are not what they were. */
export function ResultsDiff({ files, times, touched }: Props) {
	const view = useView();
	const [asked, setAsked] = useState(false);
	const { data, error, isFetching, refetch } = useResultsDiff(files, times, view, asked);
	if (!touched) return <p>No number of the model changes, so no result of the chain does.</p>;
	if (error && !isFetching)
		return (
			<Failure title="The results could not be compared." error={error} next={() => refetch()} />
		);
	if (!data)
		return (
			<div className="import-actions">
				<Button loading={isFetching} onClick={() => setAsked(true)}>
					Solve the chain before and after
				</Button>
				<p className="quiet small">Which results change, for the scenario in the bar above.</p>
			</div>
		);
	return (
		<section aria-label="Results that change">
			<p>
				<b>{data.sentence}</b>
			</p>
			<DataTable
				title="Results that change"
				file="lodegrid-import-results"
				columns={COLUMNS}
				rows={data.changed}
				empty={
					data.solved ? "Every result stays what it was." : "No result depends on these numbers."
				}
			/>
		</section>
	);
}

function inUnit({ unit }: Change, value: number | null) {
	const text = unit === "fraction" ? percent(value) : quantity(value, unit);
	return <span title={exact(value, unit)}>{text}</span>;
}
