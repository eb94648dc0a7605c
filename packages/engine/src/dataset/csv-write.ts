/** Rows to CSV that no spreadsheet will run as a formula, and that loads back to the same rows. */

import { isNumber } from "./numbers.ts";

type Value = string | number | boolean | readonly string[] | null | undefined;

/**
 * Writes rows as RFC 4180 CSV: LF line ends, a header, blank for null, `;` between
 * the items of a list. Text that a spreadsheet would take for a formula (it starts
 * with = + - @, a tab, a line end or a full-width form of these, and is not a
 * number) gets a leading apostrophe, which `loadPackage` takes off again (OWASP,
 * "CSV Injection").
 *
 * @param columns names of the columns, in order
 * @param rows objects with a property for each column
 */
export function toCsv<Name extends string>(
	columns: readonly Name[],
	rows: Iterable<Readonly<Partial<Record<Name, Value>>>>,
): string {
	const lines = [columns.map((name) => quoteWhereNeeded(harmless(name))).join(",")];
	for (const row of rows) lines.push(columns.map((name) => cellText(row[name])).join(","));
	return `${lines.join("\n")}\n`;
}

function cellText(value: Value): string {
	if (value === null || value === undefined || Number.isNaN(value)) return "";
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	return quoteWhereNeeded(harmless(typeof value === "string" ? value : value.join(";")));
}

const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before text that a spreadsheet would run; numbers stay as they are. */
function harmless(text: string): string {
	return LOOKS_LIKE_FORMULA.test(text) && !isNumber(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `harmless` puts on. */
export function unescapeText(text: string): string {
	return ESCAPED.test(text) ? text.slice(1) : text;
}

function quoteWhereNeeded(text: string): string {
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
