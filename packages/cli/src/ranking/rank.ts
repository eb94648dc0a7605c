import { availableParallelism } from "node:os";
import { type Ranking, type RankingPlan, rankingOf } from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import { Piscina } from "piscina";
import {
	CHOSEN,
	POINTS,
	type Question,
	STOP,
	type Start,
	TO_CHOOSE,
	type TrajectoryEnd,
	type TrajectoryTask,
} from "./tasks.ts";

export interface RankRun {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: { task: string; done: number; total: number }) => void;
}

/** Shared memory is looked at this often to show progress, ms. */
const LOOK = 100;

/**
 * Rank the uncertain numbers behind a result over worker threads, each with its own solver. The
 * answer is the same on any number of workers.
 *
 * @throws DOMException `AbortError` when the signal is raised; every worker has then ended
 */
export async function rank(
	pkg: DataPackage,
	question: Question,
	workers: number,
	run: RankRun = {},
): Promise<Ranking> {
	const shared = new Int32Array(new SharedArrayBuffer(16));
	const start: Start = { pkg, shared };
	const pool = new Piscina({
		filename: new URL("./worker.ts", import.meta.url).href,
		minThreads: workers,
		maxThreads: workers,
		idleTimeout: 60_000,
		workerData: start,
	});
	// A worker that ends by itself would otherwise end the process.
	const broken = new Promise<never>((_, reject) => {
		pool.on("error", reject);
	});
	broken.catch(() => {});
	const stop = () => Atomics.store(shared, STOP, 1);
	run.signal?.addEventListener("abort", stop);
	if (run.signal?.aborted) stop();
	let points = 0;
	const look = setInterval(() => {
		if (points > 0)
			run.onProgress?.({ task: "solving", done: Atomics.load(shared, POINTS), total: points });
		else if (Atomics.load(shared, TO_CHOOSE) > 0)
			run.onProgress?.({
				task: "choosing parameters",
				done: Atomics.load(shared, CHOSEN),
				total: Atomics.load(shared, TO_CHOOSE),
			});
	}, LOOK);
	try {
		const plan: RankingPlan = await Promise.race([broken, pool.run(question, { name: "plan" })]);
		points = plan.design.trajectories.length * (plan.factors.length + 1);
		const ended: TrajectoryEnd[] = await Promise.race([
			broken,
			Promise.all(
				plan.design.trajectories.map((_, index) => {
					const task: TrajectoryTask = { plan, index };
					return pool.run(task, { name: "trajectory" });
				}),
			),
		]);
		run.onProgress?.({ task: "solving", done: points, total: points });
		const results = ended.map(({ result }) => result);
		return rankingOf(plan, ended[0]?.base ?? null, results);
	} catch (error) {
		if (run.signal?.aborted) throw new DOMException("Stopped", "AbortError");
		throw error;
	} finally {
		clearInterval(look);
		run.signal?.removeEventListener("abort", stop);
		stop();
		await pool.destroy();
	}
}

/** One worker a core, and no more than there are trajectories to run. */
export function defaultWorkers(trajectories: number): number {
	return Math.max(1, Math.min(availableParallelism(), trajectories, 8));
}
