import type { Metadata, TidyTable } from "./tidy.ts";

/** All tables in one JSON document, rows as objects, with what made them. */
export function json(tables: readonly TidyTable[], metadata: Metadata): string {
	const content = tables.map((table) => [
		table.name,
		{
			columns: table.columns,
			rows: table.rows.map((row) =>
				Object.fromEntries(table.columns.map((column, i) => [column.name, row[i] ?? null])),
			),
		},
	]);
	return `${JSON.stringify({ metadata, tables: Object.fromEntries(content) }, null, 1)}\n`;
}
