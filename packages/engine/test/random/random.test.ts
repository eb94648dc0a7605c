import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pcg32, splitMix64, stream } from "../../src/random/index.ts";

describe("generators repeat their published outputs", () => {
	it("PCG32: round 1 of pcg32-demo, seed 42, sequence 54", () => {
		const { next, below } = pcg32(42n, 54n);
		expect(Array.from({ length: 6 }, next)).toEqual([
			0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e,
		]);
		const coins = Array.from({ length: 65 }, () => (below(2) ? "H" : "T")).join("");
		expect(coins).toBe("HHTTTHTHHHTHTTTHHHHHTTTHHHTHTHTHTTHTTTHHHHHHTTTTHHTTTTTHTTTTTTTHT");
		const rolls = Array.from({ length: 33 }, () => below(6) + 1).join(" ");
		expect(rolls).toBe("3 4 1 1 2 2 3 2 4 3 2 4 3 3 5 2 3 1 3 1 5 1 4 1 5 6 4 6 6 2 6 3 3");
	});

	it("PCG32: the 64-bit state is that of whole-number arithmetic after 2,000 steps", () => {
		const { next } = pcg32(0xfedcba9876543210n, 0x7fffffffffffffffn);
		let last = 0;
		for (let k = 0; k < 2000; k++) last = next();
		expect(last).toBe(slowPcg32(0xfedcba9876543210n, 0x7fffffffffffffffn, 2000));
	});

	it("SplitMix64: seed 1234567", () => {
		const next = splitMix64(1234567n);
		expect(Array.from({ length: 5 }, next)).toEqual([
			6457827717110365317n,
			3203168211198807973n,
			9817491932198370423n,
			4593380528125082431n,
			16408922859458223821n,
		]);
	});
});

describe("a stream", () => {
	const draws = (seed: number, index: number, n = 8) => {
		const { next } = stream(seed, index);
		return Array.from({ length: n }, () => next());
	};

	it("is fixed by seed and index, and another for any other", () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), fc.nat(), (seed, index) => {
				expect(draws(seed, index)).toEqual(draws(seed, index));
				expect(draws(seed, index)).not.toEqual(draws(seed, index + 1));
				if (seed < Number.MAX_SAFE_INTEGER)
					expect(draws(seed, index)).not.toEqual(draws(seed + 1, index));
			}),
		);
	});

	it("gives numbers in [0, 1) that fill it evenly, also across neighbouring streams", () => {
		const cells = new Array<number>(10).fill(0);
		for (let index = 0; index < 10_000; index++) {
			const [value = 1] = draws(7, index, 1);
			cells[Math.floor(10 * value)] = (cells[Math.floor(10 * value)] as number) + 1;
		}
		const chiSquare = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
		expect(chiSquare).toBeLessThan(27.9); // 9 degrees of freedom: exceeded once in a thousand
	});

	it("draws whole numbers below any limit, and refuses a limit that is none", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), fc.nat(), (n, seed) => {
				const value = stream(seed, 0).integer(n);
				expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true);
			}),
		);
		expect(() => stream(1, 0).integer(0)).toThrow(RangeError);
		expect(() => stream(0.5, 0)).toThrow(RangeError);
		expect(() => stream(1, -1)).toThrow(RangeError);
	});
});

/** The algorithm as printed in the paper, on whole numbers without a limit. */
function slowPcg32(seed: bigint, sequence: bigint, draws: number): number {
	const mask = (1n << 64n) - 1n;
	const increment = ((sequence << 1n) | 1n) & mask;
	const step = (state: bigint) => (state * 6364136223846793005n + increment) & mask;
	let state = step((step(0n) + seed) & mask);
	let out = 0n;
	for (let k = 0; k < draws; k++) {
		const shifted = (((state >> 18n) ^ state) >> 27n) & 0xffffffffn;
		const turn = state >> 59n;
		out = ((shifted >> turn) | (shifted << (-turn & 31n))) & 0xffffffffn;
		state = step(state);
	}
	return Number(out);
}
