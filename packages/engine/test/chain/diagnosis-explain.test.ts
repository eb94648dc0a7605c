import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	explainShortage,
	networkOf,
	openBook,
	type ShortageExplanation,
	solveNetwork,
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

function explain(sketch: Sketch): ShortageExplanation | null {
	const pkg = packageOf(sketch);
	const network = networkOf(pkg, YEAR_2025);
	const solution = solveNetwork(network, solver);
	return explainShortage(solution, network, openBook(pkg), (d) => d.region === "USA");
}

/** China keeps its Dy metal, alloys and magnets; Japan has a Dy furnace for 4 t. */
const CONTROLLED: Sketch = {
	...withPlants(MAGNET_WORLD, { jpn_dy: ["JPN", "JPN", "reduce_dy", 4] }),
	effects: ["dy_metal", "alloy", "magnet"].map(
		(cargo) => ["licence", "cap", cargo, "CHN", "*", 0] as const,
	),
	demand: [
		["magnet", "USA", "defence", 100],
		["magnet", "USA", "motors", 100],
		["magnet", "CHN", "motors", 1000],
	],
};

describe("why a product is short", () => {
	it("says nothing when nothing is short", () => {
		expect(explain({ ...CONTROLLED, effects: [] })).toBeNull();
	});

	it("follows the binding limits from the demand to the furnace that is full", () => {
		const answer = explain(CONTROLLED) as ShortageExplanation;
		expect(answer.required).toBeCloseTo(200, 6);
		expect(answer.shortage).toBeCloseTo(200 - 4 / 0.03, 3);
		const steps = new Map(answer.steps.map((s) => [s.material, s]));
		expect([...steps.keys()]).toEqual(["magnet", "alloy", "dy_metal"]);
		expect(steps.get("magnet")?.idle).toEqual(expect.arrayContaining(["jpn_sinter", "usa_sinter"]));
		expect(steps.get("dy_metal")?.full).toMatchObject([{ facility: "jpn_dy", capacity: 4 }]);
		expect(steps.get("dy_metal")?.shortagePrice).toBeCloseTo(1 / 0.03, 3);
		expect(steps.get("dy_metal")?.closed[0]).toMatchObject({ measure: "licence", limit: 0 });
	});

	it("says it in words, with tonnes, plants and the measure that shuts the lane", () => {
		const { text } = explain(CONTROLLED) as ShortageExplanation;
		expect(text).toMatch(/^Land of USA lacks 66\.7 t of the 200 t of magnet needed\./);
		expect(text).toContain("alloy: 1 plant has room but no feed");
		expect(text).toContain("dy metal: made at the limit, 4 t (jpn_dy)");
		expect(text).toContain("lanes from Land of CHN are closed (the licence measure)");
	});

	it("says so where nobody within reach makes a material", () => {
		const { text } = explain(withPlants(CONTROLLED, { jpn_dy: null })) as ShortageExplanation;
		expect(text).toContain("dy metal: nobody within reach makes it");
	});

	it("tells a lane that is held to a tonnage from one that is shut", () => {
		const { text, shortage } = explain({
			...CONTROLLED,
			effects: [
				["licence", "cap", "dy_metal", "CHN", "*", 1],
				["licence", "cap", "alloy", "CHN", "*", 0],
				["licence", "cap", "magnet", "CHN", "*", 0],
			],
		}) as ShortageExplanation;
		expect(shortage).toBeCloseTo(200 - 5 / 0.03, 3);
		expect(text).toContain("lanes from Land of CHN are held to 1 t (the licence measure)");
	});
});
