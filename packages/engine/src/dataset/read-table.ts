/** One CSV file to the rows of a declared table, every fault located. */

import { BAD, type Cell } from "./cells.ts";
import { type CsvFault, readCsv } from "./csv-read.ts";
import { Nearest } from "./nearest.ts";
import type { Finding, Problems } from "./problem.ts";
import { type Header, readHeader } from "./read-header.ts";
import type { Column, Table } from "./table.ts";
import { decodeText } from "./text.ts";

export type AnyRow = Readonly<Record<string, Cell>>;

export interface ReadTable {
	readonly table: Table;
	readonly rows: readonly AnyRow[];
	/** Line of each row in the file. */
	readonly lines: readonly number[];
	/** Indices of rows in which a cell could not be read; such a cell is null. */
	readonly damaged: ReadonlySet<number>;
	/** Declared columns that the file has. */
	readonly present: ReadonlySet<string>;
}

/** What a cell is refused for, whatever its column expects. */
export type CellRefusal = Pick<Finding, "what" | "found" | "expected" | "nearest">;

/** How a file is read that is not part of a package yet. */
export interface ReadOptions {
	/** An optional column may be missing. */
	readonly gapsAllowed?: boolean;
	/** A file with more rows is refused before its cells are looked at. */
	readonly maxRows?: number;
	/** Looks at every cell as it stands in the file; a refused cell is not read further. */
	readonly refuse?: (raw: string, column: Column) => CellRefusal | null;
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
	options: ReadOptions = {},
): ReadTable | null {
	if (bytes === undefined) {
		if (table.optional)
			return {
				table,
				rows: [],
				lines: [],
				damaged: new Set(),
				present: new Set(table.columns.map((c) => c.name)),
			};
		const expected = `a file ${table.name}.csv beside datapackage.json`;
		problems.add({ table: table.name, what: "file missing", expected });
		return null;
	}
	const { text, findings } = decodeText(bytes);
	for (const finding of findings) problems.add({ table: table.name, ...finding });
	if (text === null || tooManyRows(table, text, problems, options.maxRows)) return null;
	const reader = new TableReader(table, problems, nearest, options);
	readCsv(text, reader.record, reader.fault);
	return reader.end(text);
}

function tooManyRows(table: Table, text: string, problems: Problems, most?: number): boolean {
	if (most === undefined) return false;
	let records = 0;
	readCsv(
		text,
		() => {
			records += 1;
		},
		() => {},
	);
	const rows = Math.max(0, records - 1);
	if (rows <= most) return false;
	const expected = `at most ${most} rows in one file`;
	problems.add({ table: table.name, row: most + 2, what: "too many rows", found: rows, expected });
	return true;
}

class TableReader {
	readonly #table: Table;
	readonly #problems: Problems;
	readonly #nearest: Nearest;
	readonly #options: ReadOptions;
	/** A row with every column, so that all rows of a table share one shape in memory. */
	readonly #blank: AnyRow;
	readonly #rows: AnyRow[] = [];
	readonly #lines: number[] = [];
	readonly #damaged = new Set<number>();
	/** Lines of records that the CSV reader had to patch. */
	readonly #patched = new Set<number>();
	#header: Header | null = null;

	constructor(table: Table, problems: Problems, nearest: Nearest, options: ReadOptions) {
		this.#table = table;
		this.#problems = problems;
		this.#nearest = nearest;
		this.#options = options;
		const blanks = table.columns.map((column) => [column.name, null]);
		this.#blank = JSON.parse(JSON.stringify(Object.fromEntries(blanks)));
	}

	readonly record = (cells: readonly string[], line: number): void => {
		if (cells.every((cell) => cell === "" || cell.trim() === "")) return;
		if (this.#header === null) {
			this.#header = readHeader(
				this.#table,
				cells,
				line,
				this.#problems,
				this.#nearest,
				this.#options.gapsAllowed,
			);
		} else {
			this.#row(cells, line, this.#header);
		}
	};

	readonly fault = (fault: CsvFault): void => {
		const column = fault.cell === null ? null : (this.#header?.names[fault.cell] ?? null);
		this.#problems.add({ table: this.#table.name, ...fault, column });
		this.#patched.add(fault.row);
	};

	end(text: string): ReadTable | null {
		const line = this.#lines.at(-1) ?? 1;
		if (!text.endsWith("\n") && !text.endsWith("\r") && text !== "") {
			this.#problems.add({
				table: this.#table.name,
				row: line,
				what: "file may be cut off: its last line does not end",
				found: text.slice(-40),
				expected: "a line end after the last row",
			});
		}
		if (this.#header === null) {
			const expected = `a header with the columns of ${this.#table.name}`;
			this.#problems.add({ table: this.#table.name, row: 1, what: "no header", expected });
			return null;
		}
		return {
			table: this.#table,
			rows: this.#rows,
			lines: this.#lines,
			damaged: this.#damaged,
			present: this.#header.present,
		};
	}

	#row(cells: readonly string[], line: number, header: Header): void {
		const fits = this.#fits(cells, line, header);
		const quiet = !fits || this.#patched.has(line);
		let good = header.complete && !quiet;
		const values: Record<string, Cell> = { ...this.#blank };
		for (const { at, column, reader } of header.fields) {
			const raw = cells[at] ?? "";
			const refusal = this.#options.refuse?.(raw, column) ?? null;
			const value = refusal === null ? reader.parse(raw) : BAD;
			if (value !== BAD) {
				values[column.name] = value;
				continue;
			}
			good = false;
			if (quiet) continue;
			const report = { table: this.#table.name, row: line, column: column.name };
			this.#problems.add({ ...report, ...(refusal ?? reader.explain(raw)) });
		}
		if (!good) this.#damaged.add(this.#rows.length);
		this.#rows.push(values);
		this.#lines.push(line);
	}

	/** Cells beyond the header may stand there if they are blank, as spreadsheets leave them. */
	#fits(cells: readonly string[], line: number, header: Header): boolean {
		const width = header.names.length;
		if (cells.length === width || header.fields.length === 0) return true;
		if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === "")) return true;
		this.#problems.add({
			table: this.#table.name,
			row: line,
			what: "wrong number of cells",
			found: `${cells.length} cells`,
			expected: `${width}, as in the header`,
		});
		return false;
	}
}
