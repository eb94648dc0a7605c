/**
 * Which evidence matters, for the page: the trajectories of a ranking over several workers, each
 * with its own solver, while the worker of the other pages stays free.
 */
import type { DemandScope, Ranking, ResultChoice, Scenario } from "@lodegrid/engine/chain";
import { proxy } from "comlink";
import { newFlag, raise, stopped } from "./flag.ts";
import { takePool } from "./ranking-pool.ts";
import type { RankingQuestion } from "./ranking-protocol.ts";
import { type RankingHooks, runRanking } from "./ranking-run.ts";

export type { RankingQuestion } from "./ranking-protocol.ts";
export type { RankingHooks } from "./ranking-run.ts";

const TRAJECTORIES = 6;

/**
 * Ranks the uncertain numbers behind a result. `onPartial` gets the ranking of what is in after
 * each trajectory; the promise gives the whole one, or rejects with AbortError once the signal is
 * raised. The same question gives the same answer on any machine.
 */
export async function startRanking(
	question: RankingQuestion,
	hooks: RankingHooks,
): Promise<Ranking> {
	const { signal } = hooks;
	if (signal.aborted) throw stopped();
	const pool = takePool(question.options?.trajectories ?? TRAJECTORIES);
	const flag = newFlag();
	const abort = new Promise<never>((_, reject) => {
		signal.addEventListener("abort", () => {
			if (flag) raise(flag);
			else pool.end();
			reject(stopped());
		});
	});
	const ranked = runRanking(question, pool.workers, hooks, flag, proxy);
	try {
		const ranking = await Promise.race([ranked, abort, pool.broken]);
		pool.giveBack();
		return ranking;
	} catch (error) {
		// Flagged workers still have to let go before they are used again; others are ended.
		if (signal.aborted && flag) void ranked.catch(() => {}).then(pool.giveBack);
		else pool.end();
		throw error;
	}
}

/** Results that a ranking can be asked for, those of the product first. */
export async function listResults(
	scenario: Scenario,
	product: string,
	scope: DemandScope,
): Promise<readonly ResultChoice[]> {
	const pool = takePool(1);
	const [worker] = pool.workers;
	if (!worker) throw new Error("no worker could be opened");
	try {
		const choices = await Promise.race([worker.choices(scenario, product, scope), pool.broken]);
		pool.giveBack();
		return choices;
	} catch (error) {
		pool.end();
		throw error;
	}
}
