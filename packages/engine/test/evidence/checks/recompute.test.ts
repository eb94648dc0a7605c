import { describe, expect, test } from "vitest";
import { parseDimension } from "../../../src/dataset/index.ts";
import { parseFormula } from "../../../src/evidence/checks/formula.ts";
import { type Amount, recompute } from "../../../src/evidence/checks/recompute.ts";

function amount(face: number, low: number, high: number, dimension = "1"): Amount {
	return { face, interval: { low, high }, dimension: parseDimension(dimension) ?? new Map() };
}

function run(text: string, amounts: Readonly<Record<string, Amount>>) {
	const parsed = parseFormula(text);
	if (!parsed.ok) throw new Error(parsed.reason);
	return recompute(parsed.formula, ({ id }) => amounts[id] ?? `\`${id}\` prints no number`);
}

const made = amount(1000, 975, 1025, "mass/time");
const all = amount(300_000, 292_500, 307_500, "mass/time");

describe("a result is as wide as its figures, and of their dimension", () => {
	test("a share of two flows is a pure number", () => {
		// 975 / 307,500 = 0.003171 and 1,025 / 292,500 = 0.003504
		const result = run("made / all", { made, all });
		if (!result.ok) throw new Error(result.reason);
		expect(result.amount.face).toBeCloseTo(1 / 300, 12);
		expect(result.amount.interval.low).toBeCloseTo(975 / 307_500, 12);
		expect(result.amount.interval.high).toBeCloseTo(1025 / 292_500, 12);
		expect(result.amount.dimension.size).toBe(0);
	});

	test("a stock over a rate is a time", () => {
		const rounds = amount(17_000, 16_500, 17_500);
		const rate = amount(500 * 365.25, 480 * 365.25, 520 * 365.25, "1/time");
		const result = run("rounds / rate", { rounds, rate });
		if (!result.ok) throw new Error(result.reason);
		expect(result.amount.face * 365.25).toBeCloseTo(34, 9);
		expect([...result.amount.dimension]).toEqual([["time", 1]]);
	});

	test("a bound stays half of a line", () => {
		const result = run("a * b", { a: amount(80, 80, Infinity), b: amount(12.7, 12.65, 12.75) });
		if (!result.ok) throw new Error(result.reason);
		expect(result.amount.interval).toEqual({ low: 80 * 12.65, high: Infinity });
	});

	test("powers of what may be negative", () => {
		const a = amount(1, -2, 3);
		for (const [text, low, high] of [
			["a ^ 2", 0, 9],
			["a ^ 3", -8, 27],
			["a ^ 0", 1, 1],
		] as const) {
			const result = run(text, { a });
			expect(result.ok && result.amount.interval).toEqual({ low, high });
		}
		const square = run("made ^ 2", { made });
		expect(square.ok && [...square.amount.dimension].sort()).toEqual([
			["mass", 2],
			["time", -2],
		]);
	});
});

describe("there is no result", () => {
	test.each([
		["made + n", "`+` of mass/time and 1"],
		["max(made, n)", "`max` of mass/time and 1"],
		["made / zero", "divides by what may be zero"],
		["n / wide", "divides by what may be zero"],
		["wide ^ -1", "divides by what may be zero"],
		["n ^ n", "an exponent must be a plain number"],
		["made ^ 0.5", "a broken exponent needs a positive base without a dimension"],
		["wide ^ 0.5", "a broken exponent needs a positive base without a dimension"],
		["n ^ 1000", "an exponent is at most 100"],
		["n / gone", "`gone` prints no number"],
	])("of %s: %s", (text, reason) => {
		const amounts = { made, n: amount(2, 1, 3), zero: amount(0, 0, 0), wide: amount(1, -1, 2) };
		expect(run(text, amounts)).toEqual({ ok: false, reason });
	});
});
