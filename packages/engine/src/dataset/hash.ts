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
 * A list of ids that stood in the table before is written as `;` and its number.
 */
export function contentHash(
	tables: Iterable<{ readonly table: Table; readonly rows: readonly AnyRow[] }>,
): string {
	const hash = new Sha256();
	const encoder = new TextEncoder();
	for (const { table, rows } of tables) {
		const names = table.columns.map((column) => column.name);
		const lists = new ListNumbers();
		hash.update(encoder.encode(`\u001d${table.name}\u001e${names.join("\u001f")}\u001e`));
		for (let from = 0; from < rows.length; from += ROWS_PER_CHUNK) {
			const to = Math.min(from + ROWS_PER_CHUNK, rows.length);
			let chunk = "";
			for (let index = from; index < to; index++) {
				const row = rows[index] as AnyRow;
				for (const name of names) chunk += `${canonical(row[name] ?? null, lists)}\u001f`;
				chunk += "\u001e";
			}
			hash.update(encoder.encode(chunk));
		}
	}
	return hash.hex();
}

function canonical(value: Cell, lists: ListNumbers): string {
	if (value === null) return "";
	return typeof value === "object" ? lists.code(value) : String(value);
}

/** Tables cite the same few lists of sources thousands of times; each is written out once. */
class ListNumbers {
	readonly #byText = new Map<string, number>();
	readonly #byList = new Map<readonly string[], string>();

	code(list: readonly string[]): string {
		const known = this.#byList.get(list);
		if (known !== undefined) return known;
		const text = list.join(";");
		const number = this.#byText.get(text) ?? this.#byText.size;
		const first = number === this.#byText.size;
		if (first) this.#byText.set(text, number);
		this.#byList.set(list, `;${number}`);
		return first ? text : `;${number}`;
	}
}
