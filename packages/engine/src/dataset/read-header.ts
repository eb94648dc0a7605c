/** The first record of a table: which column stands where. */

import { type CellReader, cellReader } from "./cells.ts";
import type { Nearest } from "./nearest.ts";
import type { Problems } from "./problem.ts";
import type { Column, Table } from "./table.ts";

export interface Header {
	readonly names: readonly string[];
	/** Declared columns that the file has, with their place in a record. */
	readonly fields: readonly Field[];
	readonly present: ReadonlySet<string>;
	/** True when no declared column is missing. */
	readonly complete: boolean;
}

interface Field {
	readonly at: number;
	readonly column: Column;
	readonly reader: CellReader;
}

/**
 * Matches a header record with the declared columns, in any order; each that is missing or strange
 * is reported. With `gapsAllowed` an optional column may be missing: its cells are then gaps.
 */
export function readHeader(
	table: Table,
	cells: readonly string[],
	row: number,
	problems: Problems,
	nearest: Nearest,
	gapsAllowed: boolean = false,
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
	const fields: Field[] = [];
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
	let complete = true;
	for (const [name, column] of declared) {
		if (present.has(name) || (gapsAllowed && column.optional)) continue;
		complete = false;
		const unknown = names.filter((found) => !declared.has(found));
		const found = nearest.find(name, unknown);
		const report = { table: table.name, row, column: name, found };
		problems.add({ ...report, what: "column missing", expected: `a column ${name}` });
	}
	return { names, fields, present, complete };
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
