import { compress } from "./compress.ts";
import { Float64List, Int32List } from "./lists.ts";
import { lookup, nameOf } from "./names.ts";
import type { Family, LpModel } from "./types.ts";

/** What a family of columns shares; per-column values are set afterwards with `cost`, `bounds`. */
export interface ColumnFamily {
	readonly family: string;
	readonly count: number;
	readonly unit: string;
	readonly labelOf: (k: number) => string;
	readonly describe?: (k: number) => string;
	/** Default 0. */
	readonly lower?: number;
	/** Default +Infinity. */
	readonly upper?: number;
	/** Default 0. */
	readonly cost?: number;
	readonly integer?: boolean;
}

/** What a family of rows shares; `equals` is short for lower = upper. */
export interface RowFamily {
	readonly family: string;
	readonly count: number;
	readonly unit: string;
	readonly labelOf: (k: number) => string;
	readonly describe?: (k: number) => string;
	/** Default -Infinity. */
	readonly lower?: number;
	/** Default +Infinity. */
	readonly upper?: number;
	readonly equals?: number;
}

export interface LpBuilder {
	/** Add a family of columns; returns the index of its first. */
	columns(family: ColumnFamily): number;
	/** Add a family of rows; returns the index of its first. */
	rows(family: RowFamily): number;
	/** Add `value` at (row, column); repeated positions add up. */
	entry(row: number, column: number, value: number): void;
	cost(column: number, value: number): void;
	columnBounds(column: number, lower: number, upper: number): void;
	rowBounds(row: number, lower: number, upper: number): void;
	/** Add a constant to the objective. */
	offset(value: number): void;
	readonly columnCount: number;
	readonly rowCount: number;
	/** Close the model: O(nonzeros). Throws RangeError naming the row or column of any bad number. */
	build(): LpModel;
}

/**
 * Start an empty minimisation. Families keep a label function instead of strings, so names cost
 * nothing until somebody asks for one.
 */
export function lpBuilder(name: string): LpBuilder {
	const columnFamilies: Family[] = [];
	const rowFamilies: Family[] = [];
	const cost = new Float64List();
	const colLower = new Float64List();
	const colUpper = new Float64List();
	const rowLower = new Float64List();
	const rowUpper = new Float64List();
	const entryRow = new Int32List();
	const entryColumn = new Int32List();
	const entryValue = new Float64List();
	let integer: Uint8Array | null = null;
	let offset = 0;

	function columns(family: ColumnFamily): number {
		const first = cost.length;
		columnFamilies.push(asFamily(family, first));
		cost.fill(family.cost ?? 0, family.count);
		colLower.fill(family.lower ?? 0, family.count);
		colUpper.fill(family.upper ?? Infinity, family.count);
		if (family.integer || integer) {
			const grown: Uint8Array = new Uint8Array(cost.length);
			if (integer) grown.set(integer);
			if (family.integer) grown.fill(1, first);
			integer = grown;
		}
		return first;
	}

	function rows(family: RowFamily): number {
		const first = rowLower.length;
		rowFamilies.push(asFamily(family, first));
		rowLower.fill(family.equals ?? family.lower ?? -Infinity, family.count);
		rowUpper.fill(family.equals ?? family.upper ?? Infinity, family.count);
		return first;
	}

	function build(): LpModel {
		const columnCount = cost.length;
		const rowCount = rowLower.length;
		const matrix = compress(
			rowCount,
			columnCount,
			entryRow.view(),
			entryColumn.view(),
			entryValue.view(),
			(row, column, what) =>
				fail(`${nameOf(rowFamilies, row)}, ${nameOf(columnFamilies, column)}: ${what}`),
		);
		const model: LpModel = {
			name,
			columnCount,
			rowCount,
			offset,
			cost: cost.copy(),
			colLower: colLower.copy(),
			colUpper: colUpper.copy(),
			rowLower: rowLower.copy(),
			rowUpper: rowUpper.copy(),
			...matrix,
			integer,
			columnFamilies,
			rowFamilies,
			columnName: (j) => nameOf(columnFamilies, j),
			rowName: (i) => nameOf(rowFamilies, i),
			findColumn: lookup(columnFamilies),
			findRow: lookup(rowFamilies),
		};
		checkNumbers(model);
		return Object.freeze(model);
	}

	return {
		columns,
		rows,
		build,
		entry(row, column, value) {
			entryRow.push(row);
			entryColumn.push(column);
			entryValue.push(value);
		},
		cost: (column, value) => cost.set(column, value),
		columnBounds(column, lower, upper) {
			colLower.set(column, lower);
			colUpper.set(column, upper);
		},
		rowBounds(row, lower, upper) {
			rowLower.set(row, lower);
			rowUpper.set(row, upper);
		},
		offset(value) {
			offset += value;
		},
		get columnCount() {
			return cost.length;
		},
		get rowCount() {
			return rowLower.length;
		},
	};
}

function asFamily(family: ColumnFamily | RowFamily, first: number): Family {
	const { family: name, count, unit, labelOf, describe } = family;
	if (!(Number.isInteger(count) && count >= 0)) fail(`${name}: count ${count}`);
	return { family: name, first, count, unit, labelOf, ...(describe && { describe }) };
}

function checkNumbers(model: LpModel): void {
	for (let j = 0; j < model.columnCount; j++) {
		if (!Number.isFinite(model.cost[j])) fail(`${model.columnName(j)}: cost ${model.cost[j]}`);
		checkBounds(model.colLower[j] as number, model.colUpper[j] as number, () =>
			model.columnName(j),
		);
	}
	for (let i = 0; i < model.rowCount; i++)
		checkBounds(model.rowLower[i] as number, model.rowUpper[i] as number, () => model.rowName(i));
	if (!Number.isFinite(model.offset)) fail(`objective constant ${model.offset}`);
}

/** A lower bound above its upper is allowed: the solver reports it and it can be explained. */
function checkBounds(lower: number, upper: number, name: () => string): void {
	if (Number.isNaN(lower) || lower === Infinity) fail(`${name()}: lower bound ${lower}`);
	if (Number.isNaN(upper) || upper === -Infinity) fail(`${name()}: upper bound ${upper}`);
}

function fail(message: string): never {
	throw new RangeError(message);
}
