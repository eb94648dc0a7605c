import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type MorrisDesign,
	morrisDesign,
	morrisEffects,
	trajectoryPoints,
} from "../../src/ensemble/index.ts";

type Model = (x: readonly number[]) => number;
const run = (design: MorrisDesign, model: Model) =>
	design.trajectories.map((trajectory) => trajectoryPoints(trajectory).map(model));
const effects = (design: MorrisDesign, model: Model) => morrisEffects(design, run(design, model));

describe("trajectories", () => {
	const designs = fc.record({
		factors: fc.integer({ min: 1, max: 12 }),
		trajectories: fc.integer({ min: 1, max: 6 }),
		levels: fc.integer({ min: 1, max: 5 }).map((half) => 2 * half),
		seed: fc.maxSafeInteger(),
	});

	it("stay on the levels of the unit cube and move every factor once by Δ", () => {
		fc.assert(
			fc.property(designs, (options) => {
				const delta = options.levels / (2 * (options.levels - 1));
				for (const trajectory of morrisDesign(options).trajectories) {
					expect(trajectory.order.toSorted((a, b) => a - b)).toEqual(
						Array.from({ length: options.factors }, (_, i) => i),
					);
					const points = trajectoryPoints(trajectory);
					expect(points).toHaveLength(options.factors + 1);
					for (const x of points.flat()) {
						const level = x * (options.levels - 1);
						expect(level).toBeCloseTo(Math.round(level), 9);
						expect(x >= 0 && x <= 1).toBe(true);
					}
					for (const [k, factor] of trajectory.order.entries()) {
						const [before = [], after = []] = points.slice(k, k + 2);
						const moved = after.map((x, i) => x - (before[i] as number));
						expect(Math.abs(moved[factor] as number)).toBeCloseTo(delta, 9);
						expect(moved.filter((d) => d !== 0)).toHaveLength(1);
					}
				}
			}),
		);
	});

	it("come back for the same seed, and more of them keep the first", () => {
		fc.assert(
			fc.property(designs, (options) => {
				const design = morrisDesign(options);
				expect(morrisDesign(options)).toEqual(design);
				const more = morrisDesign({ ...options, trajectories: options.trajectories + 2 });
				expect(more.trajectories.slice(0, options.trajectories)).toEqual(design.trajectories);
			}),
		);
	});

	it("visit every level equally often", () => {
		const { trajectories } = morrisDesign({ factors: 3, trajectories: 2000, levels: 4, seed: 5 });
		const visits = [0, 0, 0, 0];
		for (const trajectory of trajectories)
			for (const point of [trajectoryPoints(trajectory)[0], trajectoryPoints(trajectory).at(-1)])
				visits[Math.round(3 * (point?.[1] as number))] =
					(visits[Math.round(3 * (point?.[1] as number))] as number) + 1;
		for (const n of visits) expect(Math.abs(n - 1000)).toBeLessThan(100);
	});

	it("refuse an odd number of levels and counts that are none", () => {
		const good = { factors: 2, trajectories: 2, levels: 4, seed: 1 };
		for (const bad of [
			{ levels: 3 },
			{ levels: 0 },
			{ trajectories: 0 },
			{ factors: -1 },
			{ factors: 1.5 },
		])
			expect(() => morrisDesign({ ...good, ...bad })).toThrow(RangeError);
	});
});

describe("effects", () => {
	it("of a linear function are its coefficients, with no spread and no interval", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }),
				fc.nat(),
				(coefficients, seed) => {
					const design = morrisDesign({
						factors: coefficients.length,
						trajectories: 4,
						levels: 4,
						seed,
					});
					const found = effects(design, (x) =>
						x.reduce((sum, v, i) => sum + v * (coefficients[i] as number), 3),
					);
					for (const [i, c] of coefficients.entries()) {
						expect(found[i]?.muStar).toBeCloseTo(Math.abs(c), 8);
						expect(found[i]?.mu).toBeCloseTo(c, 8);
						expect(found[i]?.sigma).toBeCloseTo(0, 8);
						expect(found[i]?.muStarHigh).toBeCloseTo(Math.abs(c), 8);
					}
				},
			),
		);
	});

	it("|μ| ≤ μ*, the interval holds it, and a factor that is not in the function has none", () => {
		fc.assert(
			fc.property(fc.nat(), (seed) => {
				const design = morrisDesign({ factors: 4, trajectories: 6, levels: 6, seed });
				const found = effects(design, ([a = 0, b = 0, c = 0]) => Math.sin(6 * a) * b + c ** 3);
				for (const e of found) {
					expect(Math.abs(e.mu)).toBeLessThanOrEqual(e.muStar + 1e-12);
					expect(e.muStarLow).toBeLessThanOrEqual(e.muStar + 1e-12);
					expect(e.muStarHigh).toBeGreaterThanOrEqual(e.muStar - 1e-12);
				}
				expect(found[3]).toMatchObject({ muStar: 0, mu: 0, sigma: 0, muStarHigh: 0 });
			}),
		);
	});

	it("leave out what is missing, and say on how many they rest", () => {
		const design = morrisDesign({ factors: 2, trajectories: 3, levels: 4, seed: 9 });
		const results: (number[] | null)[] = run(design, ([a = 0, b = 0]) => a + 2 * b);
		results[1] = null;
		(results[2] as number[])[2] = Number.NaN;
		const last = design.trajectories[2]?.order[1] as number;
		const found = morrisEffects(design, results);
		expect(found.map((e) => e.effects)).toEqual(last === 0 ? [1, 2] : [2, 1]);
		expect(found[0]?.muStar).toBeCloseTo(1, 9);
		expect(found[1]?.muStar).toBeCloseTo(2, 9);
		expect(() => morrisEffects(design, [[1, 2]])).toThrow("expected 3");
	});

	it("smaller than the rounding of the results are none", () => {
		const design = morrisDesign({ factors: 1, trajectories: 2, levels: 4, seed: 1 });
		const results = [
			[1, 1 + 1e-9],
			[1, 2],
		];
		expect(morrisEffects(design, results, { resolution: 1e-6 })[0]?.muStar).toBeCloseTo(0.75, 6);
	});
});

