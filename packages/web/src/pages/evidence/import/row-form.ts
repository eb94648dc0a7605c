/** A form that a table's declaration draws: one field a column, and the row it fills as CSV. */
import { type Column, TABLES, toCsv } from "@lodegrid/engine/dataset";

export type FormTable = "claims" | "sources" | "subjects";

/** What stands in the fields, by column. */
export type Draft = Readonly<Record<string, string>>;

export interface Field {
	readonly name: string;
	/** `as_of` → `As of`. */
	readonly label: string;
	readonly help: string;
	readonly needed: boolean;
	readonly kind: "text" | "number" | "choice" | "id" | "ids";
	readonly choices: readonly string[];
	/** Tables whose ids it takes. */
	readonly of: readonly string[];
}

export function fieldsOf(table: FormTable): Field[] {
	return (TABLES[table].columns as readonly Column[]).map((column) => ({
		name: column.name,
		label: labelOf(column.name),
		help: column.description.replaceAll("`", ""),
		needed: column.optional !== true,
		kind: kindOf(column),
		choices: column.values ?? (column.type === "boolean" ? ["true", "false"] : []),
		of: (column.references ?? []).map((reference) => reference.split(".")[0] as string),
	}));
}

/** The row of a draft as a CSV file with every column of its table. */
export function csvOf(table: FormTable, draft: Draft): string {
	const names = TABLES[table].columns.map(({ name }) => name);
	const row = Object.fromEntries(names.map((name) => [name, draft[name]?.trim() ?? ""]));
	return toCsv<string>(names, [row]);
}

/** An empty file of the table, for filling in a spreadsheet. */
export function template(table: FormTable): string {
	return toCsv<string>(
		TABLES[table].columns.map(({ name }) => name),
		[],
	);
}

function kindOf(column: Column): Field["kind"] {
	if (column.values || column.type === "boolean") return "choice";
	if (column.type === "idList") return "ids";
	if (column.type === "number" || column.type === "integer") return "number";
	return column.references ? "id" : "text";
}

function labelOf(name: string): string {
	const words = name.replace(/_ids?$/, "").replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
