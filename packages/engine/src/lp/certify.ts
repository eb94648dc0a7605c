import type { LpModel, LpResult } from "./types.ts";

/** Independent check of an optimal linear result, from the model's own numbers. */
export interface Certificate {
	readonly primalObjective: number;
	/** Objective the duals prove: nothing can be cheaper. */
	readonly dualObjective: number;
	/** |primal − dual| / max(1, |primal|, |dual|). */
	readonly gap: number;
	/** Largest violation of a row or column bound by the values, in their own units. */
	readonly primalInfeasibility: number;
	/** Largest violation of dual feasibility: a dual pushing on an infinite bound. */
	readonly dualInfeasibility: number;
	/** Largest |dual × distance to the bound it pushes on|, in objective units. */
	readonly complementarity: number;
}

/**
 * Recompute activities, reduced costs and both objectives of a linear model from `colValue` and
 * `rowDual` alone, so that an optimal claim rests on arithmetic and not on the solver's word.
 * O(nonzeros). Throws when the result has no duals (integer or unfinished).
 *
 * Method: weak duality for bounded rows and columns; a dual y > 0 prices the lower bound, y < 0 the
 * upper. A dual on an infinite bound counts as dual infeasibility and adds nothing to the objective.
 */
export function dualityGap(model: LpModel, result: LpResult): Certificate {
	if (result.status !== "optimal" || model.integer)
		throw new Error("a duality gap needs an optimal linear result");
	const { activity, reducedCost, primalObjective } = recompute(model, result);
	const rows = price(activity, result.rowDual, model.rowLower, model.rowUpper);
	const columns = price(result.colValue, reducedCost, model.colLower, model.colUpper);
	const dualObjective = model.offset + rows.worth + columns.worth;
	const scale = Math.max(1, Math.abs(primalObjective), Math.abs(dualObjective));
	return {
		primalObjective,
		dualObjective,
		gap: Math.abs(primalObjective - dualObjective) / scale,
		primalInfeasibility: Math.max(rows.violation, columns.violation),
		dualInfeasibility: Math.max(rows.loose, columns.loose),
		complementarity: Math.max(rows.complementarity, columns.complementarity),
	};
}

function recompute(model: LpModel, result: LpResult) {
	const activity = new Float64Array(model.rowCount);
	const reducedCost = model.cost.slice();
	let primalObjective = model.offset;
	for (let j = 0; j < model.columnCount; j++) {
		const x = result.colValue[j] as number;
		let priced = 0;
		for (let k = model.starts[j] as number; k < (model.starts[j + 1] as number); k++) {
			const i = model.indices[k] as number;
			const a = model.values[k] as number;
			(activity[i] as number) += a * x;
			priced += a * (result.rowDual[i] as number);
		}
		(reducedCost[j] as number) -= priced;
		primalObjective += (model.cost[j] as number) * x;
	}
	return { activity, reducedCost, primalObjective };
}

function price(value: Float64Array, dual: Float64Array, lower: Float64Array, upper: Float64Array) {
	let worth = 0;
	let violation = 0;
	let loose = 0;
	let complementarity = 0;
	for (let q = 0; q < value.length; q++) {
		const v = value[q] as number;
		const y = dual[q] as number;
		const low = lower[q] as number;
		const high = upper[q] as number;
		violation = Math.max(violation, low - v, v - high);
		if (y === 0) continue;
		const bound = y > 0 ? low : high;
		if (!Number.isFinite(bound)) {
			loose = Math.max(loose, Math.abs(y));
			continue;
		}
		worth += y * bound;
		complementarity = Math.max(complementarity, Math.abs(y * (v - bound)));
	}
	return { worth, violation, loose, complementarity };
}
