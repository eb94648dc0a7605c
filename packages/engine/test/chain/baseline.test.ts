/** What must hold on the shipped package, whatever its figures become. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chainModel, chainSize, networkOf, solveChain } from "../../src/chain/index.ts";
import type { ChainSolution, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { modelSize, openSolver, type Solver } from "../../src/lp/index.ts";
import { elementBalance } from "./element-balance.ts";
import { loadFolder } from "./load.ts";
import { withTables } from "./random-package.ts";

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: "dated",
};

let solver: Solver;
let pkg: DataPackage;
let base: ChainSolution;
beforeAll(async () => {
	solver = await openSolver();
	pkg = loadFolder("data/baseline");
	base = solveChain(pkg, SCENARIO, solver);
}, 60_000);
afterAll(() => solver.dispose());

const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(b));

test("it solves, and its duals prove the cost to 1e-7", () => {
	expect(base.status).toBe("optimal");
	expect(base.dualityGap).toBeLessThan(1e-7);
});

test("its size is known before it is built", () => {
	const { rows, columns, nonzeros } = modelSize(chainModel(networkOf(pkg, SCENARIO)).lp);
	expect(chainSize(pkg, SCENARIO)).toMatchObject({ rows, columns, nonzeros });
	expect(base.size).toEqual(chainSize(pkg, SCENARIO));
});

describe("every element that enters is delivered, disposed of, stocked or lost", () => {
	test("to 1e-6 of what enters, and no line makes any", () => {
		for (const { id } of pkg.tables.elements) {
			const e = elementBalance(pkg, base, id);
			const found = e.delivered + e.surplus + e.stocked + e.processLoss + e.laneLoss;
			expect(relative(found, e.entered), id).toBeLessThan(1e-6);
			expect(e.leastLoss, id).toBeGreaterThan(-1e-3);
		}
	});
});

test("the order of rows in the tables changes nothing", () => {
	const reversed = withTables(pkg, (tables) =>
		Object.fromEntries(
			Object.entries(tables).map(([name, rows]) => [name, (rows as unknown[]).toReversed()]),
		),
	);
	expect(solveChain(reversed, SCENARIO, solver)).toEqual(base);
}, 60_000);

test("taking away all plants that do not run costs nothing", () => {
	const runs = new Set(base.lines.map(({ facility }) => facility));
	const without = withTables(pkg, ({ facilities, lines }) => ({
		facilities: facilities.filter(({ id }) => runs.has(id)),
		lines: lines.filter(({ facility_id }) => runs.has(facility_id)),
	}));
	const after = solveChain(without, SCENARIO, solver);
	expect(relative(after.cost.total, base.cost.total)).toBeLessThan(1e-6);
}, 60_000);

test("more of the fullest unit never serves an earlier tier worse", () => {
	const full = base.units.toSorted((a, b) => b.rent - a.rent)[0]?.unit;
	const wider = withTables(pkg, ({ capacities }) => ({
		capacities: capacities.map((row) =>
			row.unit_id === full
				? { ...row, effective_t_per_year: 1.1 * (row.effective_t_per_year ?? 0) }
				: row,
		),
	}));
	const after = solveChain(wider, SCENARIO, solver);
	const shortages = (solution: ChainSolution) => solution.tiers.map(({ shortage }) => shortage);
	expect(shortages(after)[0]).toBeLessThanOrEqual((shortages(base)[0] ?? 0) + 1e-3);
	if (relative(shortages(after).at(-1) ?? 0, shortages(base).at(-1) ?? 0) < 1e-6)
		expect(after.cost.total).toBeLessThanOrEqual(base.cost.total * (1 + 1e-6));
}, 60_000);

test("a provenance rule never serves the defence better, nor takes a covered step in an excluded place", () => {
	const rule = pkg.tables.provenance_rules.find(({ id }) => id === "dfars_mine_to_magnet");
	const bound = solveChain(pkg, { ...SCENARIO, provenanceRule: rule?.id ?? "" }, solver);
	expect(bound.status).toBe("optimal");
	expect(bound.dualityGap).toBeLessThan(1e-7);
	expect(bound.tiers[0]?.shortage).toBeGreaterThanOrEqual((base.tiers[0]?.shortage ?? 0) - 1e-3);
	const steps = bound.lines.filter(
		({ compliant, stage }) => compliant && rule?.stages.includes(stage),
	);
	expect(steps.length).toBeGreaterThan(0);
	for (const { region } of steps) expect(rule?.excluded_region_ids).not.toContain(region);
}, 60_000);
