import type { Cell } from "../cells.ts";
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
			for (const column of read.table.columns as readonly Column[]) {
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
		const read = context.table(table as never);
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

function checkColumn(
	context: Context,
	name: Context["names"][number],
	column: Column,
	sets: readonly ReadonlySet<string>[],
): void {
	const wildcards = new Set(column.wildcards);
	const known = (id: string) => wildcards.has(id) || sets.some((set) => set.has(id));
	const goodLists = new Set<Cell>();
	for (const [index, row] of context.table(name)?.rows.entries() ?? []) {
		const value = row[column.name] ?? null;
		if (value === null || goodLists.has(value)) continue;
		const ids = typeof value === "object" ? value : [String(value)];
		const unknown = ids.filter((id) => !known(id));
		if (unknown.length === 0 && typeof value === "object") goodLists.add(value);
		for (const id of unknown) {
			context.report(name, index, {
				column: column.name as never,
				what: "unknown id",
				found: id,
				expected: `an id of ${(column.references ?? []).join(" or ")}`,
				nearest: () =>
					context.nearest.find(
						id,
						sets.flatMap((set) => [...set]),
					),
			});
		}
	}
}

function* chain(sets: readonly ReadonlySet<string>[]): Generator<string> {
	for (const set of sets) yield* set;
}
