import type { TableName } from "../load.ts";
import type { Column } from "../table.ts";
import type { Check, Context } from "./check.ts";

export const knownIds: Check = {
	rule: "Every id that refers to another table exists there.",
	needs: [],
	run(context) {
		const idsOf = idFinder(context);
		for (const name of context.names) {
			const read = context.table(name);
			if (read === undefined) continue;
			for (const column of read.table.columns) {
				if (column.references === undefined || !read.present.has(column.name)) continue;
				const sets = column.references.map(idsOf);
				if (sets.includes(null)) continue;
				checkColumn(context, name, column, sets as ReadonlySet<string>[]);
			}
		}
	},
};

/** The ids of `table.column`; null when that column could not be read. */
function idFinder(context: Context): (reference: string) => ReadonlySet<string> | null {
	const found = new Map<string, ReadonlySet<string> | null>();
	return (reference) => {
		const seen = found.get(reference);
		if (seen !== undefined) return seen;
		const [table = "", column = ""] = reference.split(".");
		const read = context.table(table as TableName);
		const ids = new Set<string>();
		for (const row of read?.rows ?? []) {
			const id = row[column];
			if (typeof id === "string") ids.add(id);
		}
		const result = read?.present.has(column) === true ? ids : null;
		found.set(reference, result);
		return result;
	};
}

/** An unknown id is reported once per column, at its first row, with the number of rows that have it. */
function checkColumn(
	context: Context,
	name: TableName,
	column: Column,
	sets: readonly ReadonlySet<string>[],
): void {
	const wildcards = new Set(column.wildcards);
	const goodValues = new Set<unknown>();
	const unknown = new Map<string, { first: number; rows: number }>();
	for (const [index, row] of context.table(name)?.rows.entries() ?? []) {
		const value = row[column.name] ?? null;
		if (value === null || goodValues.has(value)) continue;
		let good = true;
		for (const id of typeof value === "object" ? value : [String(value)]) {
			if (wildcards.has(id) || sets.some((set) => set.has(id))) continue;
			good = false;
			const seen = unknown.get(id);
			if (seen === undefined) unknown.set(id, { first: index, rows: 1 });
			else seen.rows += 1;
		}
		if (good) goodValues.add(value);
	}
	for (const [id, { first, rows }] of unknown) {
		context.report(name, first, {
			column: column.name as never,
			what: rows === 1 ? "unknown id" : `unknown id, here and in ${later(rows - 1)}`,
			found: id,
			expected: `an id of ${(column.references ?? []).join(" or ")}`,
			nearest: () => context.nearest.find(id, chain(sets)),
		});
	}
}

function* chain(sets: readonly ReadonlySet<string>[]): Generator<string> {
	for (const set of sets) yield* set;
}

function later(rows: number): string {
	return rows === 1 ? "1 later row" : `${rows} later rows`;
}
