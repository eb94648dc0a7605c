import type { Column } from "../parts/DataTable.tsx";

/** A table as CSV, units in the header, full precision, safe to open in a spreadsheet. */
export async function csvOf<R>(columns: readonly Column<R>[], rows: readonly R[]): Promise<string> {
	const { toCsv } = await import("@lodegrid/engine/dataset");
	const names = columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title));
	return toCsv(
		names,
		rows.map((row) =>
			Object.fromEntries(columns.map((column, i) => [names[i], column.value(row)])),
		),
	);
}
