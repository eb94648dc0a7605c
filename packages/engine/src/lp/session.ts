import type { Highs } from "highs";
import { explainInfeasible } from "./explain-infeasible.ts";
import { explainUnbounded } from "./explain-unbounded.ts";
import { emptyMemory, noteBounds } from "./memory.ts";
import { asModelData } from "./model-data.ts";
import { readRanging } from "./ranging.ts";
import { solveNative } from "./solve.ts";
import type { Basis, LpModel, Session } from "./types.ts";

/**
 * Copy a model into the solver and keep it there for repeated solves.
 *
 * @param closed called once, when the session is disposed
 */
export function openSession(highs: Highs, original: LpModel, closed: () => void): Session {
	const model: LpModel = {
		...original,
		cost: original.cost.slice(),
		colLower: original.colLower.slice(),
		colUpper: original.colUpper.slice(),
		rowLower: original.rowLower.slice(),
		rowUpper: original.rowUpper.slice(),
	};
	const native = highs.createModel(asModelData(original));
	native.options.set({ output_flag: false, log_to_console: false, random_seed: 1 });
	const memory = emptyMemory();
	const session: Session = {
		model,
		solve: (options = {}) => solveNative(native, model, memory, options),
		changeColumnBounds(columns, lower, upper) {
			if (columns.length === 0) return;
			noteBounds(memory, "column", model, columns, lower, upper);
			native.changeColsBounds({ kind: "set", indices: columns }, lower, upper);
			scatter(model.colLower, columns, lower);
			scatter(model.colUpper, columns, upper);
		},
		changeRowBounds(rows, lower, upper) {
			if (rows.length === 0) return;
			noteBounds(memory, "row", model, rows, lower, upper);
			native.changeRowsBounds({ kind: "set", indices: rows }, lower, upper);
			scatter(model.rowLower, rows, lower);
			scatter(model.rowUpper, rows, upper);
		},
		changeCosts(columns, cost) {
			if (columns.length === 0) return;
			memory.priced = false;
			native.changeColsCost({ kind: "set", indices: columns }, cost);
			scatter(model.cost, columns, cost);
		},
		getBasis: () => copyOf(memory.basis),
		setBasis(basis) {
			if (basis) native.setBasis(basis);
			else native.clearSolver();
			Object.assign(memory, emptyMemory(), { basis: copyOf(basis) });
		},
		ranging: () => readRanging(native, model, memory),
		explainInfeasible(options = {}) {
			Object.assign(memory, emptyMemory());
			return explainInfeasible(highs, native, model, options);
		},
		explainUnbounded: (options = {}) => explainUnbounded(highs, model, options),
		dispose() {
			if (native.disposed) return;
			native.dispose();
			closed();
		},
		[Symbol.dispose]: () => session.dispose(),
	};
	return session;
}

function copyOf(basis: Basis | null): Basis | null {
	return basis && { colStatus: basis.colStatus.slice(), rowStatus: basis.rowStatus.slice() };
}

function scatter(into: Float64Array, at: Int32Array, values: Float64Array): void {
	for (let k = 0; k < at.length; k++) into[at[k] as number] = values[k] as number;
}
