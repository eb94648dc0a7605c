/** One worker of a ranking: its own solver, the package it was started with, one task at a time. */
import { workerData } from "node:worker_threads";
import {
	type ChainRun,
	type RankingBase,
	type RankingPlan,
	rankingBase,
	rankingPlan,
	runTrajectory,
} from "@lodegrid/engine/chain";
import { openSolver, type Solver } from "@lodegrid/engine/lp";
import {
	CHOSEN,
	POINTS,
	type Question,
	type Start,
	TO_CHOOSE,
	type TrajectoryEnd,
	type TrajectoryTask,
} from "./tasks.ts";

const { pkg, shared } = start();
let solver: Promise<Solver> | null = null;
let base: RankingBase | null = null;

export async function plan({ scenario, result, options }: Question): Promise<RankingPlan> {
	return rankingPlan(pkg, scenario, result, await theSolver(), options, {
		...cancellable(),
		onProgress({ done, total }) {
			Atomics.store(shared, CHOSEN, done);
			Atomics.store(shared, TO_CHOOSE, total);
		},
	});
}

export async function trajectory(task: TrajectoryTask): Promise<TrajectoryEnd> {
	const own = await theSolver();
	base ??= rankingBase(pkg, task.plan, own, cancellable());
	const result = runTrajectory(pkg, task.plan, task.index, base, own, {
		...cancellable(),
		onProgress({ done }) {
			if (done > 0) Atomics.add(shared, POINTS, 1);
		},
	});
	return { base: base.value, result };
}

function theSolver(): Promise<Solver> {
	solver ??= openSolver();
	return solver;
}

function cancellable(): ChainRun {
	return { cancelFlag: shared };
}

/** The pool wraps what it is given. */
function start(): Start {
	const given = workerData as Start | readonly unknown[];
	return (Array.isArray(given) ? given.at(-1) : given) as Start;
}
