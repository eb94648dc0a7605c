import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { solveChain } from "../../src/chain/index.ts";
import type { ChainSolution, Scenario, UnitUse } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { elementBalance } from "./element-balance.ts";
import { ONE_YEAR, randomPackage, withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

const RUNS = { numRuns: 60, seed: 20251121 };

function solve(pkg: DataPackage, scenario: Scenario = ONE_YEAR): ChainSolution {
	const solution = solveChain(pkg, scenario, solver);
	expect(solution.status).toBe("optimal");
	return solution;
}

test("the order of rows in the tables changes nothing", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const reversed = withTables(pkg, (tables) =>
				Object.fromEntries(
					Object.entries(tables).map(([name, rows]) => [name, (rows as unknown[]).toReversed()]),
				),
			);
			expect(solve(reversed)).toEqual(solve(pkg));
		}),
		RUNS,
	);
});

test("permuting the names of facilities changes labels only", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const ids = pkg.tables.facilities.map(({ id }) => id);
			const other = new Map(ids.map((id, k) => [id, ids[(k + 1) % ids.length] as string]));
			const rename = (id: string) => other.get(id) as string;
			const owner = new Map(pkg.tables.lines.map(({ id, facility_id }) => [id, facility_id]));
			const label = (id: string, plant: string) => id.replace(plant, rename(plant));
			const renamed = withTables(pkg, ({ facilities, lines, capacities }) => ({
				facilities: facilities.map((row) => ({ ...row, id: rename(row.id) })),
				lines: lines.map((row) => ({
					...row,
					id: label(row.id, row.facility_id),
					unit_id: label(row.unit_id, row.facility_id),
					facility_id: rename(row.facility_id),
				})),
				capacities: capacities.map((row) => {
					const plant = row.unit_id.replace("_unit", "");
					return { ...row, unit_id: label(row.unit_id, plant) };
				}),
			}));
			const [before, after] = [solve(pkg), solve(renamed)];
			expect(after.cost.total).toBeCloseTo(before.cost.total, 3);
			const ran = new Map(after.lines.map(({ line, activity }) => [line, activity]));
			for (const { line, activity } of before.lines)
				expect(ran.get(label(line, owner.get(line) as string)) ?? 0).toBeCloseTo(activity, 4);
			expect(after.deliveries.map(({ shortage }) => shortage)).toEqual(
				before.deliveries.map(({ shortage }) => expect.closeTo(shortage, 4)),
			);
		}),
		RUNS,
	);
});

test("all money times k makes the cost times k and the flows the same", () => {
	fc.assert(
		fc.property(randomPackage, fc.constantFrom(0.01, 7, 1000), (pkg, k) => {
			const scaled = withTables(pkg, ({ lines, lanes, sectors, materials }) => ({
				lines: lines.map((row) => ({
					...row,
					variable_cost_usd_per_t: k * row.variable_cost_usd_per_t,
				})),
				lanes: lanes.map((row) => ({ ...row, freight_usd_per_t: k * row.freight_usd_per_t })),
				sectors: sectors.map((row) => ({
					...row,
					shortage_penalty_usd_per_t: k * row.shortage_penalty_usd_per_t,
				})),
				materials: materials.map((row) => ({
					...row,
					disposal_cost_usd_per_t: k * (row.disposal_cost_usd_per_t ?? 0),
				})),
			}));
			const [before, after] = [solve(pkg), solve(scaled)];
			expect(after.cost.total / k / Math.max(1, before.cost.total)).toBeCloseTo(
				before.cost.total / Math.max(1, before.cost.total),
				6,
			);
		}),
		RUNS,
	);
});

test("more capacity never serves an earlier tier worse, nor costs more at the same service", () => {
	fc.assert(
		fc.property(randomPackage, fc.nat(), fc.constantFrom(0.5, 3, 100), (pkg, which, extra) => {
			const at = which % pkg.tables.capacities.length;
			const wider = withTables(pkg, ({ capacities }) => ({
				capacities: capacities.map((row, k) =>
					k === at
						? { ...row, effective_t_per_year: (row.effective_t_per_year ?? 0) + extra }
						: row,
				),
			}));
			const [before, after] = [solve(pkg), solve(wider)];
			for (const [n, { shortage }] of before.tiers.entries()) {
				const now = after.tiers[n]?.shortage as number;
				if (now < shortage - 1e-3) return;
				expect(now).toBeLessThanOrEqual(shortage + 1e-3);
			}
			expect(after.cost.total).toBeLessThanOrEqual(
				before.cost.total + 1e-6 * before.cost.total + 1,
			);
		}),
		RUNS,
	);
});

