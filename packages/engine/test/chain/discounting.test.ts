import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	chainModel,
	marginalValues,
	networkOf,
	openBook,
	solveChain,
	verifyMarginal,
} from "../../src/chain/index.ts";
import type { ChainSolution, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { packageOf, YEAR_2025 } from "./diagnosis-package.ts";
import { GOLDEN, TWO_HALVES } from "./golden-package.ts";
import { withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

function solve(pkg: DataPackage, scenario: Scenario): ChainSolution {
	const solution = solveChain(pkg, scenario, solver);
	expect(solution.status).toBe("optimal");
	return solution;
}

/**
 * A dear hall (500 USD/t) and a cheap one of 60 t/yr (100 USD/t); 100 t of magnets wanted a year
 * in 2025 and 2026; a store of 10 t at 8 USD/t a year, full at the start, magnets at 300 USD/t.
 */
const TWO_YEARS: Scenario = { ...YEAR_2025, homeRegion: "HOM", periods: [1, 1] };
const HALLS = withTables(
	packageOf({
		regions: { HOM: "allied" },
		materials: { magnet: ["magnet", "magnet", {}] },
		processes: { sinter: ["magnet", "magnet", {}, { magnet: 1 }] },
		plants: {
			cheap: ["HOM", "HOM", "sinter", 60, 100],
			dear: ["HOM", "HOM", "sinter", 500, 500],
		},
		lanes: [],
		demand: [["magnet", "HOM", "motors", 100]],
		stocks: [["magnet", "HOM", 10]],
	}),
	({ demand, stocks, prices }) => ({
		demand: demand.flatMap((row) => [row, { ...row, year: 2026 }]),
		stocks: stocks.map((row) => ({ ...row, holding_cost_usd_per_t_year: 8 })),
		prices: [
			...prices,
			{
				id: "p",
				material_id: "magnet",
				item: "magnet",
				market: "",
				period: "2025",
				price_usd_per_kg: 0.3,
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
	}),
);

describe("two years on paper, at 21 % a year", () => {
	/** 1.21^-0.5 = 1/1.1, 1.21^-1.5 = 1/1.331, 1.21^-2 = 1/1.4641. */
	const [first, second, end] = [1 / 1.1, 1 / 1.331, 1 / 1.4641];
	let solution: ChainSolution;
	beforeAll(() => {
		solution = solve(HALLS, { ...TWO_YEARS, discountRate: 0.21 });
	});

	test("the stock is drawn at once: a tonne of the dear hall costs 500 now and 300 at the end", () => {
		expect(solution.balances.map(({ stock }) => stock)).toEqual([0, 0]);
		const dear = solution.lines.filter(({ line }) => line === "dear_sinter");
		expect(dear.map(({ activity }) => activity)).toEqual([
			expect.closeTo(30, 5),
			expect.closeTo(40, 5),
		]);
	});

	test("cost by kind is that of each year times the factor of its middle, the stock by the end", () => {
		const yearly = 60 * 100;
		expect(solution.cost.variable).toBeCloseTo(
			first * (yearly + 30 * 500) + second * (yearly + 40 * 500),
			3,
		);
		expect(solution.cost.stockDrawn).toBeCloseTo(end * 10 * 300, 3);
		expect(solution.cost.total).toBeCloseTo(solution.cost.variable + solution.cost.stockDrawn, 6);
	});

	test("rents and scarcity prices are money of their own year", () => {
		const rents = solution.units.filter(({ unit }) => unit === "cheap_unit").map((u) => u.rent);
		expect(rents).toEqual([expect.closeTo(400, 2), expect.closeTo(400, 2)]);
		const prices = solution.balances.map(({ scarcityPrice }) => scarcityPrice);
		expect(prices).toEqual([expect.closeTo(500, 2), expect.closeTo(500, 2)]);
	});

	test("a rent is what one more t/yr in that year saves, undiscounted", () => {
		for (const [year, factor] of [
			["2025", first],
			["2026", second],
		] as const) {
			const more = withTables(HALLS, ({ capacities }) => ({
				capacities: capacities.flatMap((row) => {
					if (row.unit_id !== "cheap_unit") return [row];
					const at = (from_date: string, effective_t_per_year: number) => ({
						...row,
						from_date,
						effective_t_per_year,
					});
					return [
						at("2020-01-01", 60),
						at(`${year}-01-01`, 61),
						at(`${Number(year) + 1}-01-01`, 60),
					];
				}),
			}));
			const after = solve(more, { ...TWO_YEARS, discountRate: 0.21 });
			const saved = solution.cost.total - after.cost.total;
			const { rent = 0 } =
				solution.units.find(
					({ unit, period }) => unit === "cheap_unit" && solution.periods[period] === year,
				) ?? {};
			expect(saved / factor).toBeCloseTo(rent, 2);
		}
	});

	test("a marginal value is the sum of its rents, discounted, and solving again finds it", () => {
		const network = networkOf(HALLS, { ...TWO_YEARS, discountRate: 0.21 });
		const book = openBook(HALLS);
		const { existing } = marginalValues(solution, network, book);
		expect(existing[0]?.rent).toBeCloseTo(400 * (first + second), 2);
		const value = existing[0] as (typeof existing)[0];
		const { unlocked, agrees } = verifyMarginal(solution, network, book, solver, value);
		expect(unlocked).toBeCloseTo(400 * (first + second), 2);
		expect(agrees).toBe(true);
	});

	test("primal and dual objective agree", () => {
		expect(solution.dualityGap).toBeLessThan(1e-9);
	});
});

describe("the rate", () => {
	const HALVES: Scenario = { ...TWO_HALVES, discountRate: 0 };

	test("0 changes nothing", () => {
		for (const [pkg, scenario] of [
			[GOLDEN, TWO_HALVES],
			[HALLS, TWO_YEARS],
		] as const) {
			const answer = (chosen: Scenario) => {
				const { scenario: _, seconds: __, ...rest } = solve(pkg, chosen);
				return JSON.stringify(rest);
			};
			expect(answer({ ...scenario, discountRate: 0 })).toBe(answer(scenario));
		}
		expect(chainModel(networkOf(GOLDEN, HALVES)).lp.cost).toEqual(
			chainModel(networkOf(GOLDEN, TWO_HALVES)).lp.cost,
		);
	});

	test.each([
		["half-years with every kind of row", GOLDEN, TWO_HALVES],
		["two years with a stock", HALLS, TWO_YEARS],
	] as const)("a higher one never raises the discounted total: %s", (_, pkg, scenario) => {
		const totals = [0, 0.01, 0.05, 0.1, 0.3, 0.9].map(
			(discountRate) => solve(pkg, { ...scenario, discountRate }).cost.total,
		);
		for (const [k, total] of totals.entries())
			if (k > 0) expect(total).toBeLessThan(totals[k - 1] as number);
	});

	test("it leaves the shortage of every tier alone", () => {
		const shortages = (discountRate: number) =>
			solve(GOLDEN, { ...TWO_HALVES, discountRate }).tiers.map(({ shortage }) => shortage);
		for (const [k, shortage] of shortages(0.5).entries())
			expect(shortage).toBeCloseTo(shortages(0)[k] as number, 4);
	});

	test("below 0 or not a number it is refused", () => {
		for (const discountRate of [-0.1, Number.NaN, Infinity])
			expect(() => solve(GOLDEN, { ...TWO_HALVES, discountRate })).toThrow(/discount rate/);
	});
});
