import type { Highs, Model } from "highs";
import { describe, expect, test } from "vitest";
import { loadHighs } from "../../src/lp/loader.ts";
import { openSession } from "../../src/lp/session.ts";
import type { LpResult, SolveOptions } from "../../src/lp/types.ts";
import { plain } from "./helpers.ts";

const highs = await loadHighs({});
const model = plain(
	[
		{ name: "x", cost: 1 },
		{ name: "y", cost: 2 },
	],
	[{ name: "need", terms: { x: 1, y: 1 }, lower: 3 }],
);

/** The real solver, whose runs end in an error while `fails` says so. */
function failing(fails: (solver: unknown, run: number) => boolean, error?: Error): Highs {
	let runs = 0;
	const wrap = (native: Model) =>
		new Proxy(native, {
			get(target, key) {
				const value = Reflect.get(target, key);
				if (key !== "run") return typeof value === "function" ? value.bind(target) : value;
				return (...given: Parameters<Model["run"]>) => {
					if (fails(target.options.get("solver"), runs++))
						throw error ?? new highs.errors.HighsError("run failed with HiGHS status -1", "run");
					return target.run(...given);
				};
			},
		});
	return new Proxy(highs, {
		get: (target, key) =>
			key === "createModel"
				? (...given: Parameters<Highs["createModel"]>) => wrap(target.createModel(...given))
				: Reflect.get(target, key),
	});
}

function solveOn(solver: Highs, options: SolveOptions): LpResult {
	using session = openSession(solver, model, () => undefined);
	return session.solve(options);
}

describe("a run that ends in an error", () => {
	test.each(["simplex", "ipm"] as const)("of the %s asked for comes back as failed", (method) => {
		const result = solveOn(
			failing(() => true),
			{ method },
		);
		expect(result).toMatchObject({ status: "failed", hasSolution: false, method });
		expect(result.message).toMatch(/status -1/);
		expect(result.colValue).toEqual(Float64Array.of(Number.NaN, Number.NaN));
	});

	test("is tried once more with the other method when none was asked for", () => {
		const result = solveOn(
			failing((solver) => solver === "simplex"),
			{ method: "auto" },
		);
		expect(result).toMatchObject({
			status: "optimal",
			objective: 3,
			method: "ipm after simplex",
		});
		expect(result.message).toBeUndefined();
	});

	test("of both methods is a failure that says what was tried", () => {
		const result = solveOn(
			failing(() => true),
			{},
		);
		expect(result).toMatchObject({ status: "failed", method: "ipm after simplex" });
	});

	test("leaves a session that can be solved again", () => {
		const solver = failing((_, run) => run === 0);
		using session = openSession(solver, model, () => undefined);
		expect(session.solve({ method: "simplex" }).status).toBe("failed");
		expect(session.getBasis()).toBeNull();
		expect(session.solve({ method: "simplex" })).toMatchObject({ status: "optimal", objective: 3 });
	});

	test("in the caller's own code is not swallowed", () => {
		const solver = failing(() => true, new TypeError("no such page"));
		expect(() => solveOn(solver, {})).toThrow("no such page");
	});
});

test("a model whose costs the solver takes for infinite fails with a reason", () => {
	const huge = plain([{ name: "x", cost: 1e25 }], [{ name: "need", terms: { x: 1 }, lower: 1 }]);
	using session = openSession(highs, huge, () => undefined);
	const result = session.solve();
	expect(result.status).toBe("failed");
	expect(result.message).toMatch(/solver/);
});
