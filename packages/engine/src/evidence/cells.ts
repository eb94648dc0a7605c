import {
	type DataPackage,
	Nearest,
	NUMBER_COLUMNS,
	type NumberColumn,
	type NumberRow,
	TABLES,
	type TableName,
} from "../dataset/index.ts";
import type { CellRef } from "./types.ts";

/** A number of the model, found in its table. */
export interface NumberCell {
	readonly ref: CellRef;
	readonly table: TableName;
	readonly numbers: NumberColumn;
	/** Position of the row in its table. */
	readonly index: number;
	readonly row: NumberRow;
	/** As it stands there; null = a gap. */
	readonly stated: number | null;
}

/** `table/row/column`. */
export function cellId({ table, row, column }: CellRef): string {
	return `${table}/${row}/${column}`;
}

/** Key of a row: its key columns in order, joined by `|`. */
export function rowKey(table: TableName, row: Readonly<Record<string, unknown>>): string {
	return TABLES[table].primaryKey.map((column) => String(row[column])).join("|");
}

/** Every number of the model, tables and rows in their order, gaps included. */
export function* numberCells(pkg: DataPackage): Generator<NumberCell> {
	for (const [name, columns] of Object.entries(NUMBER_COLUMNS)) {
		const table = name as TableName;
		for (const [index, given] of pkg.tables[table].entries()) {
			const row = given as unknown as NumberRow;
			const key = rowKey(table, row);
			for (const numbers of columns) yield cellOf(table, key, numbers, index, row);
		}
	}
}

/**
 * The cell a reference points at.
 *
 * @throws RangeError naming the nearest table, row or column when there is none
 */
export function findCell(pkg: DataPackage, ref: CellRef): NumberCell {
	const columns = NUMBER_COLUMNS[ref.table as TableName];
	if (columns === undefined)
		throw unknown("table of model numbers", ref.table, Object.keys(NUMBER_COLUMNS));
	const table = ref.table as TableName;
	const numbers = columns.find(({ column }) => column === ref.column);
	if (numbers === undefined)
		throw unknown(
			`number in ${table}`,
			ref.column,
			columns.map(({ column }) => column),
		);
	const rows = rowsByKey(pkg, table);
	const index = rows.get(ref.row);
	if (index === undefined) throw unknown(`row of ${table}`, ref.row, rows.keys());
	const row = pkg.tables[table][index] as unknown as NumberRow;
	return cellOf(table, ref.row, numbers, index, row);
}

function cellOf(
	table: TableName,
	key: string,
	numbers: NumberColumn,
	index: number,
	row: NumberRow,
): NumberCell {
	const ref = { table, row: key, column: numbers.column };
	return { ref, table, numbers, index, row, stated: row[numbers.column] as number | null };
}

const KEYS = new WeakMap<readonly object[], ReadonlyMap<string, number>>();

function rowsByKey(pkg: DataPackage, table: TableName): ReadonlyMap<string, number> {
	const rows: readonly object[] = pkg.tables[table];
	let keys = KEYS.get(rows);
	if (keys === undefined) {
		keys = new Map(rows.map((row, index) => [rowKey(table, row as NumberRow), index]));
		KEYS.set(rows, keys);
	}
	return keys;
}

function unknown(what: string, found: string, known: Iterable<string>): RangeError {
	const near = new Nearest().find(found, known);
	return new RangeError(
		`no ${what} \`${found}\`${near === null ? "" : `; nearest is \`${near}\``}`,
	);
}
