/** Numbers of the data package by name: `table/row/column`, as the inspector and the engine know them. */
import { TABLES } from "@lodegrid/engine/dataset";

type TableName = keyof typeof TABLES;

/** The name of one number; `row` is the row it stands in. */
export function cellId(table: TableName, row: object, column: string): string {
	const keys: readonly string[] = TABLES[table].primaryKey;
	const key = keys.map((name) => String((row as Readonly<Record<string, unknown>>)[name] ?? ""));
	return `${table}/${key.join("|")}/${column}`;
}
