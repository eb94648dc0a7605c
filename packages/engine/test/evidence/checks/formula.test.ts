import fc from "fast-check";
import { evaluate } from "mathjs";
import { describe, expect, test } from "vitest";
import { MAX_DEPTH, MAX_LENGTH, parseFormula } from "../../../src/evidence/checks/formula.ts";
import { recompute } from "../../../src/evidence/checks/recompute.ts";

const NUMBERS = new Map([
	["a", 3],
	["b", 5],
	["c_1", 0.25],
	["d", 7],
]);

function result(text: string): number {
	const parsed = parseFormula(text);
	if (!parsed.ok) throw new Error(`${parsed.at}: ${parsed.reason}`);
	const recomputed = recompute(parsed.formula, ({ id }) => {
		const face = NUMBERS.get(id);
		return face === undefined
			? `no ${id}`
			: { face, interval: { low: face, high: face }, dimension: new Map() };
	});
	if (!recomputed.ok) throw new Error(recomputed.reason);
	const { face, interval } = recomputed.amount;
	const dust = 1e-9 * (1 + Math.abs(face));
	expect(interval.low).toBeLessThanOrEqual(face + dust);
	expect(interval.high).toBeGreaterThanOrEqual(face - dust);
	return face;
}

describe("a formula is arithmetic", () => {
	test.each([
		["a + b * 2", 13],
		["(a + b) * 2", 16],
		["a - b - d", -9],
		["d / a / b", 7 / 15],
		["2 ^ 3 ^ 2", 512],
		["-a ^ 2", -9],
		["(-a) ^ 2", 9],
		["2 ^ -1", 0.5],
		["min(a, b, d) + max(a, b) + sum(a, b, d)", 3 + 5 + 15],
		["1.5e3 * c_1", 375],
		[".5 + 1.", 1.5],
	])("%s", (text, value) => {
		expect(result(text)).toBeCloseTo(value, 12);
	});

	test("with the value that a general evaluator gives, for any formula", () => {
		const atom = fc.oneof(
			fc.constantFrom("a", "b", "c_1", "d"),
			fc.integer({ min: 1, max: 99 }).map(String),
			fc.double({ min: 0.01, max: 99, noNaN: true }).map((n) => n.toFixed(3)),
		);
		const { formula } = fc.letrec<{ formula: string }>((tie) => ({
			formula: fc.oneof(
				{ maxDepth: 5, depthIdentifier: "formula" },
				atom,
				fc
					.tuple(tie("formula"), fc.constantFrom("+", "-", "*", "/"), tie("formula"))
					.map(([l, o, r]) => `${l} ${o} ${r}`),
				tie("formula").map((inner) => `(${inner})`),
				tie("formula").map((inner) => `-(${inner})`),
				fc.tuple(atom, fc.constantFrom(0, 1, 2, 3)).map(([base, n]) => `${base}^${n}`),
				fc.tuple(tie("formula"), tie("formula")).map(([l, r]) => `min(${l}, ${r})`),
				fc.tuple(tie("formula"), tie("formula")).map(([l, r]) => `max(${l}, ${r})`),
			),
		}));
		fc.assert(
			fc.property(formula, (text) => {
				const expected = Number(evaluate(text, Object.fromEntries(NUMBERS)));
				fc.pre(Number.isFinite(expected) && Math.abs(expected) < 1e12);
				let own: number;
				try {
					own = result(text);
				} catch (fault) {
					// A division by what is exactly zero somewhere within is refused, not infinite.
					fc.pre(!(fault as Error).message.includes("zero"));
					throw fault;
				}
				expect(own).toBeCloseTo(expected, 6 - Math.ceil(Math.log10(1 + Math.abs(expected))));
			}),
			{ numRuns: 500 },
		);
	});
});

describe("anything else is refused, with the place", () => {
	test.each([
		["", 1],
		["   ", 4],
		["a = 3", 3],
		["f(x) = 2", 6],
		["a.b", 2],
		['a["b"]', 2],
		["a[0]", 2],
		["[1, 2]", 1],
		["{a: 1}", 1],
		['"text"', 1],
		["a; b", 2],
		["a ? b : 1", 3],
		["a == b", 3],
		["a > b", 3],
		["a % b", 3],
		["50%", 3],
		["a!", 2],
		["a'", 2],
		["2 a", 3],
		["a b", 3],
		["2a", 2],
		["1,000 / a", 2],
		["0x10", 2],
		["1e999", 1],
		["a # note", 3],
		["a // note", 4],
		["a ** 2", 4],
		["a +", 4],
		["* a", 1],
		["(a", 1],
		["a)", 2],
		["min()", 5],
		["min(a,)", 7],
		["sqrt(a)", 1],
		["whole(a)", 1],
		['import("fs")', 8],
		["constructor(a)", 1],
		["require(a)", 1],
		["eval(a)", 1],
		["__proto__(a)", 1],
		["a\u200b+ b", 2],
		["a × b", 3],
		["a − b", 3],
		["=1+1", 1],
		["<script>", 1],
	])("%j at %i", (text, at) => {
		expect(parseFormula(text)).toMatchObject({ ok: false, at });
	});

	test("names of objects are only names, looked up nowhere", () => {
		for (const name of ["constructor", "__proto__", "toString", "process", "globalThis"]) {
			const parsed = parseFormula(name);
			expect(parsed).toEqual({ ok: true, formula: { kind: "name", id: name, whole: false } });
			expect(() => result(name)).toThrow(`no ${name}`);
		}
	});

	test("nesting deeper than a person writes, however it is written", () => {
		for (const text of [
			`${"(".repeat(900)}1${")".repeat(900)}`,
			`${"-".repeat(1900)}1`,
			`${"2^".repeat(900)}2`,
			`${"min(".repeat(390)}1${")".repeat(390)}`,
		]) {
			expect(parseFormula(text)).toMatchObject({
				ok: false,
				reason: `nested more than ${MAX_DEPTH} deep`,
			});
		}
		expect(parseFormula(`${"(".repeat(20)}1${")".repeat(20)}`).ok).toBe(true);
	});

	test("text longer than a formula, before it is read", () => {
		expect(parseFormula("1+".repeat(MAX_LENGTH))).toMatchObject({ ok: false, at: MAX_LENGTH + 1 });
		expect(parseFormula(`1${"+1".repeat((MAX_LENGTH - 1) / 2)}`).ok).toBe(true);
	});

	test("any text at all, without an error thrown", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(typeof parseFormula(text, true).ok).toBe("boolean");
			}),
		);
	});
});

test("an identity may ask for an attribute of the whole, and only so", () => {
	expect(parseFormula("output / whole(output)", true)).toEqual({
		ok: true,
		formula: {
			kind: "binary",
			operator: "/",
			left: { kind: "name", id: "output", whole: false },
			right: { kind: "name", id: "output", whole: true },
		},
	});
	for (const text of ["whole(1)", "whole(a + b)", "whole(a, b)", "whole(whole(a))"])
		expect(parseFormula(text, true)).toMatchObject({ ok: false, at: 1 });
});
