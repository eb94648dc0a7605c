import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildNetwork, networkOf, solveChain } from "../../src/chain/index.ts";
import type { ChainRun, ChainSolution, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { GOLDEN, TWO_HALVES } from "./golden-package.ts";
import { loadFolder } from "./load.ts";
import { withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

const YEAR: Scenario = { ...TWO_HALVES, periods: [1], provenanceRule: null };

function solve(scenario: Scenario, pkg: DataPackage = GOLDEN, run: ChainRun = {}): ChainSolution {
	const solution = solveChain(pkg, scenario, solver, run);
	expect(solution.status).toBe("optimal");
	return solution;
}

function shortageOf({ deliveries }: ChainSolution, sector: string): number {
	return deliveries.reduce((sum, d) => sum + (d.sector === sector ? d.shortage : 0), 0);
}

describe("provenance", () => {
	const rule: Scenario = { ...YEAR, provenanceRule: "no_far_metal" };
	const out: Scenario["outages"] = [{ kind: "facility", id: "smelter", remaining: 0 }];

	test("bound demand goes short when only excluded metal is left, unbound demand does not", () => {
		expect(shortageOf(solve({ ...rule, outages: out }), "defence")).toBeCloseTo(12, 4);
		expect(shortageOf(solve({ ...YEAR, outages: out }), "defence")).toBeCloseTo(0, 4);
	});

	test("compliant and ordinary runs of a line share its capacity", () => {
		const { lines, units } = solve(rule);
		const hall = lines.filter(({ line }) => line === "hall_sinter");
		expect(hall.map(({ compliant }) => compliant).sort()).toEqual([false, true]);
		const used = hall.reduce((sum, { activity }) => sum + activity, 0);
		expect(used).toBeLessThanOrEqual(60 + 1e-6);
		expect(units.find(({ unit }) => unit === "hall_unit")?.used).toBeCloseTo(used, 6);
	});

	test("compliant material serves ordinary demand, never the reverse", () => {
		const noFar: Scenario = { ...rule, outages: [{ kind: "region", id: "FAR", remaining: 0 }] };
		const { lines, deliveries } = solve(noFar);
		expect(
			lines.every(
				({ process, compliant }) => compliant || process === "dig" || process === "sinter",
			),
		).toBe(true);
		expect(deliveries.find(({ sector }) => sector === "motors")?.delivered).toBeGreaterThan(30);
	});

	test("a rule that begins half-way through a year binds half of the year's demand", () => {
		const half = withTables(GOLDEN, ({ provenance_rules }) => ({
			provenance_rules: provenance_rules.map((row) => ({ ...row, from_date: "2025-07-02" })),
		}));
		const { demands } = networkOf(half, { ...YEAR, provenanceRule: "dated" });
		const defence = demands.filter(({ sector }) => sector === "defence");
		expect(defence.map(({ bound }) => bound)).toEqual([false, true]);
		expect(defence[1]?.quantity[0]).toBeCloseTo((12 * 183) / 365, 9);
	});

	test("what no covered stage makes is not told apart", () => {
		const { nodes, materials } = networkOf(GOLDEN, rule);
		const split = nodes.filter(({ compliant }) => compliant);
		expect(split.map(({ material }) => materials[material]?.id).sort()).toEqual([
			"magnet",
			"metal",
		]);
	});
});

describe("measures, outages, blocs", () => {
	test("a cap from July lets half a year of it, half a year of need and what can be stored through", () => {
		const [limit] = buildNetwork(GOLDEN, YEAR).laneLimits.filter(({ measure }) => measure);
		const covered = 184 / 365;
		const useOfMetal = 60 * 0.4;
		const room = 5 - 3;
		expect(limit?.limit[0]).toBeCloseTo(6 * covered + (1 - covered) * useOfMetal + room, 9);
	});

	test("measures can be left out, or chosen", () => {
		const caps = (measures: Scenario["measures"]) =>
			buildNetwork(GOLDEN, { ...YEAR, measures }).laneLimits.filter(({ measure }) => measure)
				.length;
		expect([caps("dated"), caps(null), caps(["licence"]), caps([])]).toEqual([1, 0, 1, 0]);
	});

	test("an outage of part of a plant leaves that part, in its periods only", () => {
		const { units, unitCapacity } = buildNetwork(GOLDEN, {
			...TWO_HALVES,
			outages: [{ kind: "operator", id: "op_hall", remaining: 0.25, from: 1, to: 1 }],
		});
		const hall = units.findIndex(({ id }) => id === "hall_unit");
		expect([...unitCapacity.subarray(2 * hall, 2 * hall + 2)]).toEqual([30, 7.5]);
	});

	test("a closed bloc runs nothing and ships nothing", () => {
		const { lines, shipments } = solve({ ...YEAR, closedBlocs: ["rival"] });
		expect(lines.some(({ region }) => region === "FAR")).toBe(false);
		expect(shipments).toEqual([]);
	});

	test("a lane can be out", () => {
		const { shipments } = solve({
			...YEAR,
			outages: [{ kind: "lane", id: "metal:FAR>HOM", remaining: 0 }],
		});
		expect(shipments.some(({ material }) => material === "metal")).toBe(false);
	});

	test("the first demand change that matches multiplies", () => {
		const { demands } = buildNetwork(GOLDEN, {
			...YEAR,
			demandChanges: [{ sector: "motors", factor: 2 }, { factor: 0 }],
		});
		expect(demands.map(({ sector, quantity }) => [sector, quantity[0]])).toEqual([["motors", 96]]);
	});

	test("names the package does not have are refused", () => {
		expect(() => solve({ ...YEAR, provenanceRule: "dfars" })).toThrow(/no provenance rule `dfars`/);
		expect(() => solve({ ...YEAR, homeRegion: "XXX" })).toThrow(/no region `XXX`/);
	});
});

describe("time", () => {
	test("what leaves in the first half arrives in the second; the steady state fills the first", () => {
		const free: Scenario = {
			...TWO_HALVES,
			provenanceRule: null,
			measures: null,
			outages: [{ kind: "facility", id: "smelter", remaining: 0 }],
		};
		const empty = solve(free, GOLDEN, { pipeline: "empty" });
		const steady = solve(free, GOLDEN);
		const first = ({ deliveries }: ChainSolution) =>
			deliveries.reduce((sum, d) => sum + (d.period === 0 ? d.shortage : 0), 0);
		expect(first(empty)).toBeGreaterThan(first(steady) + 1);
		expect(empty.shipments.filter(({ material }) => material === "metal")).not.toEqual([]);
	});

	test("a stock is drawn by what is short, and charged at its price", () => {
		const priced = withTables(GOLDEN, () => ({
			prices: [
				{
					id: "p",
					material_id: "metal",
					item: "metal",
					market: "",
					period: "2025",
					price_usd_per_kg: 0.5,
					low_printed: null,
					mid_printed: null,
					high_printed: null,
					unit_printed: "USD/kg",
					vat: "excluded" as const,
					source_ids: ["s"],
					confidence: "high" as const,
					note: null,
				},
			],
		}));
		const closed: Scenario = { ...YEAR, closedBlocs: ["rival"] };
		const { cost, balances } = solve(closed, priced);
		const drawn = 60 * 0.4 - 120 / 5.5;
		expect(cost.stockDrawn).toBeCloseTo(500 * drawn, 2);
		expect(balances.find(({ stock }) => stock > 0)?.stock).toBeCloseTo(3 - drawn, 5);
	});

	test("months, quarters and years have their own names", () => {
		const labels = (start: string, periods: number[]) =>
			buildNetwork(GOLDEN, { ...YEAR, start, periods }).periods.map(({ label }) => label);
		expect(labels("2025-01-01", [1, 1])).toEqual(["2025", "2026"]);
		expect(labels("2025-11-01", [1 / 12, 1 / 12, 1 / 12])).toEqual([
			"2025-11",
			"2025-12",
			"2026-01",
		]);
		expect(labels("2025-04-15", [0.25])).toEqual(["2025-04-15"]);
	});
});

describe("a model without an answer is explained", () => {
	test("a mine committed to more than it can dig", () => {
		const broken = withTables(GOLDEN, ({ capacities }) => ({
			capacities: capacities.map((row) =>
				row.unit_id === "pit_unit" ? { ...row, committed_t_per_year: 150 } : row,
			),
		}));
		const { status, explanation } = solveChain(broken, YEAR, solver);
		expect(status).toBe("infeasible");
		expect(explanation.join("\n")).toMatch(/pit_unit is committed to at least 150 t in 2025/);
		expect(explanation.join("\n")).toMatch(/pit_unit can run at most 120 t in 2025/);
		expect(explanation.join("\n")).toMatch(/30 t/);
	});

	test("a smelter whose ore is cut off only fails its commitment", () => {
		const cut: Scenario = {
			...YEAR,
			outages: [{ kind: "lane", id: "ore:HOM>FAR", remaining: 0 }],
		};
		const { cost } = solve(cut);
		expect(cost.penalty).toBeGreaterThan(0);
	});

	test("demand beyond capacity when no shortage is allowed", () => {
		const fixture = loadFolder("packages/engine/test/fixtures/small");
		const { status, explanation } = solveChain(
			fixture,
			{ ...YEAR, homeRegion: "USA", defenceCase: "high" },
			solver,
			{ allowShortage: false },
		);
		expect(status).toBe("infeasible");
		expect(explanation.join("\n")).toMatch(/splitter_sx|motors in USA/);
	});
});
