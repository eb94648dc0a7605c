/** The three-plant example of docs/models/chain.md: every number below is derived there on paper. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { solveChain } from "../../src/chain/index.ts";
import type { ChainSolution, Scenario } from "../../src/chain/types.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { loadFolder } from "./load.ts";

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: "dated",
};
/** Prices carry the tie-breaker, 1e-6 of the mean variable cost per step of the chain. */
const USD = 0;

let solver: Solver;
let solution: ChainSolution;
beforeAll(async () => {
	solver = await openSolver();
	solution = solveChain(loadFolder("packages/engine/test/fixtures/small"), SCENARIO, solver);
});
afterAll(() => solver.dispose());

describe("quantities", () => {
	test("the separator runs full and the magnet hall has NdPr for 4,000 t", () => {
		expect(solution.units.map(({ unit, used }) => [unit, Math.round(used * 1e6) / 1e6])).toEqual([
			["magnet_hall_furnaces", 4000],
			["pit_plant", 8000],
			["splitter_sx", 8000],
		]);
	});

	test("defence is served in full, motors are 500 t short", () => {
		expect(
			solution.deliveries.map(({ sector, shortage }) => [sector, Math.round(shortage)]),
		).toEqual([
			["defence_platforms", 0],
			["motors", 500],
		]);
	});

	test("12 t of Dy oxide are surplus where it is made", () => {
		const surplus = solution.balances.filter((balance) => balance.surplus > 0);
		expect(surplus.map(({ material, region }) => [material, region])).toEqual([
			["dy_oxide", "AUS"],
		]);
		expect(surplus[0]?.surplus).toBeCloseTo(12, 5);
	});

	test("cost by kind", () => {
		expect(solution.cost.variable).toBeCloseTo(144_000_000, 0);
		expect(solution.cost.freight).toBeCloseTo(312_000, 0);
		expect(solution.cost.disposal).toBeCloseTo(1_200, 0);
		expect(solution.cost.penalty).toBeCloseTo(100_000_000, 0);
		expect(solution.cost.total).toBeCloseTo(244_313_200, 0);
	});
});

describe("duals", () => {
	const price = (material: string, region: string) =>
		solution.balances.find((b) => b.material === material && b.region === region);
	const unit = (id: string) => solution.units.find((u) => u.unit === id);

	test("scarcity prices follow the chain backwards from the motors' penalty", () => {
		expect(price("ndfeb_magnet", "USA")?.scarcityPrice).toBeCloseTo(200_000, USD);
		expect(price("dy_oxide", "AUS")?.scarcityPrice).toBeCloseTo(-100, USD);
		expect(price("dy_oxide", "USA")?.scarcityPrice).toBeCloseTo(900, USD);
		expect(price("ndpr_oxide", "USA")?.scarcityPrice).toBeCloseTo(499_985, USD);
		expect(price("ndpr_oxide", "AUS")?.scarcityPrice).toBeCloseTo(499_785, USD);
		expect(price("conc_small", "AUS")?.scarcityPrice).toBeCloseTo(3_000, USD);
	});

	test("only the separator earns a capacity rent", () => {
		expect(unit("splitter_sx")?.rent).toBeCloseTo(81_960.85, USD);
		expect(unit("pit_plant")?.rent).toBe(0);
		expect(unit("magnet_hall_furnaces")?.rent).toBe(0);
	});

	test("one more t/yr of separation unlocks half a tonne of magnets, for motors only", () => {
		expect(unit("splitter_sx")?.shortageRentByTier).toEqual([0, expect.closeTo(0.5, 9)]);
		expect(price("ndpr_oxide", "USA")?.shortagePrice).toBeCloseTo(1 / 0.36, 9);
	});

	test("the primal and dual objective agree", () => {
		expect(solution.dualityGap).toBeLessThan(1e-9);
	});
});
