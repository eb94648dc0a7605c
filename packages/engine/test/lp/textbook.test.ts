import { describe, expect, test } from "vitest";
import { dualityGap } from "../../src/lp/index.ts";
import { byName, plain, solver } from "./helpers.ts";

describe("textbook models with known answers and prices", () => {
	/** Hillier & Lieberman, *Introduction to Operations Research*, Wyndor Glass: 3x+5y, duals 0, 3/2, 1. */
	const wyndor = plain(
		[
			{ name: "doors", cost: -3 },
			{ name: "windows", cost: -5 },
		],
		[
			{ name: "plant1", terms: { doors: 1 }, upper: 4 },
			{ name: "plant2", terms: { windows: 2 }, upper: 12 },
			{ name: "plant3", terms: { doors: 3, windows: 2 }, upper: 18 },
		],
	);

	for (const method of ["simplex", "ipm"] as const)
		test(`Wyndor Glass by ${method}: profit 36, hour prices 0, 1.5 and 1`, () => {
			const result = solver.solve(wyndor, { method });
			expect(result.status).toBe("optimal");
			expect(result.method).toBe(method);
			expect(result.objective).toBeCloseTo(-36, 9);
			expect([...result.colValue]).toEqual([2, 6]);
			expect([...result.rowDual]).toEqual([expect.closeTo(0, 9), -1.5, -1]);
			expect(dualityGap(wyndor, result)).toMatchObject({
				gap: expect.closeTo(0, 12),
				primalInfeasibility: expect.closeTo(0, 9),
				dualInfeasibility: expect.closeTo(0, 9),
			});
		});

	/** Dantzig's transportation problem as in the GAMS library: 153.675 with the freight of 90 per case. */
	test("Dantzig's canneries: cost 153.675 and the market prices of the GAMS listing", () => {
		const distance: Record<string, Record<string, number>> = {
			seattle: { newYork: 2.5, chicago: 1.7, topeka: 1.8 },
			sanDiego: { newYork: 2.5, chicago: 1.8, topeka: 1.4 },
		};
		const lanes = Object.entries(distance).flatMap(([from, row]) =>
			Object.entries(row).map(([to, d]) => ({ from, to, cost: (90 * d) / 1000 })),
		);
		const terms = (pick: (lane: { from: string; to: string }) => boolean) =>
			Object.fromEntries(lanes.filter(pick).map((l) => [`${l.from}>${l.to}`, 1]));
		const supply = { seattle: 350, sanDiego: 600 };
		const demand = { newYork: 325, chicago: 300, topeka: 275 };
		const model = plain(
			lanes.map((l) => ({ name: `${l.from}>${l.to}`, cost: l.cost })),
			[
				...Object.entries(supply).map(([place, upper]) => ({
					name: place,
					terms: terms((l) => l.from === place),
					upper,
				})),
				...Object.entries(demand).map(([place, lower]) => ({
					name: place,
					terms: terms((l) => l.to === place),
					lower,
				})),
			],
		);
		const result = solver.solve(model);
		expect(result.objective).toBeCloseTo(153.675, 9);
		const price = byName(model, "row", result.rowDual);
		expect(price.newYork).toBeCloseTo(0.225, 9);
		expect(price.chicago).toBeCloseTo(0.153, 9);
		expect(price.topeka).toBeCloseTo(0.126, 9);
		expect(price.sanDiego).toBeCloseTo(0, 9);
	});

	test("a knapsack keeps its integers: 21 from items 2, 3 and 4", () => {
		const worth = [8, 11, 6, 4];
		const weight = [5, 7, 4, 3];
		const model = plain(
			worth.map((w, k) => ({ name: `item${k + 1}`, cost: -w, upper: 1, integer: true })),
			[
				{
					name: "room",
					terms: Object.fromEntries(weight.map((w, k) => [`item${k + 1}`, w])),
					upper: 14,
				},
			],
		);
		const result = solver.solve(model);
		expect(result).toMatchObject({ status: "optimal", method: "branch and cut", gap: 0 });
		expect(result.objective).toBeCloseTo(-21, 9);
		expect([...result.colValue].map(Math.round)).toEqual([0, 1, 1, 1]);
		expect(result.rowDual.every(Number.isNaN)).toBe(true);
		expect(() => dualityGap(model, result)).toThrow("optimal linear result");
	});

	test("Beale's cycling example ends at -0.05", () => {
		const model = plain(
			[
				{ name: "x4", cost: -0.75 },
				{ name: "x5", cost: 150 },
				{ name: "x6", cost: -0.02 },
				{ name: "x7", cost: 6 },
			],
			[
				{ name: "a", terms: { x4: 0.25, x5: -60, x6: -0.04, x7: 9 }, upper: 0 },
				{ name: "b", terms: { x4: 0.5, x5: -90, x6: -0.02, x7: 3 }, upper: 0 },
				{ name: "c", terms: { x6: 1 }, upper: 1 },
			],
		);
		const result = solver.solve(model, { method: "simplex" });
		expect(result.objective).toBeCloseTo(-0.05, 12);
		expect(dualityGap(model, result).gap).toBeLessThan(1e-12);
	});

	test("a model with no rows takes every column to its cheaper bound", () => {
		const model = plain(
			[
				{ name: "up", cost: -2, upper: 3 },
				{ name: "down", cost: 1, lower: 4, upper: 9 },
			],
			[],
		);
		const result = solver.solve(model);
		expect(result.objective).toBe(-2);
		expect([...result.colDual]).toEqual([-2, 1]);
	});

	test("an empty model costs its constant", () => {
		const result = solver.solve(plain([], []));
		expect(result).toMatchObject({ status: "optimal", objective: 0 });
		expect(solver.solve({ ...plain([], []), offset: 12 }).objective).toBe(12);
		expect(solver.solve(plain([], [{ name: "r", terms: {}, lower: 1 }])).status).toBe("infeasible");
	});
});

