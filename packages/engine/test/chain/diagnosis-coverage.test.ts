import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type Coverage,
	coverage,
	type DemandScope,
	independentThroughput,
	networkOf,
	openBook,
} from "../../src/chain/index.ts";
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

function cover(sketch: Sketch, scope: DemandScope = "allied"): Coverage {
	const pkg = packageOf(sketch);
	return coverage(networkOf(pkg, YEAR_2025), openBook(pkg), solver, { product: "magnet", scope });
}

const row = (c: Coverage, name: string) => c.rows.find((r) => r.name === name);

describe("capacity against need", () => {
	it("sets allied capacity of every stage over allied demand of 500 t", () => {
		const c = cover(MAGNET_WORLD);
		expect(c.demand).toBe(500);
		expect(row(c, "Nd in ore")?.coverage).toBeCloseTo((1000 * 0.16 * 1.25) / (281.25 / 0.9), 6);
		expect(row(c, "nd metal")?.coverage).toBeCloseTo(100 / 225, 6);
		expect(row(c, "alloy")?.coverage).toBeCloseTo(500 / 750, 6);
		expect(row(c, "magnet")?.coverage).toBeCloseTo(1, 6);
		expect(row(c, "magnet")?.capability).toEqual({
			home: 200,
			allied: 300,
			neutral: 0,
			rival: 4000,
		});
	});

	it("names the smallest as the weakest link", () => {
		const c = cover(MAGNET_WORLD);
		expect(c.weakest?.name).toBe("dy metal");
		expect(c.sentence).toBe("Allied supply of magnet stops at dy metal: 0 % of allied need");
	});

	it("says so when every stage has capacity for its need", () => {
		const c = cover(
			withPlants(MAGNET_WORLD, { jpn_dy: ["JPN", "JPN", "reduce_dy", 50] }),
			"home defence",
		);
		expect(c.demand).toBe(100);
		expect(c.sentence).toMatch(/has capacity for its home defence need at every stage; thinnest/);
	});

	it("counts separators by the feed that the same blocs mine", () => {
		const starved = cover(withPlants(MAGNET_WORLD, { aus_mine: ["AUS", "AUS", "dig", 400] }));
		const oxide = row(starved, "nd oxide");
		expect(oxide?.capability.allied).toBeCloseTo(400 * 0.18, 6);
		expect(oxide?.equipment?.allied).toBeCloseTo(800 * 0.18, 6);
	});

	it("counts a plant with a rival owner as rival, wherever it stands", () => {
		const c = cover(withPlants(MAGNET_WORLD, { jpn_sinter: ["JPN", "CHN", "sinter", 300] }));
		expect(row(c, "magnet")?.capability).toMatchObject({ allied: 0, rival: 4300 });
	});

	it("counts recycling only up to the scrap of this production, and apart", () => {
		const c = cover(withPlants(MAGNET_WORLD, { jpn_recycler: ["JPN", "JPN", "recycle", 1000] }));
		const oxide = row(c, "nd oxide");
		expect(oxide?.recycling.allied).toBeCloseTo(360, 6);
		expect(oxide?.recycleCredit).toBeCloseTo(500 * 0.4 * 0.36, 6);
		expect(oxide?.coverage).toBeCloseTo(144 / 281.25, 6);
		expect(oxide?.coverageWithRecycling).toBeCloseTo((144 + 72) / 281.25, 6);
	});

	it("never falls when a plant grows", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.keys(MAGNET_WORLD.plants)),
				fc.double({ min: 0, max: 5000, noNaN: true }),
				(id, more) => {
					const [region, owner, process, capacity] = MAGNET_WORLD.plants[id] as [
						string,
						string,
						string,
						number,
					];
					const grown = cover(
						withPlants(MAGNET_WORLD, { [id]: [region, owner, process, capacity + more] }),
					);
					cover(MAGNET_WORLD).rows.forEach((before, i) => {
						expect(grown.rows[i]?.coverage as number).toBeGreaterThanOrEqual(
							(before.coverage as number) - 1e-9,
						);
					});
				},
			),
			{ numRuns: 12 },
		);
	});
});

describe("independent throughput", () => {
	it("serves defence first from what allies make without rivals", () => {
		const pkg = packageOf(withPlants(MAGNET_WORLD, { jpn_dy: ["JPN", "JPN", "reduce_dy", 50] }));
		const { rows } = independentThroughput(pkg, YEAR_2025, solver);
		const total = rows.reduce((sum, r) => sum + r.delivered, 0);
		expect(rows.find((r) => r.tier === 1)).toMatchObject({ bloc: "home", required: 100 });
		expect(rows.find((r) => r.tier === 1)?.served).toBeCloseTo(1, 6);
		expect(total).toBeCloseTo(7.2 / 0.0375, 4); // Dy oxide of 800 t ore binds
		expect(rows.every((r) => r.bloc !== "rival")).toBe(true);
	});

	it("is nothing where a stage stands only in rival hands", () => {
		const { rows } = independentThroughput(packageOf(MAGNET_WORLD), YEAR_2025, solver);
		expect(rows.every((r) => r.delivered < 1e-5)).toBe(true);
	});

	it("leaves stocks alone unless asked, for a rate that lasts", () => {
		const pkg = packageOf({ ...MAGNET_WORLD, stocks: [["magnet", "USA", 40]] });
		const deliver = (stocks: boolean) =>
			independentThroughput(pkg, YEAR_2025, solver, { stocks }).rows.reduce(
				(sum, r) => sum + r.delivered,
				0,
			);
		expect(deliver(false)).toBeCloseTo(0, 4);
		expect(deliver(true)).toBeCloseTo(40, 4);
	});
});
