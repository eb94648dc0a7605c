import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MixGraph, shareLabels } from "../../src/chain/diagnosis/proportional.ts";

/** Vertices from lists of [source, weight]. */
function graph(sources: readonly (readonly (readonly [number, number])[])[]): MixGraph {
	const start = [0];
	for (const list of sources) start.push((start.at(-1) as number) + list.length);
	return {
		size: sources.length,
		start: Int32Array.from(start),
		from: Int32Array.from(sources.flat(), ([v]) => v),
		weight: Float64Array.from(sources.flat(), ([, w]) => w),
	};
}

describe("proportional sharing", () => {
	it.each([0.3, 0.9, 0.99999])("is exact in a loop that keeps %f of each pass", (w) => {
		// a = w·b + (1−w)·L0, b = w·a + (1−w)·L1, so a holds 1 / (1 + w) of L0
		const mix = graph([
			[
				[1, w],
				[2, 1 - w],
			],
			[
				[0, w],
				[3, 1 - w],
			],
			[],
			[],
		]);
		const shares = shareLabels(mix, Int32Array.of(-1, -1, 0, 1), 2);
		expect(shares[0]).toBeCloseTo(1 / (1 + w), 9);
		expect(shares[1]).toBeCloseTo(w / (1 + w), 9);
		expect((shares[2] as number) + (shares[3] as number)).toBeCloseTo(1, 9);
	});

	it("passes a label on through a vertex that feeds itself", () => {
		const mix = graph([
			[
				[0, 0.5],
				[1, 0.5],
			],
			[],
		]);
		expect(shareLabels(mix, Int32Array.of(-1, 0), 1)[0]).toBeCloseTo(1, 12);
	});

	it("leaves a closed loop that nothing enters unlabelled", () => {
		const mix = graph([[[1, 1]], [[0, 1]], []]);
		expect([...shareLabels(mix, Int32Array.of(-1, -1, 0), 1)]).toEqual([0, 0, 1]);
	});

	it("satisfies its own equation and sums to 1 in any mix that sources feed", () => {
		const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
			minLength: 8,
			maxLength: 8,
		});
		fc.assert(
			fc.property(fc.array(weights, { minLength: 5, maxLength: 5 }), (rows) => {
				const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
				const mixing = rows.map((row) => row.map((w, v) => [v, w / total(row)] as const));
				const shares = shareLabels(
					graph([...mixing, [], [], []]),
					Int32Array.of(-1, -1, -1, -1, -1, 0, 1, 2),
					3,
				);
				mixing.forEach((row, i) => {
					const own = [0, 1, 2].map((l) => shares[i * 3 + l] as number);
					own.forEach((share, l) => {
						const mixed = row.reduce((sum, [v, w]) => sum + w * (shares[v * 3 + l] as number), 0);
						expect(share).toBeCloseTo(mixed, 9);
					});
					expect(total(own)).toBeCloseTo(1, 9);
				});
			}),
		);
	});
});
