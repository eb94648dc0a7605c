import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkOf, solveChain } from "../../src/chain/index.ts";
import type { LimitUse, Scenario } from "../../src/chain/types.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { loadFolder } from "./load.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

const PLAIN = { defenceCase: "middle", provenanceRule: null, measures: null } as const;

describe("galenet: totals agree, and yet not all of it can be delivered", () => {
	const pkg = loadFolder("cases/galenet");
	const scenario: Scenario = { ...PLAIN, homeRegion: "D8", start: "2025-01-01", periods: [1] };

	test("supply equals demand, so a check of totals sees nothing", () => {
		const { units, unitCapacity, demands } = networkOf(pkg, scenario);
		const supply = units.reduce(
			(sum, { source }, u) => sum + (source ? (unitCapacity[u] ?? 0) : 0),
			0,
		);
		const demand = demands.reduce((sum, { quantity }) => sum + (quantity[0] ?? 0), 0);
		expect([supply, demand]).toEqual([60, 60]);
	});

	test("without shortage allowed it is infeasible, and the least repair is 28 t", () => {
		const solution = solveChain(pkg, scenario, solver, { allowShortage: false });
		expect(solution.status).toBe("infeasible");
		expect(solution.lines).toEqual([]);
		const words = solution.explanation.join("\n");
		expect(words).toMatch(/users in D[678]/);
		expect(words).toMatch(/one of possibly several/i);
		expect(words).toMatch(/\b28\b/);
	});

	test("at most 32 of 60 can be delivered", () => {
		const { tiers, deliveries, status } = solveChain(pkg, scenario, solver);
		expect(status).toBe("optimal");
		expect(tiers[0]?.required).toBe(60);
		expect(tiers[0]?.shortage).toBeCloseTo(28, 4);
		expect(deliveries.reduce((sum, { delivered }) => sum + delivered, 0)).toBeCloseTo(32, 4);
	});

	test("one more tonne gets through on three full lanes; the fourth serves 6 exactly", () => {
		const { limits } = solveChain(pkg, scenario, solver);
		expect(cutOf(limits)).toEqual([
			["capacity:good:S2>H5", 1],
			["capacity:good:S3>H5", 1],
			["capacity:good_at_hub:H4>D7", 1],
		]);
	});

	test("the minimum cut is four lanes of 32 t as soon as anybody wants more", () => {
		const more = { ...scenario, demandChanges: [{ factor: 1.001 }] };
		const { limits, deliveries } = solveChain(pkg, more, solver);
		const cut = cutOf(limits);
		expect(cut).toEqual([
			["capacity:good:S2>H5", 1],
			["capacity:good:S3>H5", 1],
			["capacity:good_at_hub:H4>D6", 1],
			["capacity:good_at_hub:H4>D7", 1],
		]);
		const through = limits.filter(({ shortageRent }) => shortageRent > 0);
		expect(through.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(32);
		expect(deliveries.reduce((sum, { delivered }) => sum + delivered, 0)).toBeCloseTo(32, 4);
	});
});

/** Limits whose dual in the shortage solve is not 0, with it. */
function cutOf(limits: readonly LimitUse[]): (string | number)[][] {
	return limits
		.filter(({ shortageRent }) => shortageRent > 0)
		.map(({ limit, shortageRent }) => [limit, shortageRent]);
}

describe("RELOG storage: what cannot be treated at once waits for a cheaper year", () => {
	const pkg = loadFolder("cases/storage-775");
	const scenario: Scenario = {
		...PLAIN,
		homeRegion: "SITE",
		start: "2021-01-01",
		periods: [1, 1, 1],
	};
	const yearly = (values: readonly { readonly period: number; readonly value: number }[]) =>
		[0, 1, 2].map((t) =>
			values.reduce((sum, { period, value }) => sum + (period === t ? value : 0), 0),
		);

	test("treated 50, 0, 50; stored 50, 50, 0; cost 600, 75, 100", () => {
		const { lines, balances, cost, status } = solveChain(pkg, scenario, solver);
		expect(status).toBe("optimal");
		const treated = lines.filter(({ process }) => process === "treat");
		expect(yearly(treated.map(({ period, activity }) => ({ period, value: activity })))).toEqual([
			50, 0, 50,
		]);
		const stored = balances.filter(({ material }) => material === "product");
		expect(yearly(stored.map(({ period, stock }) => ({ period, value: stock })))).toEqual([
			50, 50, 0,
		]);
		const variable = [10, 5, 2].map((rate, t) => rate * ([50, 0, 50][t] as number));
		const holding = [2, 1.5, 1].map((rate, t) => rate * ([50, 50, 0][t] as number));
		expect(variable.map((value, t) => value + (holding[t] as number))).toEqual([600, 75, 100]);
		expect(cost.variable).toBeCloseTo(600, 6);
		expect(cost.holding).toBeCloseTo(175, 6);
		expect(cost.total).toBeCloseTo(775, 6);
	});
});