describe("published answers", () => {
	it("the test function of Morris (1991): inputs 8-10 are linear, 1-7 curved or bound up, 11-20 without effect", () => {
		const design = morrisDesign({ factors: 20, trajectories: 40, levels: 4, seed: 1991 });
		const found = effects(design, morris1991);
		for (const i of [7, 8, 9]) {
			expect(found[i]?.mu).toBeCloseTo(40, 9);
			expect(found[i]?.sigma).toBeCloseTo(0, 9);
		}
		for (let i = 10; i < 20; i++) expect(found[i]?.muStar).toBe(0);
		// Input 7 alone is curved: from 0 or 1/3 up by 2/3, effects 57.4 and 9.2 by hand.
		const seventh = found[6];
		expect(seventh?.muStar).toBeGreaterThan(9.2);
		expect(seventh?.muStar).toBeLessThan(57.4);
		expect(seventh?.largest).toBeCloseTo((40 * 1.1 * (2 / 3 / (2 / 3 + 0.1))) / (2 / 3), 9);
		for (let i = 0; i < 7; i++) expect(found[i]?.sigma as number).toBeGreaterThan(15);
		for (let i = 0; i < 6; i++) expect(found[i]?.muStar as number).toBeGreaterThan(30);
	});

	it("the g function on the four trajectories printed in Saltelli et al., Global Sensitivity Analysis: The Primer (2008), pages 123-127", () => {
		const [design, results] = primer();
		const found = morrisEffects(design, results);
		expect(found.map((e) => e.mu)).toEqual(near([-0.006, -0.078, -0.13, -0.004, 0.012, -0.004]));
		expect(found.map((e) => e.muStar)).toEqual(near([0.056, 0.277, 1.76, 1.185, 0.035, 0.099]));
		expect(found.map((e) => e.sigma)).toEqual(near([0.064, 0.321, 2.049, 1.37, 0.041, 0.122]));
	});
});

const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 3));

/** y = Σ β w + Σ β w w + Σ β w w w + Σ β w w w w, its random coefficients (mean 0) set to 0. */
function morris1991(x: readonly number[]): number {
	const w = x.map((v, i) =>
		[2, 4, 6].includes(i) ? 2 * ((1.1 * v) / (v + 0.1) - 0.5) : 2 * (v - 0.5),
	);
	const at = (i: number) => w[i] as number;
	let y = 0;
	for (let i = 0; i < 10; i++) y += 20 * at(i);
	for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) y -= 15 * at(i) * at(j);
	for (let i = 0; i < 5; i++)
		for (let j = i + 1; j < 5; j++) for (let l = j + 1; l < 5; l++) y -= 10 * at(i) * at(j) * at(l);
	return y + 5 * at(0) * at(1) * at(2) * at(3);
}

/** Trajectories as printed: start, order of the moves, direction by factor (thirds). */
function primer(): [MorrisDesign, number[][]] {
	const third = 1 / 3;
	const walk = (start: number[], order: number[], up: number[]) => ({
		start,
		order,
		step: up.map((sign) => 2 * sign * third),
	});
	const trajectories = [
		walk([0, 2 * third, 1, 0, 0, third], [5, 1, 0, 3, 2, 4], [1, -1, -1, 1, 1, 1]),
		walk([0, third, third, 1, 1, 2 * third], [1, 2, 0, 5, 4, 3], [1, 1, 1, -1, -1, -1]),
		walk([1, 2 * third, 0, 2 * third, 1, 0], [3, 0, 4, 1, 2, 5], [-1, -1, 1, -1, -1, 1]),
		walk([1, third, 2 * third, 1, 0, third], [5, 2, 3, 4, 1, 0], [-1, 1, -1, -1, 1, 1]),
	];
	const a = [78, 12, 0.5, 2, 97, 33];
	const g: Model = (x) =>
		x.reduce(
			(y, v, i) => (y * (Math.abs(4 * v - 2) + (a[i] as number))) / (1 + (a[i] as number)),
			1,
		);
	const design = { factors: 6, levels: 4, seed: 1, trajectories };
	return [design, run(design, g)];
}
