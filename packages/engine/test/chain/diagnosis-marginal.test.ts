import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	marginalValues,
	networkOf,
	openBook,
	solveNetwork,
	type VerifiedMarginal,
	verifyMarginal,
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

function verified(sketch: Sketch, added: number, top = 5): VerifiedMarginal[] {
	const pkg = packageOf(sketch);
	const book = openBook(pkg);
	const network = networkOf(pkg, { ...YEAR_2025, closedBlocs: ["rival"] });
	const solution = solveNetwork(network, solver);
	const { existing, elsewhere } = marginalValues(solution, network, book, {
		top,
		product: "magnet",
	});
	return [...existing, ...elsewhere].map((value) =>
		verifyMarginal(solution, network, book, solver, value, added),
	);
}

/** Allies alone, short of everything: 500 t wanted at tier 1, Dy metal for 3 t. */
const SHORT: Sketch = {
	...withPlants(MAGNET_WORLD, { jpn_dy: ["JPN", "JPN", "reduce_dy", 3] }),
	demand: [["magnet", "USA", "defence", 500]],
};

describe("what one more tonne a year unlocks", () => {
	it("is 1 / 0.03 t of magnets for a tonne of Dy metal, at the furnace and at a new one", () => {
		const rows = verified(SHORT, 0.1);
		const furnace = rows.find((r) => r.value.place.kind === "unit");
		expect(furnace?.value).toMatchObject({ region: "JPN", material: "dy_metal", tier: 1 });
		expect(furnace?.value.unlocks).toBeCloseTo(1 / 0.03, 3);
		expect(furnace?.unlocked).toBeCloseTo(0.1 / 0.03, 3);
		const fresh = rows.find((r) => r.value.place.kind === "new");
		expect(fresh?.value).toMatchObject({ region: "JPN", material: "dy_metal" });
		expect(fresh?.agrees).toBe(true);
		expect(furnace?.sentence).toBe("One more t/yr of dy metal at jpn_dy unlocks 3.33 t of magnet");
	});

	it("says when the value does not hold for so much", () => {
		const [furnace] = verified(SHORT, 50);
		expect(furnace?.agrees).toBe(false);
		// 192 t: the Dy oxide of 800 t ore
		expect(furnace?.unlocked).toBeCloseTo(7.2 / 0.0375 - 100, 2);
	});

	it("names nothing that a closed plant could do", () => {
		expect(verified(SHORT, 1, 50).every((r) => r.value.region !== "CHN")).toBe(true);
	});

	it("equals solving again, for small additions to any chain", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), {
					minLength: 13,
					maxLength: 13,
				}),
				(factors) => {
					const plants = Object.fromEntries(
						Object.entries(SHORT.plants).map(([id, [r, o, p, t]], i) => [
							id,
							[r, o, p, (t as number) * (factors[i] as number)] as const,
						]),
					);
					for (const row of verified({ ...SHORT, plants }, 1e-3))
						if (row.value.tier !== null)
							expect(Math.abs(row.unlocked - row.promised)).toBeLessThan(
								Math.max(2e-4, 0.01 * row.promised),
							);
				},
			),
			{ numRuns: 12 },
		);
	});
});
