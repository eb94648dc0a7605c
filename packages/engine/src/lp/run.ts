import type { HighsCallbackMap, Model } from "highs";
import { failureFor, wordsFor } from "./status.ts";
import type { LpStatus, Progress, SolveOptions } from "./types.ts";

/** Callback channels of HiGHS that allow an interrupt. */
const SIMPLEX = 1;
const IPM = 2;
const BRANCH = 6;

/** How one run of the solver ended. */
export interface Ended {
	readonly status: LpStatus | "undecided";
	/** Why it failed. */
	readonly message?: string;
}

/**
 * Run the solver once. An error inside the solver is an end like any other, without a solution or
 * a basis; errors of the caller's own (a callback that throws, a disposed model) are thrown.
 */
export function runNative(native: Model, options: SolveOptions): Ended {
	try {
		const { modelStatus } = native.run(callbacks(options));
		const status = wordsFor(modelStatus);
		return status === "failed" ? { status, message: failureFor(modelStatus) } : { status };
	} catch (error) {
		if (!(error instanceof Error && error.name === "HighsError")) throw error;
		native.clearSolver();
		return { status: "failed", message: error.message };
	}
}

export function stopWanted(options: SolveOptions): boolean {
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
