import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	networkOf,
	openBook,
	solveNetwork,
	type Trace,
	traceBy,
	traceFlows,
} from "../../src/chain/index.ts";
import type { Scenario } from "../../src/chain/types.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import {
	MAGNET_WORLD,
	packageOf,
	type Sketch,
	withPlants,
	YEAR_2025,
} from "./diagnosis-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

function trace(sketch: Sketch, scenario: Scenario = YEAR_2025): Trace[] {
	const pkg = packageOf(sketch);
	const network = networkOf(pkg, scenario);
	return traceFlows(solveNetwork(network, solver), network, openBook(pkg));
}

const share = (traces: readonly Trace[], group: string, element: string | null, stage: string) =>
	Object.fromEntries(
		traceBy(
			traces.find((t) => t.group === group && t.element === element && t.stage === stage) as Trace,
			"facility",
		).map((s) => [s.key, s.share]),
	);

/** Two mines feed one hall; 30 t and 70 t of what it makes go to two users. */
const TWO_MINES: Sketch = {
	regions: { USA: "allied", AUS: "allied", CHN: "rival" },
	elements: { X: 1, Y: 1 },
	materials: {
		x_ore: ["mine", "metal", { X: 1 }],
		y_ore: ["mine", "metal", { Y: 1 }],
		good: ["magnet", "magnet", { X: 0.8, Y: 0.2 }],
	},
	processes: {
		dig_x: ["mine", "x_ore", {}, { x_ore: 1 }],
		dig_y: ["mine", "y_ore", {}, { y_ore: 1 }],
		make: ["magnet", "good", { x_ore: 0.8, y_ore: 0.2 }, { good: 1 }],
	},
	plants: {
		aus_x: ["AUS", "AUS", "dig_x", 60],
		chn_x: ["CHN", "CHN", "dig_x", 1000, 50],
		chn_y: ["CHN", "CHN", "dig_y", 1000],
		hall: ["USA", "USA", "make", 1000],
	},
	lanes: [
		["metal", "AUS", "USA"],
		["metal", "CHN", "USA"],
		["magnet", "USA", "AUS"],
	],
	demand: [
		["good", "USA", "defence", 30],
		["good", "AUS", "motors", 70],
	],
};

describe("where a delivered tonne passed through", () => {
	it("mixes in proportion: 60 of 80 t of X are Australian, for every user alike", () => {
		const traces = trace(TWO_MINES);
		for (const region of ["USA", "AUS"])
			expect(share(traces, region, "X", "mine")).toEqual({
				aus_x: expect.closeTo(0.75, 9),
				chn_x: expect.closeTo(0.25, 9),
			});
	});

	it("follows each input by itself and all inputs by their tonnes", () => {
		const traces = trace(TWO_MINES);
		expect(share(traces, "USA", "Y", "mine")).toEqual({ chn_y: expect.closeTo(1, 9) });
		expect(share(traces, "USA", null, "mine")).toEqual({
			aus_x: expect.closeTo(0.6, 9),
			chn_x: expect.closeTo(0.2, 9),
			chn_y: expect.closeTo(0.2, 9),
		});
	});

	it("traces opening stock as such", () => {
		const traces = trace({
			...TWO_MINES,
			plants: { ...TWO_MINES.plants, chn_x: ["CHN", "CHN", "dig_x", 10] },
			stocks: [["x_ore", "USA", 10]],
		});
		expect(share(traces, "USA", "X", "mine")["opening stock"]).toBeCloseTo(10 / 80, 6);
	});

	it("counts scrap that is made into magnets again by the mine it first came from", () => {
		const traces = trace(
			withPlants(MAGNET_WORLD, { chn_recycler: ["CHN", "CHN", "recycle", 1000, 0] }),
		);
		const mines = share(traces, "JPN", "Nd", "mine");
		expect(Object.values(mines).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
		expect(Object.keys(mines).every((k) => k.endsWith("mine"))).toBe(true);
		expect(share(traces, "JPN", "Nd", "recycling").chn_recycler).toBeGreaterThan(0.1);
	});

	it("solves a recycling loop exactly: half of each pass is recycled", () => {
		// oxide: 1 t mined and r recycled; every t of oxide gives 1 t product and returns 0.5 t as oxide
		const loop: Sketch = {
			regions: { USA: "allied" },
			elements: { X: 1 },
			materials: {
				oxide: ["separation", "oxide", { X: 0.5 }],
				good: ["magnet", "magnet", { X: 0.25 }],
				scrap: ["magnet", "scrap", { X: 0.25 }],
			},
			processes: {
				dig: ["mine", "oxide", {}, { oxide: 1 }],
				make: ["magnet", "good", { oxide: 1 }, { good: 1, scrap: 1 }],
				recycle: ["recycling", "scrap", { scrap: 1 }, { oxide: 0.5 }],
			},
			plants: {
				mine: ["USA", "USA", "dig", 1000, 100],
				hall: ["USA", "USA", "make", 1000],
				recycler: ["USA", "USA", "recycle", 1000, 0],
			},
			lanes: [],
			demand: [["good", "USA", "motors", 100]],
		};
		const traces = trace(loop);
		expect(share(traces, "USA", "X", "recycling")).toEqual({
			recycler: expect.closeTo(0.5, 9),
			"not through this stage": expect.closeTo(0.5, 9),
		});
		expect(share(traces, "USA", "X", "mine")).toEqual({ mine: expect.closeTo(1, 9) });
	});

	it("adds up to the delivered tonnes in any chain, over several periods too", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 12, maxLength: 12 }),
				fc.constantFrom([1], [0.5, 0.5]),
				(factors, periods) => {
					const plants = Object.fromEntries(
						Object.entries(MAGNET_WORLD.plants).map(([id, [r, o, p, t]], i) => [
							id,
							[r, o, p, (t as number) * (factors[i] as number)] as const,
						]),
					);
					const sketch = withPlants(
						{ ...MAGNET_WORLD, plants, stocks: [["nd_oxide", "JPN", 30]] },
						{ chn_recycler: ["CHN", "CHN", "recycle", 300, 0] },
					);
					for (const t of trace(sketch, { ...YEAR_2025, periods })) {
						const sum = t.shares.reduce((a, s) => a + s.t, 0);
						expect(Math.abs(sum - t.delivered)).toBeLessThan(1e-6);
						expect(t.shares.every((s) => s.t >= 0 && s.share <= 1 + 1e-9)).toBe(true);
					}
				},
			),
			{ numRuns: 25 },
		);
	});
});
