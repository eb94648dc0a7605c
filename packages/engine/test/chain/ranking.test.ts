import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type ChainResultRef,
	type ChainRun,
	chainResult,
	type Ranking,
	type RankingOptions,
	rankingBase,
	rankingOf,
	rankingPlan,
	resultChoices,
	runTrajectory,
} from "../../src/chain/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { YEAR_2025 } from "./diagnosis-package.ts";
import { ALONE, DY_METAL, JAPAN, rankedChain, WEAKEST } from "./ranking-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

const pkg = rankedChain();
const plan = (ref: ChainResultRef, options: RankingOptions = {}, run: ChainRun = {}) =>
	rankingPlan(pkg, YEAR_2025, ref, solver, options, run);

function rank(ref: ChainResultRef, options: RankingOptions = {}): Ranking {
	const planned = plan(ref, options);
	const base = rankingBase(pkg, planned, solver);
	const results = planned.design.trajectories.map((_, r) =>
		runTrajectory(pkg, planned, r, base, solver),
	);
	return rankingOf(planned, base.value, results);
}

const of = (ranking: Ranking, id: string) => ranking.rows.find((row) => row.id === id);

/** Quantiles of the triangle 4, 5, 6 at 0, 1/3, 2/3, 1: a step of 2/3 covers 4 to 5.1835, or 4.8165 to 6. */
const STEP = 2 - Math.sqrt(2 / 3);

describe("which evidence matters, on paper", () => {
	it("a capacity alone moves its coverage by its step over the need of 15 t", () => {
		const ranking = rank(DY_METAL, { parameters: ["a_jpn_dy"] });
		expect(ranking.baseline).toBeCloseTo(5 / 15, 9);
		expect(ranking.rows).toHaveLength(1);
		expect(ranking.rows[0]).toMatchObject({ direction: "up", range: { low: 4, high: 6 } });
		expect(ranking.rows[0]?.muStar).toBeCloseTo(STEP / 15 / (2 / 3), 6);
		expect(ranking.rows[0]?.sigma).toBeCloseTo(0, 6);
	});

	it("what the weakest link rests on comes first, then the demand for it; other plants do nothing", () => {
		const ranking = rank(WEAKEST);
		expect(ranking.baseline).toBeCloseTo(5 / 15, 9);
		expect(ranking.rows.map((row) => row.id).slice(0, 2)).toEqual(["a_jpn_dy", JAPAN]);
		expect(of(ranking, JAPAN)?.direction).toBe("down");
		expect(of(ranking, "a_jpn_metal")?.muStar).toBe(0);
		expect(of(ranking, "a_chn_mine")?.muStar ?? 0).toBe(0);
		// From 4 to 5.18 t of 14.25 to 15.75 t, or from 4.82 up to the 5.76 t that oxide gives.
		expect(ranking.rows[0]?.muStar).toBeGreaterThan((5.76 - (6 - STEP)) / 15.75 / (2 / 3));
		expect(ranking.rows[0]?.muStar).toBeLessThan(STEP / 14.25 / (2 / 3));
		expect(ranking.title).toMatch(
			/^Chase “Capacity of jpn_dy” first: over its range the weakest .* moves by about \d+(\.\d)? points$/,
		);
	});

	it("without rivals Dy metal binds up to the 5.76 t that allied oxide gives", () => {
		const ranking = rank(ALONE, { trajectories: 8 });
		expect(ranking.baseline).toBeCloseTo(5 / 15, 5);
		expect(ranking.rows[0]?.id).toBe("a_jpn_dy");
		// 800 t of ore x 0.009 t of oxide / 1.25 = 5.76 t of metal; least demand 475 t needs 14.25 t.
		expect(ranking.met?.high).toBeLessThanOrEqual(5.76 / 14.25 + 1e-5);
		expect(of(ranking, "a_chn_mine")?.muStar ?? 0).toBe(0);
	});
});

describe("what is swept", () => {
	it("leaves out what is in nothing the result is worked out from, and says how many", () => {
		const { factors, leftOut } = plan(DY_METAL);
		expect(factors.map((factor) => factor.id).sort()).toEqual(
			["a_chn_mine", "a_jpn_dy", "a_jpn_metal", JAPAN].sort(),
		);
		expect(leftOut).toEqual([
			{ count: 4, why: "are in nothing that this result is worked out from" },
		]);
	});

	it("keeps the strongest where there are too many", () => {
		const { factors, leftOut } = plan(DY_METAL, { parameters: 2 });
		expect(factors.map((factor) => factor.id)).toEqual(["a_jpn_dy", JAPAN]);
		expect(leftOut.map(({ count }) => count)).toEqual([4, 2]);
	});

	it("does not depend on the order of rows", () => {
		const { tables } = pkg;
		const turned = Object.fromEntries(
			Object.entries(tables).map(([name, rows]) => [name, rows.toReversed()]),
		) as unknown as typeof tables;
		const other = rankingPlan({ ...pkg, tables: turned }, YEAR_2025, WEAKEST, solver);
		expect(other).toEqual(plan(WEAKEST));
	});

	it("refuses names that are not there", () => {
		expect(() => plan({ ...WEAKEST, product: "magnets" } as ChainResultRef)).toThrow("no material");
		expect(() => plan(WEAKEST, { parameters: ["a_nothing"] })).toThrow("a_nothing");
		expect(() => plan(WEAKEST, { parameters: 0 })).toThrow(RangeError);
		expect(() => plan(WEAKEST, { levels: 3 })).toThrow("even");
		const planned = plan(WEAKEST);
		const base = rankingBase(pkg, planned, solver);
		expect(() => runTrajectory(pkg, planned, 6, base, solver)).toThrow("no trajectory 6");
		expect(() => runTrajectory({ ...pkg, hash: "1" }, planned, 0, base, solver)).toThrow("package");
	});
});

