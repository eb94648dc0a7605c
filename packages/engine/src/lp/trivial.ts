import type { LpModel, LpResult } from "./types.ts";

/** A model without columns costs its constant, or is infeasible where a row excludes 0. */
export function solveWithoutColumns(model: LpModel): LpResult {
	const holds = model.rowLower.every((low, i) => low <= 0 && (model.rowUpper[i] as number) >= 0);
	return {
		status: holds ? "optimal" : "infeasible",
		hasSolution: holds,
		objective: holds ? model.offset : Number.NaN,
		colValue: new Float64Array(),
		colDual: new Float64Array(),
		rowValue: new Float64Array(model.rowCount),
		rowDual: new Float64Array(model.rowCount),
		iterations: 0,
		method: "simplex",
		seconds: 0,
		gap: 0,
		primalInfeasibility: holds ? 0 : Number.NaN,
		dualInfeasibility: holds ? 0 : Number.NaN,
	};
}
