/** Shares the trajectories of a ranking among workers, and ranks what is there as it comes. */
import { type Ranking, type RankingPlan, rankingOf } from "@lodegrid/engine/chain";
import { type Flag, stopped } from "./flag.ts";
import type { Tell } from "./protocol.ts";
import type { RankingApi, RankingQuestion, Walked } from "./ranking-protocol.ts";

/** A worker as the page holds it: answers come, or reject when it breaks. */
export type RankingWorker = Pick<RankingApi, "plan" | "trajectory">;

export interface RankingHooks {
	readonly signal: AbortSignal;
	readonly onProgress?: (progress: {
		readonly task: string;
		readonly done: number;
		/** 0 while it isn't known. */
		readonly total: number;
	}) => void;
	/** The ranking of the trajectories that are in, after each. */
	readonly onPartial?: (ranking: Ranking) => void;
}

/**
 * Rank over the workers given: each takes the next trajectory when it is free. The answer doesn't
 * depend on how many there are. Rejects with AbortError when the signal is raised.
 */
export async function runRanking(
	question: RankingQuestion,
	workers: readonly RankingWorker[],
	{ signal, onProgress, onPartial }: RankingHooks,
	flag: Flag | null,
	/** Wraps a function so that it can cross to a worker. */
	crossing: (tell: Tell) => Tell = (tell) => tell,
): Promise<Ranking> {
	const [first] = workers;
	if (!first) throw new Error("a ranking needs a worker");
	const say: Tell = (task, done, total) => {
		if (!signal.aborted) onProgress?.({ task, done, total });
	};
	const check = () => {
		if (signal.aborted) throw stopped();
	};
	check();
	say("Choosing numbers", 0, 0);
	const plan = await first.plan(
		question,
		flag,
		crossing((_, done, total) => say("Choosing numbers", done, total)),
	);
	const done = pointsDone(plan, say);
	const walked: Walked[] = [];
	let next = 0;
	const work = async (worker: RankingWorker): Promise<void> => {
		while (next < plan.design.trajectories.length) {
			check();
			const index = next++;
			const tell: Tell = crossing((_, at) => done(index, at));
			walked.push(await worker.trajectory(plan, index, flag, tell));
			check();
			done(index, plan.factors.length + 1);
			onPartial?.(rankingSoFar(plan, walked));
		}
	};
	await Promise.all(workers.map(work));
	return rankingSoFar(plan, walked);
}

function rankingSoFar(plan: RankingPlan, walked: readonly Walked[]): Ranking {
	const results = walked.map(({ result }) => result).toSorted((a, b) => a.index - b.index);
	return rankingOf(plan, walked[0]?.baseline ?? null, results);
}

/** Adds up the points of all trajectories; a word that comes late takes nothing back. */
function pointsDone(plan: RankingPlan, say: Tell): (index: number, at: number) => void {
	const points = plan.factors.length + 1;
	const at = plan.design.trajectories.map(() => 0);
	return (index, done) => {
		at[index] = Math.max(at[index] ?? 0, done);
		say(
			"Moving numbers over their ranges",
			at.reduce((sum, n) => sum + n, 0),
			points * at.length,
		);
	};
}