describe("a ranking is reproducible", () => {
	it.each([WEAKEST, ALONE, { kind: "cost" } as const])(
		"%j: by its seed, in any order of trajectories, in any solver",
		async (ref) => {
			const planned = plan(ref, { seed: 7 });
			expect(plan(ref, { seed: 7 })).toEqual(planned);
			const base = rankingBase(pkg, planned, solver);
			const forward = [0, 1, 2, 3, 4, 5].map((r) => runTrajectory(pkg, planned, r, base, solver));
			using other = await openSolver();
			const sent = JSON.parse(JSON.stringify(planned)) as typeof planned;
			const itsBase = rankingBase(pkg, sent, other);
			const backward = [5, 2, 4, 0, 3, 1].map((r) => runTrajectory(pkg, sent, r, itsBase, other));
			expect(JSON.stringify(rankingOf(planned, itsBase.value, backward))).toBe(
				JSON.stringify(rankingOf(planned, base.value, forward)),
			);
			expect(rank(ref, { seed: 8 }).rows).not.toEqual(rank(ref, { seed: 7 }).rows);
		},
	);

	it("warm solves give what solves from nothing give", () => {
		const planned = plan(ALONE);
		const base = rankingBase(pkg, planned, solver);
		const cold = { ...base, start: null };
		for (const r of [0, 1, 2]) {
			const warm = runTrajectory(pkg, planned, r, base, solver).values;
			for (const [k, value] of runTrajectory(pkg, planned, r, cold, solver).values.entries())
				expect(warm[k]).toBeCloseTo(value as number, 5);
		}
	});

	it("some trajectories already rank; the rest is said to be missing", () => {
		const planned = plan(WEAKEST);
		const base = rankingBase(pkg, planned, solver);
		const some = rankingOf(planned, base.value, [runTrajectory(pkg, planned, 3, base, solver)]);
		expect(some.rows[0]?.id).toBe("a_jpn_dy");
		expect(some.trajectories).toEqual({ planned: 6, done: 1 });
		expect(some.rows[0]?.sigma).toBeNull();
		expect(rankingOf(planned, base.value, []).title).toMatch(/^Nothing is known yet/);
	});
});

describe("a ranking can be followed and stopped", () => {
	it("between two points, and while it chooses", () => {
		const planned = plan(ALONE);
		const base = rankingBase(pkg, planned, solver);
		const cancel = new AbortController();
		const seen: number[] = [];
		const run = {
			signal: cancel.signal,
			onProgress: ({ done }: { done: number }) => {
				seen.push(done);
				if (done === 2) cancel.abort();
			},
		};
		expect(() => runTrajectory(pkg, planned, 0, base, solver, run)).toThrow("cancelled");
		expect(seen).toEqual([0, 1, 2]);
		expect(() => plan(ALONE, {}, { signal: AbortSignal.abort() })).toThrow("cancelled");
		const cancelFlag = new Int32Array([1]);
		expect(() => rankingBase(pkg, planned, solver, { cancelFlag })).toThrow("cancelled");
	});
});

describe("results that can be asked for", () => {
	it("have one name each, and a value or none", () => {
		const choices = resultChoices(pkg, YEAR_2025, { product: "magnet", scope: "allied" });
		expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
		const value = (id: string) => {
			const choice = choices.find((known) => known.id === id);
			if (!choice) throw new Error(`no ${id}`);
			return chainResult(pkg, YEAR_2025, choice.ref, solver);
		};
		expect(value("coverage:nd_metal")).toBeCloseTo(100 / 225, 9);
		expect(value("coverage:mine:Nd")).toBeCloseTo((1000 * 0.16 * 1.25) / (281.25 / 0.9), 9);
		expect(value("weakest")).toBeCloseTo(1 / 3, 9);
		expect(value("alone")).toBeCloseTo(1 / 3, 5);
		expect(value("delivered")).toBeCloseTo(1, 5);
		expect(value("shortage")).toBeCloseTo(0, 4);
		expect(value("shortage:motors")).toBeCloseTo(0, 4);
		// All 1,500 t are needed: 45 t of Dy metal, of which Japan's plant can make 5.
		const friendly = (value("share:dy_metal:allied") ?? 0) + (value("share:dy_metal:rival") ?? 0);
		expect(friendly).toBeCloseTo(1, 5);
		expect(value("cost")).toBeGreaterThan(0);
		expect(() => resultChoices(pkg, YEAR_2025, { product: "m", scope: "all" })).toThrow(RangeError);
	});
});
