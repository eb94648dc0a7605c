import type { Basis, LpModel, LpResult, SolveOptions, Solver } from "../lp/index.ts";
import type { Layout } from "./constraints/layout.ts";
import { explainModel } from "./explain-model.ts";
import { type FixedTier, solveInOrder } from "./lexicographic.ts";
import { chainModel } from "./model.ts";
import type { Network } from "./network.ts";
import { filledPipeline, steadyState } from "./pipeline.ts";
import type { ChainRun } from "./types.ts";

/** A solved network, still as rows and columns. */
export interface Optimum {
	readonly network: Network;
	readonly layout: Layout;
	/** The model as built, and as last solved: with tiers fixed. */
	readonly lp: LpModel;
	readonly solved: LpModel;
	readonly result: LpResult;
	readonly tiers: readonly FixedTier[];
	readonly method: string;
	readonly solverSeconds: number;
	readonly buildSeconds: number;
	/** Basis of the first solve, to start a network of the same shape from. */
	readonly start: Basis | null;
	/** Why there is no solution, in words. */
	readonly explanation: readonly string[];
}

/**
 * Build the model of a network, solve it tier by tier, and explain it where it has no answer.
 *
 * @param start basis of another network's first solve; left aside where the shapes differ
 */
export function optimise(
	network: Network,
	solver: Solver,
	run: ChainRun = {},
	start: Basis | null = null,
): Optimum {
	const clock = run.clock ?? (() => 0);
	const filled = fillPipeline(network, solver, run);
	const began = clock();
	const { lp, layout } = chainModel(filled, run.allowShortage ?? true);
	using session = solver.open(lp);
	if (start && fits(start, lp)) session.setBasis(start);
	const built = clock();
	const ordered = solveInOrder(session, filled, layout, run.allowShortage ?? true, optionsOf(run));
	return {
		network: filled,
		layout,
		lp,
		solved: session.model,
		result: ordered.result,
		tiers: ordered.tiers,
		method: ordered.method,
		solverSeconds: ordered.seconds,
		buildSeconds: (built - began) / 1000,
		start: ordered.start,
		explanation: explainModel(session, filled, layout, ordered.result, optionsOf(run)),
	};
}

function fits({ colStatus, rowStatus }: Basis, lp: LpModel): boolean {
	return colStatus.length === lp.columnCount && rowStatus.length === lp.rowCount;
}

/** Goods under way at the start, from the steady state of the first period. */
function fillPipeline(network: Network, solver: Solver, run: ChainRun): Network {
	if (run.pipeline === "empty" || network.pipeline.lane.length === 0) return network;
	const steady = optimise(steadyState(network), solver, { ...run, allowShortage: true });
	if (steady.result.status !== "optimal")
		return {
			...network,
			gaps: [
				...network.gaps,
				"the first period alone has no answer: nothing is under way at the start",
			],
		};
	const { ship } = steady.layout.columns;
	const years = network.periods[0]?.years ?? 1;
	const sent = steady.result.colValue.subarray(ship, ship + network.lanes.count);
	return filledPipeline(
		network,
		sent.map((value) => (value < 1e-6 ? 0 : value / years)),
	);
}

/** Simplex unless asked otherwise: on these models it is faster than interior point at every size. */
function optionsOf(run: ChainRun): SolveOptions {
	const { timeLimitSeconds, method, signal, cancelFlag, onProgress } = run;
	return {
		...(timeLimitSeconds !== undefined && { timeLimitSeconds }),
		method: method ?? "simplex",
		...(signal && { signal }),
		...(cancelFlag && { cancelFlag }),
		...(onProgress && { onProgress }),
	};
}
