import { toCsv } from "@lodegrid/engine/dataset";
import type { TidyTable } from "./tidy.ts";

/** One CSV file; text that a spreadsheet would run as a formula is made harmless. */
export function csv(table: TidyTable): string {
	const names = table.columns.map((column) => column.name);
	const rows = table.rows.map((row) =>
		Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])),
	);
	return toCsv(names, rows);
}
