import type { TableName } from "../load.ts";
import type { Check } from "./check.ts";

/** Columns of a table that may not fall from left to right; blanks are passed over. */
const ASCENDING: readonly (readonly [TableName, ...string[]])[] = [
	["assumptions", "low", "value", "high"],
	["recipes", "low", "coefficient", "high"],
	["stocks", "low_t", "quantity_t", "high_t"],
	["stocks", "quantity_t", "storage_t"],
	["demand", "low_t", "quantity_t", "high_t"],
	["prices", "low_printed", "mid_printed", "high_printed"],
	["references", "low", "value", "high"],
];

export const ranges: Check = {
	rule: "A range holds its value: low ≤ value ≤ high, and a stock fits its storage.",
	needs: [],
	run(context) {
		for (const [name, ...columns] of ASCENDING) {
			for (const [index, row] of context.rows(name)) {
				let floor = Number.NEGATIVE_INFINITY;
				let below = "";
				for (const column of columns) {
					const value = (row as Record<string, unknown>)[column];
					if (typeof value !== "number") continue;
					if (value < floor) {
						context.report(name, index, {
							column: column as never,
							what: `${column} is below ${below}`,
							found: value,
							expected: `at least ${floor}`,
							nearest: String(floor),
						});
						break;
					}
					floor = value;
					below = column;
				}
			}
		}
	},
};
