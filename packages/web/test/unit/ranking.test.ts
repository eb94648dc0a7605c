import type { Ranking } from "@lodegrid/engine/chain";
import { openSolver } from "@lodegrid/engine/lp";
import { describe, expect, it } from "vitest";
import { YEAR_2025 } from "../../../engine/test/chain/diagnosis-package.ts";
import { rankedChain, WEAKEST } from "../../../engine/test/chain/ranking-package.ts";
import { raise } from "../../src/engine/flag.ts";
import { rankingApi } from "../../src/engine/ranking-answer.ts";
import { poolSize } from "../../src/engine/ranking-pool.ts";
import { type RankingWorker, runRanking } from "../../src/engine/ranking-run.ts";

const QUESTION = { scenario: YEAR_2025, result: WEAKEST, options: { trajectories: 5, seed: 3 } };

/** Workers with a package and a solver of their own, as in the browser but for the thread. */
function workers(count: number): RankingWorker[] {
	return Array.from({ length: count }, () =>
		rankingApi(async () => [rankedChain(), await openSolver()] as const),
	);
}

const signal = () => new AbortController().signal;

describe("a ranking shared among workers", () => {
	it("is the same whatever their number", async () => {
		const one = await runRanking(QUESTION, workers(1), { signal: signal() }, null);
		for (const count of [2, 3, 7])
			expect(await runRanking(QUESTION, workers(count), { signal: signal() }, null)).toEqual(one);
		expect(one.rows[0]?.id).toBe("a_jpn_dy");
		expect(one.trajectories).toEqual({ planned: 5, done: 5 });
	});

	it("comes as it grows, and says how far it is", async () => {
		const partial: Ranking[] = [];
		const shares: number[] = [];
		const whole = await runRanking(
			QUESTION,
			workers(2),
			{
				signal: signal(),
				onPartial: (ranking) => partial.push(ranking),
				onProgress: ({ task, done, total }) => {
					if (task.startsWith("Moving")) shares.push(done / total);
				},
			},
			null,
		);
		expect(partial.map(({ trajectories }) => trajectories.done)).toEqual([1, 2, 3, 4, 5]);
		expect(partial.at(-1)).toEqual(whole);
		expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
		expect(shares.at(-1)).toBe(1);
	});

	it("stops at once when the flag is raised, and not with an answer", async () => {
		const cancel = new AbortController();
		const flag = new Int32Array(new SharedArrayBuffer(4));
		const partial: Ranking[] = [];
		const stopped = runRanking(
			QUESTION,
			workers(2),
			{
				signal: cancel.signal,
				onPartial: (ranking) => {
					partial.push(ranking);
					raise(flag);
					cancel.abort();
				},
			},
			flag,
		);
		await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
		expect(partial).toHaveLength(1);
	});

	it("leaves one core to the page, and opens eight workers at most", () => {
		expect([1, 2, 4, 9, 64].map(poolSize)).toEqual([1, 1, 3, 8, 8]);
	});
});
