import type { HighsCallbackMap, Model } from "highs";
import { type Memory, remember } from "./memory.ts";
import { chooseMethod } from "./method.ts";
import { wordsFor } from "./status.ts";
import { solveWithoutColumns } from "./trivial.ts";
import type {
	Basis,
	LpModel,
	LpResult,
	LpStatus,
	Method,
	Progress,
	SolveOptions,
} from "./types.ts";

/** The solver refuses an infinite option; this is 30,000 years. */
export const NO_LIMIT = 1e12;

/** Callback channels of HiGHS that allow an interrupt. */
const SIMPLEX = 1;
const IPM = 2;
const BRANCH = 6;

/** Values of its option `simplex_strategy`. */
const DUAL = 1;
const PRIMAL = 4;

/**
 * Run the solver on its present model. Simplex continues from the basis it holds, primal where
 * only the costs have moved and dual otherwise; interior point starts afresh and ends with
 * crossover, so a basis is there afterwards either way.
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
	let status = run(native, options);
	let ran = method;
	if (status === "undecided") status = runAgain(native, options, { presolve: "off" });
	if (status === "failed" && method === "ipm" && options.method !== "ipm") {
		status = runAgain(native, options, {});
		ran = "simplex";
	}
	const result = extract(native, model, ran, status === "undecided" ? "failed" : status);
	remember(memory, readBasis(native), result);
	return result;
}

function pickMethod(model: LpModel, memory: Memory, options: SolveOptions): Method {
	if (options.method === "simplex" || options.method === "ipm") return options.method;
	return memory.basis ? "simplex" : chooseMethod(model);
}

function run(native: Model, options: SolveOptions): LpStatus | "undecided" {
	return wordsFor(native.run(callbacks(options)).modelStatus);
}

/** From nothing, by dual simplex: for a status the first run left open. */
function runAgain(native: Model, options: SolveOptions, changes: { presolve?: string }) {
	native.clearSolver();
	native.options.set({ simplex_strategy: DUAL, ...changes });
	if (native.options.get("solver") === "ipm") native.options.set({ solver: "simplex" });
	const status = run(native, options);
	native.options.set({ presolve: "choose" });
	return status;
}

function readBasis(native: Model): Basis | null {
	return native.info.get("basis_validity") === 1 ? native.getBasis() : null;
}

function stopWanted(options: SolveOptions): boolean {
	if (options.signal?.aborted) return true;
	return options.cancelFlag !== undefined && Atomics.load(options.cancelFlag, 0) !== 0;
}

/** No handlers unless somebody listens: each call crosses from WebAssembly into JavaScript. */
function callbacks(options: SolveOptions): HighsCallbackMap {
	const { signal, cancelFlag, onProgress } = options;
	if (!signal && !cancelFlag && !onProgress) return {};
	const check = (event: { interrupt(): void }, progress: Progress): undefined => {
		onProgress?.(progress);
		if (stopWanted(options)) event.interrupt();
	};
	return {
		[SIMPLEX]: (event) =>
			check(event, {
				task: "simplex iterations",
				done: event.data.simplex_iteration_count ?? 0,
				total: 0,
			}),
		[IPM]: (event) =>
			check(event, {
				task: "interior-point iterations",
				done: event.data.ipm_iteration_count ?? 0,
				total: 0,
			}),
		[BRANCH]: (event) =>
			check(event, {
				task: "branch and cut, gap closed",
				done: 1 - Math.min(1, event.data.mip_gap ?? 1),
				total: 1,
			}),
	};
}

function extract(native: Model, model: LpModel, method: Method, status: LpStatus): LpResult {
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
		method: integer ? "branch and cut" : method,
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
