/**
 * One column's cells: text to typed value. `parse` is the fast path and answers
 * `BAD` for anything else; `explain` then says why, and what was meant perhaps.
 */

import { unescapeText } from "./csv-write.ts";
import { explainDate, isDate, isFuzzyDate } from "./dates.ts";
import type { Nearest } from "./nearest.ts";
import { explainNumber, isNumber } from "./numbers.ts";
import type { Column, Table } from "./table.ts";

export type Cell = string | number | boolean | readonly string[] | null;
export const BAD = Symbol("bad cell");

interface Explanation {
	readonly what: string;
	readonly found: string;
	readonly expected: string;
	readonly nearest?: string | null | (() => string | null);
}

export interface CellReader {
	parse(raw: string): Cell | typeof BAD;
	explain(raw: string): Explanation;
}

/** Words that programs write for "nothing" or for a failed formula; a gap is a blank cell. */
const NOT_VALUES = /^(NA|N\/A|NULL|NaN|#N\/A|#REF!|#VALUE!|#DIV\/0!|#NAME\?|#NUM!|#NULL!|#+)$/i;
/** Those of them that statistics print for a figure they do not have. */
const PRINTED = /^N\/?A$/i;

/** The reader for a declared column; equal ids and lists of a column come back as one object. */
export function cellReader(table: Table, column: Column, nearest: Nearest): CellReader {
	const value = valueReader(table, column, nearest);
	const optional = column.optional === true;
	return {
		parse(raw) {
			if (raw === "" || isBlank(raw)) return optional ? null : BAD;
			return value.parse(raw);
		},
		explain(raw) {
			if (raw === "" || isBlank(raw)) {
				return { what: "blank", found: raw, expected: expectedOf(table, column) };
			}
			if (NOT_VALUES.test(raw.trim())) {
				const gap = optional ? 'a blank cell for a gap (in R: write.csv(…, na = ""))' : "";
				return {
					what: "not a value",
					found: raw,
					expected: gap || expectedOf(table, column),
					nearest: optional ? "" : null,
				};
			}
			return { found: raw, expected: expectedOf(table, column), ...value.explain(raw) };
		},
	};
}

type ValueReader = Pick<CellReader, "parse"> & {
	explain(raw: string): Partial<Explanation> & { readonly what: string };
};

function valueReader(table: Table, column: Column, nearest: Nearest): ValueReader {
	switch (column.type) {
		case "id":
			return idReader(table, column, nearest);
		case "idList":
			return idListReader(table, column, nearest);
		case "enum":
			return enumReader(column, nearest);
		case "number":
		case "integer":
			return numberReader(column);
		case "boolean":
			return booleanReader();
		case "date":
			return plainReader(isDate, (raw) => ({ what: "not a date", nearest: explainDate(raw) }));
		case "fuzzyDate":
			return plainReader(isFuzzyDate, (raw) => ({
				what: "not a date",
				nearest: explainDate(raw),
			}));
		case "text":
			return textReader(column);
	}
}

function isBlank(raw: string): boolean {
	const code = raw.charCodeAt(0);
	return (code <= 32 || code >= 160) && raw.trim() === "";
}

function plainReader(
	accepts: (raw: string) => boolean,
	explain: ValueReader["explain"],
): ValueReader {
	return { parse: (raw) => (accepts(raw) ? raw : BAD), explain };
}

function textReader({ verbatim }: Column): ValueReader {
	const refused = (raw: string) => NOT_VALUES.test(raw) && !(verbatim && PRINTED.test(raw));
	return {
		parse: (raw) => (refused(raw) ? BAD : unescapeText(raw)),
		explain: () => ({ what: "not text" }),
	};
}

function booleanReader(): ValueReader {
	const values = new Map([
		["true", true],
		["false", false],
	]);
	return {
		parse: (raw) => values.get(raw.toLowerCase()) ?? BAD,
		explain: (raw) => {
			const yes = /^(1|y|yes|t|wahr|vrai|verdadero)$/i.test(raw.trim());
			const no = /^(0|n|no|f|falsch|faux|falso)$/i.test(raw.trim());
			return { what: "neither true nor false", nearest: yes ? "true" : no ? "false" : null };
		},
	};
}

function enumReader(column: Column, nearest: Nearest): ValueReader {
	const values = new Map((column.values ?? []).map((value) => [value, value]));
	return {
		parse: (raw) => values.get(raw) ?? BAD,
		explain: (raw) => ({
			what: column.name === "unit" ? "unknown unit" : "unknown value",
			nearest: () => nearest.find(raw, values.keys(), 1 / 2),
		}),
	};
}

function numberReader(column: Column): ValueReader {
	const min = column.min ?? -1e15;
	const max = column.max ?? 1e15;
	const integer = column.type === "integer";
	return {
		parse(raw) {
			if (!isNumber(raw)) return BAD;
			const value = Number(raw);
			if (!(value >= min && value <= max) || (integer && !Number.isInteger(value))) return BAD;
			return value === 0 ? 0 : value;
		},
		explain: (raw) => explainNumber(raw, min, max, integer),
	};
}

function idReader(table: Table, column: Column, nearest: Nearest): ValueReader {
	const { pattern, words } = readablePattern(table, column);
	const wildcards = column.wildcards ?? [];
	const known = new Map<string, string>(wildcards.map((value) => [value, value]));
	return {
		parse(raw) {
			const seen = known.get(raw);
			if (seen !== undefined) return seen;
			if (!pattern.test(raw)) return BAD;
			known.set(raw, raw);
			return raw;
		},
		explain: (raw) => ({
			what: "not an id",
			expected: [words, ...wildcards].join(" or "),
			nearest: () => nearest.find(raw, known.keys()),
		}),
	};
}

function idListReader(table: Table, column: Column, nearest: Nearest): ValueReader {
	const { pattern, words } = readablePattern(table, column);
	const known = new Map<string, readonly string[]>();
	const split = (raw: string) => raw.split(";").map((item) => item.trim());
	return {
		parse(raw) {
			const seen = known.get(raw);
			if (seen !== undefined) return seen;
			const items = split(raw);
			if (items.some((item) => !pattern.test(item))) return BAD;
			if (new Set(items).size < items.length) return BAD;
			known.set(raw, Object.freeze(items));
			return items;
		},
		explain(raw) {
			const items = split(raw);
			const bad = items.find((item) => !pattern.test(item));
			if (bad === undefined) {
				return { what: "an id stands twice in the list", nearest: [...new Set(items)].join(";") };
			}
			const ids = new Set([...known.values()].flat());
			return {
				what: "not a list of ids",
				found: bad,
				expected: `${words}, separated by ;`,
				nearest: () => (bad === "" ? items.filter(Boolean).join(";") : nearest.find(bad, ids)),
			};
		},
	};
}

/** An id that has to exist elsewhere is compared with what is there, which says more than its letters. */
function readablePattern(table: Table, column: Column): { pattern: RegExp; words: string } {
	const { pattern, words } = idPattern(table, column);
	return { pattern: column.references === undefined ? pattern : /^.{1,200}$/s, words };
}

const LOWER = { pattern: /^[a-z0-9][a-z0-9_-]{0,119}$/, words: "lower-case letters, digits, _, -" };
const UPPER = { pattern: /^[A-Z][A-Z0-9_-]{0,119}$/, words: "a region id: upper-case letters" };
const MIXED = { pattern: /^[A-Za-z][A-Za-z0-9_-]{0,119}$/, words: "an element: letters, digits" };

/** What the ids of a column look like: regions upper case, elements as their symbols, others lower case. */
export function idPattern(table: Table, column: Column): { pattern: RegExp; words: string } {
	const names = [`${table.name}.${column.name}`, ...(column.references ?? [])];
	if (names.includes("regions.id")) return UPPER;
	return names.includes("elements.id") ? MIXED : LOWER;
}

/** What a cell of the column should hold, in words. */
function expectedOf(table: Table, column: Column): string {
	switch (column.type) {
		case "text":
			return "text";
		case "id":
			return idPattern(table, column).words;
		case "idList":
			return `${idPattern(table, column).words}, separated by ;`;
		case "enum":
			return `one of ${(column.values ?? []).join(", ")}`;
		case "boolean":
			return "true or false";
		case "date":
			return "a date, YYYY-MM-DD";
		case "fuzzyDate":
			return "a date: YYYY, YYYY-MM or YYYY-MM-DD";
		default: {
			const unit = column.unit === undefined ? "" : `, ${column.unit}`;
			const kind = column.type === "integer" ? "a whole number" : "a number";
			if (column.min === undefined && column.max === undefined) return `${kind}${unit}`;
			if (column.max === undefined) return `${kind} of at least ${column.min}${unit}`;
			return `${kind} from ${column.min} to ${column.max}${unit}`;
		}
	}
}
