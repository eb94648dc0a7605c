import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildNetwork, solveChain } from "../../src/chain/index.ts";
import type { ChainRun, ChainSolution, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { AT_HOME, edited, months, sketchOf, yearly } from "./adversary.ts";
import { withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

function solve(pkg: DataPackage, scenario: Scenario, run: ChainRun = {}): ChainSolution {
	const solution = solveChain(pkg, scenario, solver, run);
	expect(solution.status).toBe("optimal");
	return solution;
}

const shortage = ({ tiers }: ChainSolution) => tiers.reduce((sum, tier) => sum + tier.shortage, 0);
const periodsOf = (start: string, periods: number[]) =>
	buildNetwork(sketchOf({}), { ...AT_HOME, start, periods }).periods;

describe("the calendar", () => {
	test("periods of a day are days, and every day is the day after the one before", () => {
		const days = periodsOf("2025-01-01", Array<number>(800).fill(1 / 365.25));
		expect(days[0]).toMatchObject({ start: "2025-01-01", end: "2025-01-02" });
		for (const { start, end } of days) expect(Date.parse(end) - Date.parse(start)).toBe(86_400_000);
	});

	test("a horizon of days makes and needs what its days make and need", () => {
		const solution = solve(sketchOf({}), {
			...AT_HOME,
			periods: Array<number>(5).fill(1 / 365.25),
		});
		expect(solution.tiers[0]?.required).toBeCloseTo((5 * 1000) / 365.25, 6);
		expect(shortage(solution)).toBe(0);
	});

	test("months after days go on from the day reached, on the same day of each month", () => {
		const mixed = periodsOf("2025-01-01", [10 / 365.25, 1 / 12, 1 / 12]);
		expect(mixed.map(({ start }) => start)).toEqual(["2025-01-01", "2025-01-11", "2025-02-11"]);
		expect(mixed[2]?.end).toBe("2025-03-11");
	});

	test("the 29th of February has a year and months after it", () => {
		expect(periodsOf("2024-02-29", [1, 1]).map(({ end }) => end)).toEqual([
			"2025-02-28",
			"2026-02-28",
		]);
		expect(periodsOf("2024-01-31", months(3)).map(({ end }) => end)).toEqual([
			"2024-02-29",
			"2024-03-31",
			"2024-04-30",
		]);
	});

	test("a leap year is a year: no tonne is won or lost by its day", () => {
		const pkg = yearly(sketchOf({}), [2023, 2024, 2025]);
		for (const start of ["2023-01-01", "2024-01-01", "2025-01-01"])
			for (const periods of [[1], months(12)]) {
				const { unitCapacity, demands } = buildNetwork(pkg, { ...AT_HOME, start, periods });
				const sum = (values: Float64Array | undefined) =>
					[...(values ?? [])].reduce((total, value) => total + value, 0);
				expect(sum(demands[0]?.quantity)).toBeCloseTo(1000, 8);
				expect(sum(unitCapacity)).toBeCloseTo(1200 + 600 + 1200, 8);
			}
	});

	test("a start that is no day, and a period of less than a day, are refused", () => {
		for (const start of ["2025-02-30", "2025", "", "2025-13-01"])
			expect(() => periodsOf(start, [1])).toThrow(/starts on a date/);
		expect(() => periodsOf("2025-01-01", [1 / 10_000])).toThrow(/a day long/);
	});
});

describe("a long horizon", () => {
	const pkg = yearly(sketchOf({}), [2025, 2026, 2027]);

	test("36 months of the same cost three times a year of it", () => {
		const year = solve(pkg, AT_HOME);
		const long = solve(pkg, { ...AT_HOME, periods: months(36) });
		expect(long.periods).toHaveLength(36);
		expect(long.cost.total / year.cost.total).toBeCloseTo(3, 6);
		expect(shortage(long)).toBe(0);
	});

	test("years without demand are named and want nothing", () => {
		const { warnings, deliveries } = solve(sketchOf({}), { ...AT_HOME, periods: months(24) });
		expect(warnings.join("\n")).toContain("no demand is given for 2026");
		const late = deliveries.filter(({ period }) => period >= 12);
		expect(late.every(({ required }) => required === 0)).toBe(true);
	});
});

describe("capacity that changes within a period", () => {
	const grown = withTables(sketchOf({}), ({ capacities }) => ({
		capacities: capacities.flatMap((row) =>
			row.unit_id === "hall_unit"
				? [
						{ ...row, effective_t_per_year: 365, committed_t_per_year: 73 },
						{
							...row,
							from_date: "2025-04-11",
							status: "care" as const,
							effective_t_per_year: 365,
							committed_t_per_year: 73,
						},
						{ ...row, from_date: "2025-10-01", effective_t_per_year: 730 },
					]
				: [row],
		),
	}));

	test("counts by its days, and so does what it is committed to", () => {
		const { units, unitCapacity, unitCommitted } = buildNetwork(grown, AT_HOME);
		const hall = units.findIndex(({ id }) => id === "hall_unit");
		expect(unitCapacity[hall]).toBeCloseTo(100 + 2 * 92, 9);
		expect(unitCommitted[hall]).toBeCloseTo(20, 9);
	});

	test("becoming unknown takes the commitment with it, and is named", () => {
		const pkg = withTables(sketchOf({}), ({ capacities }) => ({
			capacities: capacities.flatMap((row) =>
				row.unit_id === "pit_unit"
					? [
							row,
							{
								...row,
								from_date: "2025-07-01",
								effective_t_per_year: null,
								committed_t_per_year: 100,
							},
						]
					: [row],
			),
		}));
		const { warnings } = solve(pkg, { ...AT_HOME, periods: months(12) });
		expect(warnings.join("\n")).toContain("unknown effective capacity");
	});
});

describe("goods that are long on the way", () => {
	const far = edited(
		sketchOf({
			plants: {
				pit: ["RIV", "RIV", "dig", 1200, 10],
				smelter: ["HOM", "HOM", "smelt", 600, 100],
				hall: ["HOM", "HOM", "sinter", 1200, 1000],
			},
			lanes: [["ore", "RIV", "HOM"]],
		}),
		"lanes",
		() => ({ lead_time_days: 900 }),
	);

	test("a lane longer than the horizon brings only what is under way, and nothing is sent", () => {
		const quarter: Scenario = { ...AT_HOME, periods: months(3) };
		const steady = solve(far, quarter);
		expect(steady.shipments).toEqual([]);
		expect(shortage(steady)).toBeCloseTo(0, 5);
		expect(shortage(solve(far, quarter, { pipeline: "empty" }))).toBeCloseTo(250, 5);
	});

	test("a year has room for no lead time of 400 days either", () => {
		const slow = edited(far, "lanes", () => ({ lead_time_days: 400 }));
		expect(shortage(solve(slow, AT_HOME, { pipeline: "empty" }))).toBeCloseTo(1000, 5);
		expect(shortage(solve(slow, AT_HOME))).toBeCloseTo(0, 5);
	});
});

describe("outages and measures that overlap", () => {
	test("of two outages the deeper holds; outside their windows nothing is lost", () => {
		const { units, unitCapacity } = buildNetwork(sketchOf({}), {
			...AT_HOME,
			periods: months(6),
			outages: [
				{ kind: "facility", id: "hall", remaining: 0.5, from: 1, to: 3 },
				{ kind: "region", id: "HOM", remaining: 0.2, from: 3, to: 4 },
				{ kind: "operator", id: "op_hall", remaining: 0, from: 9, to: 12 },
			],
		});
		const hall = units.findIndex(({ id }) => id === "hall_unit");
		const left = [...unitCapacity.subarray(6 * hall, 6 * hall + 6)].map((t) => t / 100);
		expect(left).toEqual([1, 0.5, 0.5, 0.2, 0.2, 1].map((part) => expect.closeTo(part, 9)));
	});

	const traded = sketchOf({
		plants: {
			pit: ["HOM", "HOM", "dig", 1200, 10],
			smelter: ["HOM", "HOM", "smelt", 600, 100],
			hall: ["MID", "MID", "sinter", 1200, 1000],
		},
		lanes: [
			["metal", "HOM", "MID"],
			["magnet", "MID", "HOM"],
		],
		effects: [
			["quota", "cap", "metal", "HOM", "*", 300],
			["ban", "cap", "metal", "*", "MID", 100],
			["duty", "tariff", "metal", "HOM", "MID", 7],
		],
	});

	test("caps of different measures all hold", () => {
		expect(shortage(solve(traded, AT_HOME))).toBeCloseTo(1000 - 200, 5);
	});

	test("where rows of one measure overlap, the tightest cap holds and tariffs add up", () => {
		const twice = withTables(traded, ({ measure_effects }) => ({
			measure_effects: measure_effects
				.filter(({ measure_id }) => measure_id !== "ban")
				.flatMap((row) => [row, { ...row, from_date: "2025-01-02", value: 2 * row.value }]),
		}));
		const { laneLimits, lanes } = buildNetwork(twice, {
			...AT_HOME,
			start: "2025-02-01",
			periods: months(1),
		});
		expect(laneLimits[0]?.limit[0]).toBeCloseTo(300 / 12, 9);
		expect(Math.max(...lanes.tariff)).toBeCloseTo(21, 9);
	});

	test("a ban from July leaves room to lay in for it, in a year as in months", () => {
		const laid = edited(
			edited(
				sketchOf({
					plants: {
						pit: ["RIV", "RIV", "dig", 4000],
						smelter: ["RIV", "RIV", "smelt", 2000],
						hall: ["HOM", "HOM", "sinter", 1200],
					},
					lanes: [["metal", "RIV", "HOM"]],
					stocks: [["metal", "HOM", 0]],
					effects: [["ban", "cap", "metal", "RIV", "HOM", 0]],
				}),
				"stocks",
				() => ({ storage_t: 1000 }),
			),
			"measure_effects",
			() => ({ from_date: "2025-07-01" }),
		);
		for (const periods of [[1], [0.5, 0.5], [5 / 12, 4 / 12, 3 / 12], months(12)])
			expect(shortage(solve(laid, { ...AT_HOME, periods }))).toBeCloseTo(0, 4);
		const bare = edited(laid, "stocks", () => ({ storage_t: 0 }));
		expect(shortage(solve(bare, AT_HOME))).toBeGreaterThan(300);
	});

	test("lanes, sectors and materials that the package does not have are refused", () => {
		const ask = (change: Partial<Scenario>) => () =>
			buildNetwork(traded, { ...AT_HOME, ...change });
		expect(ask({ outages: [{ kind: "lane", id: "metal:HOM>RIV", remaining: 0 }] })).toThrow(
			/no lane/,
		);
		expect(ask({ demandChanges: [{ sector: "motrs", factor: 0 }] })).toThrow(/no sector/);
		expect(ask({ demandChanges: [{ material: "mtal", factor: 0 }] })).toThrow(/no material/);
		expect(ask({ demandChanges: [{ region: "XXX", factor: 0 }] })).toThrow(/no region/);
	});

	test("part of a lane that has no capacity cannot be out, and the warnings say so", () => {
		const outages: Scenario["outages"] = [{ kind: "lane", id: "metal:HOM>MID", remaining: 0.5 }];
		const free = solve(traded, { ...AT_HOME, measures: null, outages });
		expect(free.warnings.join("\n")).toContain("metal:HOM>MID");
		const narrow = edited(traded, "lanes", () => ({ capacity_t_per_year: 400 }));
		const half = solve(narrow, { ...AT_HOME, measures: null, outages });
		expect(half.warnings.join("\n")).not.toContain("metal:HOM>MID");
		expect(shortage(half)).toBeCloseTo(1000 - 400, 5);
	});
});