describe("signs of duals", () => {
	test("a binding lower bound of a row has a price ≥ 0, a binding upper one ≤ 0", () => {
		const model = plain(
			[
				{ name: "x", cost: 5 },
				{ name: "y", cost: -3, upper: 100 },
			],
			[
				{ name: "atLeast", terms: { x: 1 }, lower: 2 },
				{ name: "atMost", terms: { y: 1 }, upper: 7 },
				{ name: "slack", terms: { x: 1, y: 1 }, upper: 1000 },
			],
		);
		const result = solver.solve(model);
		expect(byName(model, "row", result.rowDual)).toEqual({ atLeast: 5, atMost: -3, slack: 0 });
	});

	test("a price is the change of the objective per unit of the bound", () => {
		const build = (need: number) =>
			plain(
				[
					{ name: "cheap", cost: 10, upper: 6 },
					{ name: "dear", cost: 25 },
				],
				[{ name: "need", terms: { cheap: 1, dear: 1 }, lower: need, upper: need }],
			);
		const base = solver.solve(build(8));
		const more = solver.solve(build(9));
		expect(base.rowDual[0]).toBe(25);
		expect(more.objective - base.objective).toBeCloseTo(25, 9);
		expect(base.colDual[0]).toBe(-15);
	});

	test("ranging says how far a price holds", () => {
		const model = plain(
			[
				{ name: "cheap", cost: 10, upper: 6 },
				{ name: "dear", cost: 25, upper: 10 },
			],
			[{ name: "need", terms: { cheap: 1, dear: 1 }, lower: 8, upper: 8 }],
		);
		using session = solver.open(model);
		session.solve({ method: "ipm" });
		const range = session.ranging();
		expect([range.rowLow[0], range.rowHigh[0]]).toEqual([6, 16]);
		expect([range.columnLow[0], range.columnHigh[0]]).toEqual([0, 8]);
		expect([range.costLow[0], range.costHigh[0]]).toEqual([-Infinity, 25]);
	});
});