test("taking away a plant that does not run costs nothing", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const before = solve(pkg);
			const idle = before.units.find(({ used }) => used === 0)?.facility;
			if (idle === undefined) return;
			const without = withTables(pkg, ({ facilities, lines }) => ({
				facilities: facilities.filter(({ id }) => id !== idle),
				lines: lines.filter(({ facility_id }) => facility_id !== idle),
			}));
			const after = solve(without);
			expect(after.tiers.map(({ shortage }) => shortage)).toEqual(
				before.tiers.map(({ shortage }) => expect.closeTo(shortage, 3)),
			);
			expect(Math.abs(after.cost.total - before.cost.total)).toBeLessThan(
				1e-6 * Math.max(1, before.cost.total) + 1,
			);
		}),
		RUNS,
	);
});

test("every element that enters is delivered, disposed of, stocked or lost", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const solution = solve(pkg);
			for (const element of ["Light", "Heavy"]) {
				const e = elementBalance(pkg, solution, element);
				const found = e.delivered + e.surplus + e.stocked + e.processLoss + e.laneLoss;
				expect(found).toBeCloseTo(e.entered, 4);
				expect(e.leastLoss).toBeGreaterThan(-1e-6);
			}
		}),
		RUNS,
	);
});

test("the duals prove the cost: primal and dual objective agree", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			expect(solve(pkg).dualityGap).toBeLessThan(1e-9);
		}),
		RUNS,
	);
});

test("twelve months without lead times and stocks are the year", () => {
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const year = solve(pkg);
			const months = solve(pkg, { ...ONE_YEAR, periods: Array<number>(12).fill(1 / 12) });
			expect(months.tiers.map(({ shortage }) => shortage)).toEqual(
				year.tiers.map(({ shortage }) => expect.closeTo(shortage, 3)),
			);
			expect(months.cost.total / Math.max(1, year.cost.total)).toBeCloseTo(
				year.cost.total / Math.max(1, year.cost.total),
				6,
			);
		}),
		RUNS,
	);
});

test("no added capacity saves more shortage than its rent says, and most save just that", () => {
	let [asked, exact] = [0, 0];
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const before = solve(pkg);
			const first = before.tiers.findIndex(({ shortage }) => shortage > 0);
			const rent = ({ shortageRentByTier }: UnitUse) => shortageRentByTier[first] ?? 0;
			const best = before.units.toSorted((a, b) => rent(b) - rent(a))[0];
			if (!best || rent(best) === 0) return;
			const step = 0.1;
			const wider = withTables(pkg, ({ capacities }) => ({
				capacities: capacities.map((row) =>
					row.unit_id === best.unit
						? { ...row, effective_t_per_year: (row.effective_t_per_year ?? 0) + step }
						: row,
				),
			}));
			const after = solve(wider);
			const saved = (before.tiers[first]?.shortage ?? 0) - (after.tiers[first]?.shortage ?? 0);
			expect(saved).toBeLessThanOrEqual(step * rent(best) + 1e-3);
			asked++;
			if (Math.abs(saved - step * rent(best)) < 1e-3) exact++;
		}),
		RUNS,
	);
	expect(asked).toBeGreaterThan(RUNS.numRuns / 4);
	expect(exact / asked).toBeGreaterThan(0.8);
});

test("the random chains deliver, fall short and dispose often enough to say something", () => {
	const count = { deliver: 0, short: 0, dispose: 0, ship: 0 };
	fc.assert(
		fc.property(randomPackage, (pkg) => {
			const { deliveries, cost, shipments } = solve(pkg);
			if (deliveries.some(({ delivered }) => delivered > 0)) count.deliver++;
			if (deliveries.some(({ shortage }) => shortage > 0)) count.short++;
			if (cost.disposal > 0) count.dispose++;
			if (shipments.length > 0) count.ship++;
		}),
		RUNS,
	);
	for (const times of Object.values(count)) expect(times).toBeGreaterThan(RUNS.numRuns / 4);
});
