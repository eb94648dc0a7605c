import type { Model } from "highs";
import type { Memory } from "./memory.ts";
import type { LpModel, Ranging } from "./types.ts";

/**
 * Limits between which costs, and the duals of bounds, keep their present value.
 *
 * HiGHS ranges only from a simplex state, so a zero-iteration simplex is run from the basis first.
 * Throws when the model is integer or not solved to optimality.
 */
export function readRanging(native: Model, model: LpModel, memory: Memory): Ranging {
	if (model.integer) throw new Error("ranging is for linear models; this one has integer columns");
	if (!memory.basis) throw new Error("ranging needs an optimal basis");
	native.options.set({ solver: "simplex" });
	if (native.run().modelStatus !== 7) throw new Error("ranging needs an optimal model");
	const ranging = native.getRanging();
	return {
		costLow: ranging.colCostDown.value,
		costHigh: ranging.colCostUp.value,
		rowLow: ranging.rowBoundDown.value,
		rowHigh: ranging.rowBoundUp.value,
		columnLow: ranging.colBoundDown.value,
		columnHigh: ranging.colBoundUp.value,
	};
}
