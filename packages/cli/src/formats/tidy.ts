/** A table of results, one observation a row: what CSV, JSON and Parquet are written from. */

export interface TidyColumn {
	readonly name: string;
	readonly type: "text" | "number" | "integer" | "boolean";
	/** Unit and meaning, carried into the file where the format has a place for it. */
	readonly description: string;
}

export type TidyCell = string | number | boolean | null;

export interface TidyTable {
	readonly name: string;
	readonly columns: readonly TidyColumn[];
	readonly rows: readonly (readonly TidyCell[])[];
}

/** What made a file: package, scenario, solver; written inside it. */
export type Metadata = Readonly<Record<string, string>>;
