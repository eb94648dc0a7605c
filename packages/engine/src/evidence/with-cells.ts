import type { DataPackage, TableName } from "../dataset/index.ts";
import { findCell } from "./cells.ts";
import type { CellRef } from "./types.ts";

/** The package with some of its numbers replaced; tables and rows without one are shared. */
export function withCells(
	pkg: DataPackage,
	cells: Iterable<{ readonly cell: CellRef; readonly value: number }>,
): DataPackage {
	const changed = new Map<TableName, object[]>();
	for (const { cell, value } of cells) {
		const { table, index } = findCell(pkg, cell);
		const rows = changed.get(table) ?? [...pkg.tables[table]];
		rows[index] = { ...rows[index], [cell.column]: value };
		changed.set(table, rows);
	}
	return { ...pkg, tables: { ...pkg.tables, ...Object.fromEntries(changed) } };
}
