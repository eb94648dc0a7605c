/** A sortable table, the same rows to see and to download. */
import { Button } from "@mantine/core";
import {
	createSortedRowModel,
	rowSortingFeature,
	sortFn_alphanumeric,
	sortFn_basic,
	tableFeatures,
	useTable,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { exact, number } from "../lib/format.ts";
import { SaveCsv } from "./Save.tsx";
import "./data-table.css";

export interface Column<R> {
	readonly id: string;
	readonly title: string;
	readonly unit?: string;
	/** The plain value: what is sorted by and what the download holds. null = unknown. */
	readonly value: (row: R) => string | number | boolean | null;
	/** How it is shown, where not as plain text or a number. */
	readonly show?: (row: R) => ReactNode;
	/** Short columns of text stay on one line. */
	readonly nowrap?: boolean;
}

interface Props<R> {
	/** What the table says; also its accessible name. */
	readonly title: string;
	/** File name of the download, without its ending. */
	readonly file: string;
	readonly columns: readonly Column<R>[];
	readonly rows: readonly R[];
	readonly empty?: string;
	readonly onOpen?: (row: R) => void;
}

/** Rows drawn at once; the others on demand, and all of them in the download. */
const SHOWN = 50;

const features = tableFeatures({
	rowSortingFeature,
	sortedRowModel: createSortedRowModel(),
	sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

export function DataTable<R extends object>(props: Props<R>) {
	const { title, file, columns, rows, empty = "Nothing to list.", onOpen } = props;
	const definitions = useMemo(
		() =>
			columns.map((column) => ({
				id: column.id,
				accessorFn: (row: R) => column.value(row) ?? undefined,
				sortUndefined: "last" as const,
			})),
		[columns],
	);
	const table = useTable({ features, columns: definitions, data: rows as R[] });
	const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

	const [all, setAll] = useState(false);
	const sorted = table.getRowModel().rows;

	return (
		<section className="data" aria-label={title}>
			<div className="data-head">
				<h2>{title}</h2>
				<SaveCsv file={file} columns={columns} rows={rows} />
			</div>
			{rows.length === 0 ? (
				<p className="quiet">{empty}</p>
			) : (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
				<section className="data-scroll" tabIndex={0} aria-label={`${title}, scrolls`}>
					<table>
						<thead>
							<tr>
								{table.getFlatHeaders().map(({ column }) => {
									const { title, unit, value } = byId.get(column.id) as Column<R>;
									const sorted = column.getIsSorted();
									const numeric = typeof value(rows[0] as R) === "number";
									return (
										<th
											key={column.id}
											scope="col"
											data-numeric={numeric || undefined}
											aria-sort={
												sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"
											}
										>
											<button
												type="button"
												className="plain"
												onClick={() => column.toggleSorting()}
											>
												{title}
												{unit && <span className="quiet"> {unit}</span>}
												<span aria-hidden className="arrow">
													{sorted === "asc" ? "↑" : sorted === "desc" ? "↓" : ""}
												</span>
											</button>
										</th>
									);
								})}
							</tr>
						</thead>
						<tbody>
							{sorted.slice(0, all ? undefined : SHOWN).map((row) => (
								<tr key={row.id}>
									{columns.map((column, i) => (
										<Cell
											key={column.id}
											column={column}
											row={row.original}
											onOpen={i === 0 ? onOpen : undefined}
										/>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{sorted.length > SHOWN && !all && (
				<Button mt={12} onClick={() => setAll(true)}>
					Show all {sorted.length} rows
				</Button>
			)}
		</section>
	);
}

interface CellProps<R> {
	readonly column: Column<R>;
	readonly row: R;
	readonly onOpen: ((row: R) => void) | undefined;
}

function Cell<R>({ column, row, onOpen }: CellProps<R>) {
	const value = column.value(row);
	const numeric = typeof value === "number";
	const shown =
		column.show?.(row) ?? (numeric ? number(value) : value === null ? "unknown" : String(value));
	return (
		<td
			data-numeric={numeric || undefined}
			data-nowrap={column.nowrap || undefined}
			className={value === null ? "quiet" : undefined}
			title={numeric ? exact(value, column.unit) : undefined}
		>
			{onOpen ? (
				<button type="button" className="plain cell-open" onClick={() => onOpen(row)}>
					{shown}
				</button>
			) : (
				shown
			)}
		</td>
	);
}
