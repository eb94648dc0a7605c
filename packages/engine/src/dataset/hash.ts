/** The content of a package as one hash: what the rows say, not how the files are written. */

import type { Cell } from "./cells.ts";
import type { AnyRow } from "./read-table.ts";
import { Sha256 } from "./sha256.ts";
import type { Table } from "./table.ts";

const ROWS_PER_CHUNK = 512;

/**
 * SHA-256 of the tables in declared order, of their rows in file order and of
 * their cells in declared column order, each cell as its value: quoting, line
 * ends, column order, `1.0` for `1` and `TRUE` for `true` leave it unchanged.
 */
export function contentHash(
	tables: Iterable<{ readonly table: Table; readonly rows: readonly AnyRow[] }>,
): string {
	const hash = new Sha256();
	const encoder = new TextEncoder();
	const lists = new Map<readonly string[], string>();
	for (const { table, rows } of tables) {
		const names = table.columns.map((column) => column.name);
		hash.update(encoder.encode(`\u001d${table.name}\u001e${names.join("\u001f")}\u001e`));
		for (let from = 0; from < rows.length; from += ROWS_PER_CHUNK) {
			let chunk = "";
			for (const row of rows.slice(from, from + ROWS_PER_CHUNK)) {
				for (const name of names) chunk += `${canonical(row[name] ?? null, lists)}\u001f`;
				chunk += "\u001e";
			}
			hash.update(encoder.encode(chunk));
		}
	}
	return hash.hex();
}

function canonical(value: Cell, lists: Map<readonly string[], string>): string {
	if (value === null) return "";
	if (typeof value !== "object") return String(value);
	let joined = lists.get(value);
	if (joined === undefined) {
		joined = value.join(";");
		lists.set(value, joined);
	}
	return joined;
}
