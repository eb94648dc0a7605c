/**
 * How a table of the data package is declared: one object per table, read by the
 * loader, the checker, `datapackage.json`, the documentation and the row types.
 * Column types follow Frictionless Table Schema.
 */

export type ColumnType =
	| "id" // key: letters, digits, `_`, `-`; region ids upper case, all others lower case
	| "text"
	| "number"
	| "integer"
	| "boolean" // true | false
	| "date" // YYYY-MM-DD
	| "fuzzyDate" // YYYY, YYYY-MM or YYYY-MM-DD, as published
	| "enum"
	| "idList"; // ids separated by `;`

export interface Column {
	readonly name: string;
	readonly type: ColumnType;
	readonly description: string;
	/** Unit of a number, as in the docs: `t`, `USD/t`, `days`, `fraction`, `t/t`, ... */
	readonly unit?: string;
	/** A blank cell is an error unless `optional` is true; a blank is then a gap (null). */
	readonly optional?: true;
	readonly values?: readonly string[];
	/** Inclusive bounds of a number. */
	readonly min?: number;
	readonly max?: number;
	/** `table.column` this id (or every id of the list) must exist in; several = any of them. */
	readonly references?: readonly string[];
	/** Text as somebody printed it, which may be the word NA. */
	readonly verbatim?: true;
	/** Literals accepted beside the referenced ids, for example `*`. */
	readonly wildcards?: readonly string[];
}

export interface Table {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	/** Columns that together are unique. */
	readonly primaryKey: readonly string[];
	readonly columns: readonly Column[];
	/** A package may leave the whole table out; it then has no rows. */
	readonly optional?: true;
}

type Value<C extends Column> = C["type"] extends "number" | "integer"
	? number
	: C["type"] extends "boolean"
		? boolean
		: C["type"] extends "idList"
			? readonly string[]
			: C["type"] extends "enum"
				? C extends { readonly values: readonly (infer V)[] }
					? V
					: string
				: string;

type Cell<C extends Column> = C extends { readonly optional: true } ? Value<C> | null : Value<C>;

/** The row type of a declared table. */
export type Row<T extends Table> = {
	readonly [C in T["columns"][number] as C["name"]]: Cell<C>;
};

export function table<const T extends Table>(declaration: T): T {
	return declaration;
}

export const CONFIDENCES = [
	"high",
	"medium",
	"low",
	"recalled", // from memory; nobody opened the source
	"unverified",
	"lead", // lead only
	"assumption", // ours, cites a row of `assumptions`
] as const;

/** The columns that every data row ends with: who says so, and how sure we are. */
export const PROVENANCE = [
	{
		name: "source_ids",
		type: "idList",
		description: "Who says so: ids of `sources` or `assumptions`, separated by `;`",
		references: ["sources.id", "assumptions.id"],
	},
	{
		name: "confidence",
		type: "enum",
		values: CONFIDENCES,
		description:
			"How sure: high, medium, low; recalled, unverified and lead mean that nobody opened the source; assumption cites `assumptions`",
	},
	{
		name: "note",
		type: "text",
		optional: true,
		description: "What a reader of this row should know",
	},
] as const satisfies readonly Column[];
