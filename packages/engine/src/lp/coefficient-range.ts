import type { LpModel } from "./types.ts";

/** Smallest and largest magnitude of the finite non-zero numbers of one kind. */
export interface Range {
	readonly kind: "matrix" | "cost" | "column bounds" | "row bounds";
	readonly smallest: number;
	readonly largest: number;
	/** largest / smallest; 1 where there is nothing. */
	readonly ratio: number;
	/** Where they stand: `row, column`, a column or a row; empty where there is nothing. */
	readonly smallestAt: string;
	readonly largestAt: string;
}

export interface CoefficientRange {
	readonly ranges: readonly Range[];
	/** One sentence for each kind whose ratio is over 1e9: solvers work to about 1e-7. */
	readonly warnings: readonly string[];
}

const TOO_WIDE = 1e9;

/** Spread of a model's numbers, the usual cause of numerical trouble. */
export function coefficientRange(model: LpModel): CoefficientRange {
	const both = (lower: Float64Array, upper: Float64Array) => [lower, upper];
	const column = (k: number) => model.columnName(k);
	const row = (k: number) => model.rowName(k);
	const ranges = [
		span("matrix", [model.values], (k) => placeOf(model, k)),
		span("cost", [model.cost], column),
		span("column bounds", both(model.colLower, model.colUpper), column),
		span("row bounds", both(model.rowLower, model.rowUpper), row),
	];
	return { ranges, warnings: ranges.filter((r) => r.ratio > TOO_WIDE).map(warning) };
}

function span(
	kind: Range["kind"],
	arrays: readonly Float64Array[],
	place: (k: number) => string,
): Range {
	let smallest = Infinity;
	let largest = 0;
	let smallestAt = -1;
	let largestAt = -1;
	for (const array of arrays) {
		for (let k = 0; k < array.length; k++) {
			const size = Math.abs(array[k] as number);
			if (size === 0 || size === Infinity) continue;
			if (size < smallest) [smallest, smallestAt] = [size, k];
			if (size > largest) [largest, largestAt] = [size, k];
		}
	}
	if (largest === 0)
		return { kind, smallest: 0, largest: 0, ratio: 1, smallestAt: "", largestAt: "" };
	return {
		kind,
		smallest,
		largest,
		ratio: largest / smallest,
		smallestAt: place(smallestAt),
		largestAt: place(largestAt),
	};
}

function placeOf(model: LpModel, k: number): string {
	let low = 0;
	let high = model.columnCount - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((model.starts[middle] as number) <= k) low = middle;
		else high = middle - 1;
	}
	return `${model.rowName(model.indices[k] as number)}, ${model.columnName(low)}`;
}

function warning(range: Range): string {
	return `${range.kind}: from ${range.smallest} (${range.smallestAt}) to ${range.largest} (${range.largestAt}), ratio ${range.ratio.toExponential(1)}; expect numerical trouble`;
}
