import type { Cell } from "../cells.ts";
import type { Check, Context } from "./check.ts";

export const uniqueKeys: Check = {
	rule: "The key of every row is unique in its table.",
	needs: [],
	run(context) {
		for (const name of context.names) checkTable(context, name);
	},
};

function checkTable(context: Context, name: Context["names"][number]): void {
	const read = context.table(name);
	if (read === undefined) return;
	const { primaryKey } = read.table;
	const seen: Branch = new Map();
	for (const [index, row] of read.rows.entries()) {
		const key = primaryKey.map((column) => row[column] ?? null);
		const first = key.includes(null) ? index : firstIndex(seen, key, index);
		if (first === index) continue;
		context.report(name, index, {
			column: primaryKey[0] as never,
			what: `key (${primaryKey.join(", ")}) stands twice`,
			found: key.join(", "),
			expected: `one row with this key; the first is row ${context.line(name, first)}`,
		});
	}
}

/** A tree with a level per column of the key; its leaves are row indices. */
type Branch = Map<Cell, Branch | number>;

function firstIndex(seen: Branch, key: readonly Cell[], index: number): number {
	let branch = seen;
	for (const part of key.slice(0, -1)) {
		let next = branch.get(part);
		if (next === undefined) {
			next = new Map();
			branch.set(part, next);
		}
		branch = next as Branch;
	}
	const leaf = key.at(-1) ?? null;
	const first = branch.get(leaf);
	if (first === undefined) branch.set(leaf, index);
	return typeof first === "number" ? first : index;
}
