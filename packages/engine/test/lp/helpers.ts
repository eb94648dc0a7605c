import { type LpModel, lpBuilder, openSolver } from "../../src/lp/index.ts";

export const solver = await openSolver();

export interface PlainRow {
	readonly name: string;
	readonly terms: Readonly<Record<string, number>>;
	readonly lower?: number;
	readonly upper?: number;
}

export interface PlainColumn {
	readonly name: string;
	readonly cost?: number;
	readonly lower?: number;
	readonly upper?: number;
	readonly integer?: boolean;
}

/** A small model written out as a textbook does. */
export function plain(columns: readonly PlainColumn[], rows: readonly PlainRow[]): LpModel {
	const lp = lpBuilder("plain");
	const at = new Map<string, number>();
	for (const { name, ...rest } of columns)
		at.set(name, lp.columns({ family: name, count: 1, unit: "", labelOf: () => "", ...rest }));
	for (const { name, terms, ...bounds } of rows) {
		const row = lp.rows({ family: name, count: 1, unit: "", labelOf: () => "", ...bounds });
		for (const [column, value] of Object.entries(terms))
			lp.entry(row, at.get(column) as number, value);
	}
	return lp.build();
}

/** Values by name, for readable expectations. */
export function byName(model: LpModel, kind: "column" | "row", values: Float64Array) {
	const name = kind === "column" ? model.columnName : model.rowName;
	return Object.fromEntries([...values].map((value, k) => [name(k), value]));
}
