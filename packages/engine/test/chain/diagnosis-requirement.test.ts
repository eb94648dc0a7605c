import { describe, expect, it } from "vitest";
import { openBook, requirement } from "../../src/chain/index.ts";
import { MAGNET_WORLD, packageOf } from "./diagnosis-package.ts";

const book = openBook(packageOf(MAGNET_WORLD));
const need = (of: ReturnType<typeof requirement>, key: string): number | undefined =>
	of.rows.find((r) => (r.material ?? `${r.element} mined`) === key)?.need;

describe("what a demand needs at every stage", () => {
	const of100 = requirement(book, "magnet", 100, new Map());

	it("follows the recipes from the product to the oxides", () => {
		expect(need(of100, "magnet")).toBeCloseTo(100, 9);
		expect(need(of100, "alloy")).toBeCloseTo(150, 9);
		expect(need(of100, "nd_metal")).toBeCloseTo(150 * 0.3, 9);
		expect(need(of100, "dy_metal")).toBeCloseTo(150 * 0.02, 9);
		expect(need(of100, "nd_oxide")).toBeCloseTo(45 * 1.25, 9);
		expect(need(of100, "dy_oxide")).toBeCloseTo(3 * 1.25, 9);
	});

	it("asks of the mines the contained oxide that separators lose 10 % of", () => {
		expect(need(of100, "Nd mined")).toBeCloseTo(56.25 / 0.9, 9);
		expect(need(of100, "Dy mined")).toBeCloseTo(3.75 / 0.9, 9);
	});

	it("states what recycling could give back, without netting it", () => {
		const oxide = of100.rows.find((r) => r.material === "nd_oxide");
		expect(oxide?.recycleCredit).toBeCloseTo(100 * 0.4 * 0.36, 9);
		expect(oxide?.need).toBeCloseTo(56.25, 9);
	});

	it("averages several routes by what each could make", () => {
		const two = openBook(
			packageOf({
				...MAGNET_WORLD,
				processes: {
					...MAGNET_WORLD.processes,
					cast_lean: ["alloy", "alloy", { nd_metal: 0.2 }, { alloy: 1 }],
				},
			}),
		);
		const weights = new Map([
			["cast", 300],
			["cast_lean", 100],
		]);
		const row = requirement(two, "magnet", 100, weights);
		expect(need(row, "nd_metal")).toBeCloseTo(150 * (0.75 * 0.3 + 0.25 * 0.2), 9);
		expect(need(row, "dy_metal")).toBeCloseTo(150 * 0.75 * 0.02, 9);
	});

	it("refuses recipes that lead in a circle", () => {
		const circle = openBook(
			packageOf({
				...MAGNET_WORLD,
				processes: {
					...MAGNET_WORLD.processes,
					reduce_nd: ["metal", "nd_metal", { alloy: 1 }, { nd_metal: 0.3 }],
				},
			}),
		);
		expect(() => requirement(circle, "magnet", 1, new Map())).toThrow(/circle.*alloy/);
	});
});
