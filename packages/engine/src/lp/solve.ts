import type { Model } from "highs";
import { type Memory, remember } from "./memory.ts";
import { chooseMethod } from "./method.ts";
import { runNative, stopWanted } from "./run.ts";
import { solveWithoutColumns } from "./trivial.ts";
import type { Basis, LpModel, LpResult, LpStatus, Method, SolveOptions } from "./types.ts";

/** The solver refuses an infinite option; this is 30,000 years. */
export const NO_LIMIT = 1e12;

/** Values of its option `simplex_strategy`. */
const DUAL = 1;
const PRIMAL = 4;

/**
 * Run the solver on its present model. Simplex continues from the basis it holds, primal where
 * only the costs have moved and dual otherwise; interior point starts afresh and ends with
 * crossover, so a basis is there afterwards either way. A run that ends in an error comes back
 * as `failed` with a message; "auto" then tries the other method once.
 */
export function solveNative(
	native: Model,
	model: LpModel,
	memory: Memory,
	options: SolveOptions,
): LpResult {
	if (model.columnCount === 0) return solveWithoutColumns(model);
	const integer = model.integer !== null;
	const method = pickMethod(model, memory, options);
	if (stopWanted(options)) return notStarted(model, method);
	if (!integer && method === "ipm") native.clearSolver();
	native.options.set({
		solver: integer ? "choose" : method,
		simplex_strategy: memory.feasible && !memory.priced ? PRIMAL : DUAL,
		time_limit: options.timeLimitSeconds ?? NO_LIMIT,
		mip_rel_gap: options.relativeGap ?? 0,
	});
	native.zeroAllClocks();
	let ended = runNative(native, options);
	let ran: LpResult["method"] = integer ? "branch and cut" : method;
	if (ended.status === "undecided") {
		if (ran === "ipm") ran = "simplex after ipm";
		ended = runAgain(native, options, integer ? "choose" : "simplex", "off");
	}
	if (ended.status === "failed" && !integer && ran === method && isAuto(options)) {
		const other = method === "ipm" ? "simplex" : "ipm";
		ran = method === "ipm" ? "simplex after ipm" : "ipm after simplex";
		ended = runAgain(native, options, other, "choose");
	}
	const result = {
		...extract(native, model, ran, ended.status === "undecided" ? "failed" : ended.status),
		...(ended.message !== undefined && { message: ended.message }),
	};
	remember(memory, readBasis(native), result);
	return result;
}

function isAuto({ method }: SolveOptions): boolean {
	return method === undefined || method === "auto";
}

function pickMethod(model: LpModel, memory: Memory, options: SolveOptions): Method {
	if (options.method === "simplex" || options.method === "ipm") return options.method;
	return memory.basis ? "simplex" : chooseMethod(model);
}

/** From nothing: for a status the first run left open, or after an error. */
function runAgain(native: Model, options: SolveOptions, solver: string, presolve: string) {
	native.clearSolver();
	native.options.set({ solver, simplex_strategy: DUAL, presolve });
	const ended = runNative(native, options);
	native.options.set({ presolve: "choose" });
	return ended;
}

function readBasis(native: Model): Basis | null {
	return native.info.get("basis_validity") === 1 ? native.getBasis() : null;
}

function extract(
	native: Model,
	model: LpModel,
	method: LpResult["method"],
	status: LpStatus,
): LpResult {
	const integer = model.integer !== null;
	const info = (name: string) => Number(native.info.get(name));
	const hasSolution = status !== "infeasible" && info("primal_solution_status") === 2;
	const hasDuals = !integer && status === "optimal";
	const solution = hasSolution ? native.getSolution() : null;
	return {
		status,
		hasSolution,
		objective: hasSolution ? native.getObjectiveValue() : Number.NaN,
		colValue: numbers(solution?.colValue, model.columnCount),
		rowValue: numbers(solution?.rowValue, model.rowCount),
		colDual: numbers(hasDuals ? solution?.colDual : undefined, model.columnCount),
		rowDual: numbers(hasDuals ? solution?.rowDual : undefined, model.rowCount),
		iterations: iterations(info),
		method,
		seconds: native.getRunTime(),
		gap: integer ? info("mip_gap") : 0,
		primalInfeasibility: hasSolution ? info("max_primal_infeasibility") : Number.NaN,
		dualInfeasibility: hasDuals ? info("max_dual_infeasibility") : Number.NaN,
	};
}

function notStarted(model: LpModel, method: Method): LpResult {
	return {
		status: "cancelled",
		hasSolution: false,
		objective: Number.NaN,
		colValue: numbers(undefined, model.columnCount),
		rowValue: numbers(undefined, model.rowCount),
		colDual: numbers(undefined, model.columnCount),
		rowDual: numbers(undefined, model.rowCount),
		iterations: 0,
		method: model.integer ? "branch and cut" : method,
		seconds: 0,
		gap: model.integer ? Infinity : 0,
		primalInfeasibility: Number.NaN,
		dualInfeasibility: Number.NaN,
	};
}

function iterations(info: (name: string) => number): number {
	const counts = ["simplex_iteration_count", "ipm_iteration_count", "crossover_iteration_count"];
	return counts.reduce((sum, name) => sum + Math.max(0, info(name)), 0);
}

/** The values with −0 written as 0, so that equal results print equally; all NaN when there are none. */
function numbers(values: Float64Array | undefined, length: number): Float64Array {
	if (!values) return new Float64Array(length).fill(Number.NaN);
	for (let k = 0; k < values.length; k++) (values[k] as number) += 0;
	return values;
}
