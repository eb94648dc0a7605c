import { describe, expect, test } from "vitest";
import { lpBuilder } from "../../src/lp/index.ts";
import { solver } from "./helpers.ts";

/** Choose among 60 projects under five budgets; worth and use are closely related, so bounds close slowly. */
function projects(count: number) {
	const lp = lpBuilder("projects");
	const first = lp.columns({
		family: "build",
		count,
		unit: "",
		labelOf: String,
		upper: 1,
		integer: true,
	});
	const budget = lp.rows({ family: "budget", count: 5, unit: "USD", labelOf: String });
	for (let b = 0; b < 5; b++) {
		let sum = 0;
		for (let k = 0; k < count; k++) {
			const use = 10 + ((k * 37 + b * 61 + k * k * (b + 3)) % 83);
			lp.entry(budget + b, first + k, use);
			sum += use;
		}
		lp.rowBounds(budget + b, -Infinity, Math.floor(sum / 2));
	}
	for (let k = 0; k < count; k++) lp.cost(first + k, -(60 + ((k * 29) % 23)));
	return lp.build();
}

describe("integer models", () => {
	const model = projects(30);
	const best = solver.solve(model);

	test("the optimum is whole, keeps every budget, and its gap is closed", () => {
		expect(best).toMatchObject({ status: "optimal", hasSolution: true });
		expect(best.gap).toBeLessThan(1e-6);
		for (const x of best.colValue) expect(Math.abs(x - Math.round(x))).toBeLessThan(1e-6);
		for (let b = 0; b < 5; b++)
			expect(best.rowValue[b]).toBeLessThanOrEqual((model.rowUpper[b] as number) + 1e-6);
	});

	test("with a gap allowed the answer is within it of the optimum, and says how near", () => {
		const near = solver.solve(model, { relativeGap: 0.05 });
		expect(near.status).toBe("optimal");
		expect(near.gap).toBeLessThanOrEqual(0.05);
		expect(near.objective).toBeLessThanOrEqual(best.objective * 0.95);
	});

	test("stopped on the way, the best answer so far is kept", () => {
		const big = projects(60);
		const result = solver.solve(big, { timeLimitSeconds: 0.3 });
		expect(result.status).toBe("time limit");
		expect(result.hasSolution).toBe(true);
		expect(result.gap).toBeGreaterThan(0);
		for (let b = 0; b < 5; b++)
			expect(result.rowValue[b]).toBeLessThanOrEqual((big.rowUpper[b] as number) + 1e-6);
	});

	test("progress of branch and cut is the part of the gap that is closed", () => {
		const seen: number[] = [];
		const result = solver.solve(projects(60), {
			timeLimitSeconds: 5,
			onProgress: ({ done, total, task }) => {
				expect(task).toContain("branch and cut");
				expect(total).toBe(1);
				seen.push(done);
			},
			signal: {
				get aborted() {
					return seen.length >= 5;
				},
			},
		});
		expect(result.status).toBe("cancelled");
		for (const done of seen) expect(done).toBeLessThanOrEqual(1);
	});

	test("ranging is refused: it is for linear models", () => {
		using session = solver.open(model);
		session.solve();
		expect(() => session.ranging()).toThrow("integer columns");
	});
});
