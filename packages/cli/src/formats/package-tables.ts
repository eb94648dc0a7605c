/** The tables of a data package as tidy tables. */
import { type Column, type DataPackage, TABLES } from "@lodegrid/engine/dataset";
import type { TidyCell, TidyColumn, TidyTable } from "./tidy.ts";

export function packageTables(pkg: DataPackage): TidyTable[] {
	return Object.entries(TABLES).map(([name, table]) => {
		const columns: readonly Column[] = table.columns;
		const rows = pkg.tables[name as keyof typeof TABLES] as readonly Record<string, unknown>[];
		return {
			name,
			columns: columns.map(tidyColumn),
			rows: rows.map((row) => columns.map((column) => cell(row[column.name]))),
		};
	});
}

function tidyColumn(column: Column): TidyColumn {
	return {
		name: column.name,
		type:
			column.type === "number" || column.type === "integer" || column.type === "boolean"
				? column.type
				: "text",
		description: column.unit ? `${column.description} (${column.unit})` : column.description,
	};
}

function cell(value: unknown): TidyCell {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value)) return value.join(";");
	return value as TidyCell;
}
