import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { solveChain } from "../../src/chain/index.ts";
import type { ChainSolution } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { packageOf } from "./diagnosis-package.ts";
import { ONE_YEAR, randomPackage, withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

/** One plant of 10 t/yr and two buyers of different tiers. */
function onePlant(
	first: number,
	second: number,
	penalties: readonly [number, number],
): DataPackage {
	const pkg = packageOf({
		regions: { AAA: "allied" },
		materials: { product: ["magnet", "magnet"] },
		processes: { make: ["magnet", "product", {}, { product: 1 }] },
		plants: { plant: ["AAA", "AAA", "make", 10, 7] },
		lanes: [],
		sectors: { defence: [1, true], motors: [2, false] },
		demand: [
			["product", "AAA", "defence", first],
			["product", "AAA", "motors", second],
		],
	});
	return withTables(pkg, ({ sectors }) => ({
		sectors: sectors.map((row) => ({
			...row,
			shortage_penalty_usd_per_t: penalties[row.tier - 1] as number,
		})),
	}));
}

const shortages = ({ tiers }: ChainSolution) => tiers.map(({ shortage }) => shortage);

describe("an earlier tier comes first whatever the penalties say", () => {
	test("tier 2 pays a thousand times more and still waits", () => {
		const solution = solveChain(onePlant(8, 5, [10, 10_000]), ONE_YEAR, solver);
		expect(shortages(solution)).toEqual([0, expect.closeTo(3, 4)]);
		expect(solution.tiers[0]?.price).toBeCloseTo(10_000 - 10, 3);
		expect(solution.units[0]?.rent).toBeCloseTo(10_000 - 7, 3);
	});

	test("an extra tonne goes to the first tier that is short, and is counted once", () => {
		const solution = solveChain(onePlant(15, 5, [1000, 500]), ONE_YEAR, solver);
		expect(shortages(solution)).toEqual([expect.closeTo(5, 4), expect.closeTo(5, 4)]);
		expect(solution.units[0]?.shortageRentByTier).toEqual([1, 0]);
		expect(solution.units[0]?.shortageRent).toBe(1);
	});
});

test("the first tier is as well served as if nobody else wanted more than a gram", () => {
	let short = 0;
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const all = solveChain(pkg, ONE_YEAR, solver);
			const first = all.tiers[0];
			const sectors = new Map(pkg.tables.sectors.map(({ id, tier }) => [id, tier]));
			const alone = withTables(pkg, ({ demand }) => ({
				demand: demand.map((row) =>
					sectors.get(row.sector_id) === first?.tier ? row : { ...row, quantity_t: 1e-6 },
				),
			}));
			const [only] = solveChain(alone, ONE_YEAR, solver).tiers;
			expect(first?.shortage).toBeCloseTo(only?.shortage ?? Number.NaN, 3);
			if ((first?.shortage ?? 0) > 1) short++;
		}),
		{ numRuns: 40, seed: 7 },
	);
	expect(short).toBeGreaterThan(5);
});

test("a run that is stopped says so and answers nothing", () => {
	const pkg = onePlant(8, 5, [10, 10]);
	const solution = solveChain(pkg, ONE_YEAR, solver, { signal: { aborted: true } });
	expect(solution.status).toBe("cancelled");
	expect(solution.deliveries).toEqual([]);
	expect(solution.explanation).toEqual([]);
});
