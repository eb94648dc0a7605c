/** Rows from files that are not part of a package yet, put into it and checked with it. */

import type { Cell } from "./cells.ts";
import { runChecks } from "./checks/index.ts";
import { contentHash } from "./hash.ts";
import type { DataPackage, TableName, Tables } from "./load.ts";
import { Nearest } from "./nearest.ts";
import { type Problem, Problems } from "./problem.ts";
import { type AnyRow, type ReadOptions, type ReadTable, readTable } from "./read-table.ts";
import { TABLES } from "./tables/index.ts";

/** A row of a file and the line it stands on. */
export interface LocatedRow {
	readonly row: AnyRow;
	readonly line: number;
}

export type Extended =
	| {
			readonly ok: true;
			/** The package with the new rows at the end of their tables. */
			readonly pkg: DataPackage;
			/** New rows by table, in file order. */
			readonly added: ReadonlyMap<TableName, readonly LocatedRow[]>;
			/** Rows of the files that stand in the package already, word for word under the same key. */
			readonly known: ReadonlyMap<TableName, readonly LocatedRow[]>;
			readonly problems: readonly Problem[];
	  }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Adds the rows of CSV files to tables of a package and checks the whole: the same reader, the same
 * checks as `loadPackage`, every problem at once with its line in the file. Optional columns may be
 * missing. A row that stands in the package already is left out; the same key with other content is
 * an error.
 *
 * @param files bytes by table
 * @param options limits, and what else a cell is refused for
 */
export function extendPackage(
	pkg: DataPackage,
	files: ReadonlyMap<TableName, Uint8Array>,
	options: Omit<ReadOptions, "gapsAllowed"> = {},
): Extended {
	const problems = new Problems();
	const nearest = new Nearest();
	const names = Object.keys(TABLES) as TableName[];
	const read = new Map(names.map((name) => [name, standing(pkg, name)]));
	const added = new Map<TableName, readonly LocatedRow[]>();
	const known = new Map<TableName, readonly LocatedRow[]>();
	for (const [name, bytes] of files) {
		const fresh = readTable(TABLES[name], bytes, problems, nearest, {
			...options,
			gapsAllowed: true,
		});
		if (fresh === null) continue;
		const sorted = sortOut(fresh, pkg.tables[name] as readonly AnyRow[], problems);
		read.set(name, joined(pkg, name, sorted.added));
		added.set(name, sorted.added);
		known.set(name, sorted.known);
	}
	if (added.size === files.size) runChecks(read, problems, nearest);
	const listed = problems.list(names).filter((problem) => concerns(problem, files));
	if (problems.errors > 0) return { ok: false, problems: listed };
	const tables = Object.fromEntries(names.map((name) => [name, read.get(name)?.rows ?? []]));
	const extended = {
		...pkg,
		hash: contentHash(read.values()),
		tables: tables as unknown as Tables,
	};
	return { ok: true, pkg: extended, added, known, problems: listed };
}

const OF_PACKAGE = 0;

function standing(pkg: DataPackage, name: TableName): ReadTable {
	const rows = pkg.tables[name] as readonly AnyRow[];
	return {
		table: TABLES[name],
		rows,
		lines: rows.map(() => OF_PACKAGE),
		damaged: new Set(),
		present: new Set(TABLES[name].columns.map((column) => column.name)),
	};
}

interface Sorted {
	readonly added: readonly (LocatedRow & { readonly damaged: boolean })[];
	readonly known: readonly LocatedRow[];
}

/** Tells new rows from known ones, and reports those that contradict the package. */
function sortOut(fresh: ReadTable, standing: readonly AnyRow[], problems: Problems): Sorted {
	const { primaryKey, name } = fresh.table;
	const keyOf = (row: AnyRow) => primaryKey.map((column) => row[column]).join("|");
	const byKey = new Map(standing.map((row) => [keyOf(row), row]));
	const added: (LocatedRow & { damaged: boolean })[] = [];
	const known: LocatedRow[] = [];
	for (const [index, row] of fresh.rows.entries()) {
		const line = fresh.lines[index] ?? 1;
		const own = byKey.get(keyOf(row));
		const damaged = fresh.damaged.has(index);
		if (own === undefined) added.push({ row, line, damaged });
		if (own === undefined || damaged) continue;
		const different = [...fresh.present].filter(
			(column) => text(row[column]) !== text(own[column]),
		);
		const [first] = different;
		if (first === undefined) {
			known.push({ row, line });
			continue;
		}
		problems.add({
			table: name,
			row: line,
			column: first,
			what: `${keyOf(row)} is in the package with another ${different.join(", ")}`,
			found: text(row[first]),
			expected: `${text(own[first]) === "" ? "a blank cell" : JSON.stringify(text(own[first]))} as in the package, or a new ${primaryKey.join(", ")}`,
			nearest: text(own[first]),
		});
	}
	return { added, known };
}

function joined(pkg: DataPackage, name: TableName, added: Sorted["added"]): ReadTable {
	const before = standing(pkg, name);
	const first = before.rows.length;
	return {
		...before,
		rows: [...before.rows, ...added.map(({ row }) => row)],
		lines: [...before.lines, ...added.map(({ line }) => line)],
		damaged: new Set(added.flatMap(({ damaged }, i) => (damaged ? [first + i] : []))),
	};
}

/** Warnings about rows that were there before are the package's own, not the files'. */
function concerns(problem: Problem, files: ReadonlyMap<TableName, Uint8Array>): boolean {
	if (problem.severity === "error") return true;
	return files.has(problem.table as TableName) && problem.row !== OF_PACKAGE;
}

function text(value: Cell | undefined): string {
	if (value === null || value === undefined) return "";
	return typeof value === "object" ? value.join(";") : String(value);
}
