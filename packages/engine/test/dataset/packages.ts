/** Packages on disk for tests, and their tables as grids of text. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../src/dataset/csv-read.ts";
import { formatProblem, type Loaded, loadPackage } from "../../src/dataset/index.ts";

export type Files = ReadonlyMap<string, Uint8Array>;
/** Rows of cells; row 0 is the header. */
export type Grid = readonly (readonly string[])[];

export const SMALL = join(import.meta.dirname, "../fixtures/small");
export const BASELINE = join(import.meta.dirname, "../../../../data/baseline");

export function readFolder(folder: string): Files {
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

export function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

export function textOf(files: Files, name: string): string {
	return new TextDecoder().decode(files.get(name));
}

export function gridOf(files: Files, table: string): Grid {
	const rows: string[][] = [];
	readCsv(
		textOf(files, `${table}.csv`),
		(cells) => rows.push([...cells]),
		(fault) => {
			throw new Error(fault.what);
		},
	);
	return rows;
}

export function gridText(grid: Grid): string {
	return grid.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The package with one file replaced (or, with null, left out). */
export function withFile(files: Files, name: string, content: Uint8Array | string | null): Files {
	const copy = new Map(files);
	if (content === null) copy.delete(name);
	else copy.set(name, typeof content === "string" ? encode(content) : content);
	return copy;
}

/** The package with one cell of a table set; `row` counts from 1, the first row below the header. */
export function withCell(
	files: Files,
	table: string,
	row: number,
	column: string,
	value: string,
): Files {
	const grid = gridOf(files, table).map((cells) => [...cells]);
	const at = grid[0]?.indexOf(column) ?? -1;
	const cells = grid[row];
	if (at === -1 || cells === undefined) throw new Error(`no ${table} ${row} ${column}`);
	cells[at] = value;
	return withFile(files, `${table}.csv`, gridText(grid));
}

/** The package with rows added to the end of a table. */
export function withRows(files: Files, table: string, ...rows: string[]): Files {
	const text = textOf(files, `${table}.csv`);
	return withFile(files, `${table}.csv`, `${text}${rows.map((row) => `${row}\n`).join("")}`);
}

export function messages(loaded: Loaded): string[] {
	return loaded.problems.map(formatProblem);
}

/** Loads a package that must be good and returns its hash. */
export function hashOf(files: Files): string {
	const loaded = loadPackage(files);
	if (!loaded.ok) throw new Error(messages(loaded).slice(0, 10).join("\n"));
	return loaded.pkg.hash;
}
