import type { Check } from "./check.ts";

export const uniqueKeys: Check = {
	rule: "The key of every row is unique in its table.",
	needs: [],
	run(context) {
		for (const name of context.names) {
			const read = context.table(name);
			if (read === undefined) continue;
			const { primaryKey } = read.table;
			const firstIndex = new Map<string, number>();
			for (const [index, row] of read.rows.entries()) {
				const parts = primaryKey.map((column) => row[column]);
				if (parts.includes(null)) continue;
				const key = parts.length === 1 ? String(parts[0]) : parts.join("\u001f");
				const first = firstIndex.get(key);
				if (first === undefined) {
					firstIndex.set(key, index);
					continue;
				}
				context.report(name, index, {
					column: primaryKey[0] as never,
					what: `key (${primaryKey.join(", ")}) stands twice`,
					found: parts.join(", "),
					expected: `one row with this key; the first is row ${context.line(name, first)}`,
				});
			}
		}
	},
};
