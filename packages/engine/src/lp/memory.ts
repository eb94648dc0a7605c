import type { Basis, LpModel, LpResult } from "./types.ts";

/**
 * What a session remembers of its last optimal solve, to pick the simplex that has least left to
 * do: a point that is still feasible but no longer priced right wants the primal simplex, a point
 * that is still priced right but no longer feasible the dual. HiGHS keeps its basis across changes
 * but answers no question about it until the next solve, so the copy here is what callers get.
 */
export interface Memory {
	basis: Basis | null;
	colValue: Float64Array;
	rowValue: Float64Array;
	/** The basic point still satisfies every bound. */
	feasible: boolean;
	/** The costs are those it was optimal for. */
	priced: boolean;
}

export function emptyMemory(): Memory {
	return {
		basis: null,
		colValue: new Float64Array(),
		rowValue: new Float64Array(),
		feasible: false,
		priced: false,
	};
}

/** After a solve that ended in a basis; values are kept only of an optimum. */
export function remember(memory: Memory, basis: Basis | null, result: LpResult): void {
	const optimal = result.status === "optimal" && basis !== null;
	memory.basis = basis;
	memory.feasible = optimal;
	memory.priced = optimal;
	memory.colValue = optimal ? result.colValue.slice() : new Float64Array();
	memory.rowValue = optimal ? result.rowValue.slice() : new Float64Array();
}

const BASIC = 1;
const AT_LOWER = 0;
const AT_UPPER = 2;
const TOLERANCE = 1e-9;

/** Take note of new bounds before they are written into the model. */
export function noteBounds(
	memory: Memory,
	kind: "column" | "row",
	model: LpModel,
	at: Int32Array,
	lower: Float64Array,
	upper: Float64Array,
): void {
	if (!memory.feasible || !memory.basis) return;
	const column = kind === "column";
	const status = column ? memory.basis.colStatus : memory.basis.rowStatus;
	const value = column ? memory.colValue : memory.rowValue;
	const oldLower = column ? model.colLower : model.rowLower;
	const oldUpper = column ? model.colUpper : model.rowUpper;
	for (let k = 0; k < at.length && memory.feasible; k++) {
		const q = at[k] as number;
		const [low, high, v] = [lower[k] as number, upper[k] as number, value[q] as number];
		const sameLower = low === oldLower[q];
		const sameUpper = high === oldUpper[q];
		const margin = TOLERANCE * Math.max(1, Math.abs(v));
		if (status[q] === BASIC) memory.feasible = v >= low - margin && v <= high + margin;
		else if (status[q] === AT_LOWER) memory.feasible = sameLower && high >= low;
		else if (status[q] === AT_UPPER) memory.feasible = sameUpper && high >= low;
		else memory.feasible = sameLower && sameUpper;
	}
}
