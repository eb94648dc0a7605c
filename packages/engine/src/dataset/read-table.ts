/** One CSV file to the rows of a declared table, every fault located. */

import { BAD, type Cell, type CellReader, cellReader } from "./cells.ts";
import { readCsv } from "./csv-read.ts";
import { Nearest } from "./nearest.ts";
import type { Problems } from "./problem.ts";
import type { Column, Table } from "./table.ts";
import { decodeText } from "./text.ts";

export type AnyRow = Readonly<Record<string, Cell>>;

export interface ReadTable {
	readonly table: Table;
	readonly rows: AnyRow[];
	/** Line of each row in the file. */
	readonly lines: number[];
	/** Indices of rows in which a cell could not be read; such a cell is null. */
	readonly damaged: ReadonlySet<number>;
	/** Declared columns that the file has. */
	readonly present: ReadonlySet<string>;
}

/**
 * Reads the bytes of a table. Null when there is no file or its text cannot be
 * read; otherwise every record becomes a row, with null for a cell that has a
 * problem, so that later checks still see the ids.
 */
export function readTable(
	table: Table,
	bytes: Uint8Array | undefined,
	problems: Problems,
	nearest: Nearest = new Nearest(),
): ReadTable | null {
	const report = { table: table.name };
	if (bytes === undefined) {
		const expected = `a file ${table.name}.csv beside datapackage.json`;
		problems.add({ ...report, what: "file missing", expected });
		return null;
	}
	const { text, findings } = decodeText(bytes);
	for (const finding of findings) problems.add({ ...report, ...finding });
	if (text === null) return null;

	const rows: AnyRow[] = [];
	const lines: number[] = [];
	const damaged = new Set<number>();
	const faulty = new Set<number>();
	const state: { header: Header | null } = { header: null };
	const blank = blankRow(table);

	readCsv(
		text,
		(cells, row) => {
			if (cells.every((cell) => cell === "" || cell.trim() === "")) return;
			const { header } = state;
			if (header === null) {
				state.header = readHeader(table, cells, row, problems, nearest);
				return;
			}
			const whole = fits(cells, header, row, table.name, problems) && header.complete;
			const good = readRow(cells, row, header, whole, blank, rows, table.name, problems, faulty);
			lines.push(row);
			if (!good) damaged.add(rows.length - 1);
		},
		(fault) => {
			const column = fault.cell === null ? null : (state.header?.names[fault.cell] ?? null);
			problems.add({ ...report, ...fault, column });
			faulty.add(fault.row);
		},
	);
	checkEnd(text, lines, table.name, problems);
	if (state.header === null) return null;
	return { table, rows, lines, damaged, present: state.header.present };
}

interface Header {
	readonly names: readonly string[];
	readonly fields: readonly { readonly at: number; readonly column: Column; reader: CellReader }[];
	readonly present: ReadonlySet<string>;
	readonly complete: boolean;
}

function readHeader(
	table: Table,
	cells: readonly string[],
	row: number,
	problems: Problems,
	nearest: Nearest,
): Header {
	const names = cells.map((cell) => cell.trim());
	while (names.at(-1) === "") names.pop();
	const declared = new Map<string, Column>(table.columns.map((column) => [column.name, column]));
	const separator = otherSeparator(names, declared);
	if (separator !== null) {
		const what = `columns separated by ${separator}`;
		problems.add({ table: table.name, row, what, found: names[0] ?? "", expected: "commas" });
		return { names, fields: [], present: new Set(), complete: false };
	}
	const present = new Set<string>();
	const fields: Header["fields"][number][] = [];
	for (const [at, name] of names.entries()) {
		const column = declared.get(name);
		const report = { table: table.name, row, column: name === "" ? null : name, found: name };
		if (column === undefined) {
			const missing = [...declared.keys()].filter((key) => !names.includes(key));
			problems.add({
				...report,
				what: name === "" ? `column ${at + 1} has no name` : "unknown column",
				expected: `the columns of ${table.name}`,
				nearest: () => nearest.find(name, missing),
			});
		} else if (present.has(name)) {
			problems.add({ ...report, what: "column stands twice", expected: "each column once" });
		} else {
			present.add(name);
			fields.push({ at, column, reader: cellReader(table, column, nearest) });
		}
	}
	for (const name of declared.keys()) {
		if (present.has(name)) continue;
		const unknown = names.filter((found) => !declared.has(found));
		const found = nearest.find(name, unknown);
		const report = { table: table.name, row, column: name, found };
		problems.add({ ...report, what: "column missing", expected: `a column ${name}` });
	}
	return { names, fields, present, complete: present.size === declared.size };
}

function otherSeparator(
	names: readonly string[],
	declared: ReadonlyMap<string, Column>,
): string | null {
	if (names.some((name) => declared.has(name))) return null;
	for (const [separator, word] of [
		[";", "semicolons"],
		["\t", "tabs"],
		["|", "bars"],
	] as const) {
		const parts = names.join(",").split(separator);
		if (parts.filter((part) => declared.has(part.trim().replaceAll('"', ""))).length > 1)
			return word;
	}
	return null;
}

function fits(
	cells: readonly string[],
	header: Header,
	row: number,
	table: string,
	problems: Problems,
): boolean {
	const width = header.names.length;
	if (cells.length === width || header.fields.length === 0) return true;
	if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === "")) return true;
	problems.add({
		table,
		row,
		what: "wrong number of cells",
		found: `${cells.length} cells`,
		expected: `${width}, as in the header`,
	});
	return false;
}

function readRow(
	cells: readonly string[],
	row: number,
	header: Header,
	whole: boolean,
	blank: AnyRow,
	rows: AnyRow[],
	table: string,
	problems: Problems,
	faulty: ReadonlySet<number>,
): boolean {
	const values: Record<string, Cell> = { ...blank };
	let good = whole;
	const quiet = faulty.has(row) || cells.length < header.names.length;
	for (const { at, column, reader } of header.fields) {
		const raw = cells[at] ?? "";
		const value = reader.parse(raw);
		if (value !== BAD) {
			values[column.name] = value;
			continue;
		}
		good = false;
		if (!quiet) problems.add({ table, row, column: column.name, ...reader.explain(raw) });
	}
	rows.push(values);
	return good;
}

/** A row with every column, so that all rows of a table share one shape in memory. */
function blankRow(table: Table): AnyRow {
	return JSON.parse(JSON.stringify(Object.fromEntries(table.columns.map((c) => [c.name, null]))));
}

function checkEnd(text: string, lines: readonly number[], table: string, problems: Problems): void {
	if (text === "") {
		problems.add({ table, row: 1, what: "file is empty", expected: "a header and rows" });
	} else if (!text.endsWith("\n") && !text.endsWith("\r")) {
		problems.add({
			table,
			row: lines.at(-1) ?? 1,
			what: "file may be cut off: its last line does not end",
			found: text.slice(-40),
			expected: "a line end after the last row",
		});
	}
}
