/** What a check is: it reads rows and reports findings; it changes nothing. */

import type { TableName, Tables } from "../load.ts";
import type { Nearest } from "../nearest.ts";
import type { Finding, Problems } from "../problem.ts";
import type { ReadTable } from "../read-table.ts";
import { TABLES } from "../tables/index.ts";

export interface Check {
	/** What must hold, in one sentence. */
	readonly rule: string;
	/** Tables that must be whole for the check to make sense: free of errors until then. */
	readonly needs: readonly TableName[];
	run(context: Context): void;
}

export type TableRow<N extends TableName> = Tables[N][number];

/** A finding at a row of a table, by the row's index. */
export type RowFinding<N extends TableName> = Omit<Finding, "table" | "row"> & {
	readonly column?: keyof TableRow<N> & string;
};

export class Context {
	readonly #read: ReadonlyMap<string, ReadTable>;
	readonly #problems: Problems;
	readonly nearest: Nearest;

	constructor(read: ReadonlyMap<string, ReadTable>, problems: Problems, nearest: Nearest) {
		this.#read = read;
		this.#problems = problems;
		this.nearest = nearest;
	}

	/** Rows of a table with their indices, without those that could not be read whole. */
	*rows<N extends TableName>(name: N): Generator<[index: number, row: TableRow<N>]> {
		const table = this.#read.get(name);
		if (table === undefined) return;
		for (const [index, row] of table.rows.entries()) {
			if (!table.damaged.has(index)) yield [index, row as unknown as TableRow<N>];
		}
	}

	table(name: TableName): ReadTable | undefined {
		return this.#read.get(name);
	}

	line(name: TableName, index: number): number | null {
		return this.#read.get(name)?.lines[index] ?? null;
	}

	report<N extends TableName>(name: N, index: number, finding: RowFinding<N>): void {
		this.#problems.add({ ...finding, table: name, row: this.line(name, index) });
	}

	/** True when every one of the tables was read and has no error so far. */
	whole(names: readonly TableName[]): boolean {
		return names.every((name) => this.#read.has(name) && !this.#problems.hasErrors(name));
	}

	get names(): readonly TableName[] {
		return Object.keys(TABLES) as TableName[];
	}
}
