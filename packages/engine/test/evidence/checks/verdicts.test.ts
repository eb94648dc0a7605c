import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdicts } from "../../../src/evidence/checks/index.ts";
import type { ClaimRow, Verdict } from "../../../src/evidence/types.ts";
import { claim, ledgerOf, said } from "./made-up.ts";

const SHARE = ["aus", "share_of_world", "percent"] as const;
const WORLD = ["world", "output", "t_per_year"] as const;
const AUS = ["aus", "output", "t_per_year"] as const;

function verdictOf(id: string, ...claims: readonly ClaimRow[]): Verdict {
	const found = verdicts(ledgerOf(...claims)).find((verdict) => verdict.claim === id);
	if (found === undefined) throw new Error(`no verdict on ${id}`);
	return found;
}

describe("a claim with a formula", () => {
	const plant = said("plant", AUS, 1000, { printed: "1,000 tonnes" });
	const country = said("country", WORLD, 300_000, { printed: "300,000 tonnes" });
	const share = (value: number, change: Partial<ClaimRow> = {}): ClaimRow =>
		said("share", SHARE, value, { printed: `${value}%`, formula: "plant / country", ...change });

	test("1,000 of 300,000 printed as 0.003 % is an arithmetic error by 100, and the reason is named", () => {
		const verdict = verdictOf("share", plant, country, share(0.003));
		expect(verdict).toMatchObject({
			verdict: "arithmetic error",
			by: "plant / country",
			factor: 100,
			inputs: ["plant", "country"],
			found: { low: 0.0025, high: 0.0035 },
		});
		// 975 / 307,500 and 1,025 / 292,500 in percent
		expect(verdict.expected?.low).toBeCloseTo(0.31707, 5);
		expect(verdict.expected?.high).toBeCloseTo(0.35043, 5);
		expect(verdict.sentence).toContain("a fraction printed as a percentage");
		expect(verdict.sentence).toContain("0.3333 %");
	});

	test.each([0.33, 0.3, 0.34])("%d % is consistent by its printed digits", (value) => {
		expect(verdictOf("share", plant, country, share(value)).verdict).toBe("consistent");
	});

	test("0.4 % is not, and nothing explains it", () => {
		const verdict = verdictOf("share", plant, country, share(0.4, { printed: "0.40%" }));
		expect(verdict.verdict).toBe("arithmetic error");
		expect(verdict.factor).toBeCloseTo(0.8333, 3);
		expect(verdict.sentence).not.toContain("printed as");
	});

	test("a slipped digit is named by its power of ten", () => {
		const verdict = verdictOf("share", plant, country, share(3.3));
		expect(verdict).toMatchObject({ verdict: "arithmetic error", factor: 0.1 });
		expect(verdict.sentence).toContain("off by a factor of 10");
	});

	test("the right number in the wrong unit is named", () => {
		const one = said("one", ["dart", "range", "km"], 120);
		const two = said("two", ["dart", "range", "mile"], 120, { formula: "one" });
		const verdict = verdictOf("two", one, two);
		expect(verdict.verdict).toBe("arithmetic error");
		expect(verdict.factor).toBeCloseTo(1 / 1.609344, 5);
		expect(verdict.sentence).toContain("kilometre printed as mile");
	});

	test("a bound is consistent unless nothing beyond it fits", () => {
		const bounded = (form: ClaimRow["form"], value: number) =>
			verdictOf("share", plant, country, share(value, { form })).verdict;
		expect(bounded("more_than", 0.2)).toBe("consistent");
		expect(bounded("at_most", 0.33)).toBe("consistent");
		expect(bounded("at_most", 0.2)).toBe("arithmetic error");
		expect(bounded("more_than", 0.5)).toBe("arithmetic error");
		const atLeast = { ...plant, form: "at_least" as const };
		expect(verdictOf("share", atLeast, country, share(5)).verdict).toBe("consistent");
		expect(verdictOf("share", atLeast, country, share(0.1)).verdict).toBe("arithmetic error");
	});

	test("2.00 % as “less than 2 %” holds by the printed digits, and the sentence says so", () => {
		const sixth = { ...plant, value: 6000, printed: "6,000 tonnes" };
		const verdict = verdictOf("share", sixth, country, share(2, { form: "less_than" }));
		expect(verdict.verdict).toBe("consistent");
		expect(verdict.sentence).toContain("at face value it is exactly that");
	});

	test.each<[ClaimRow["form"], number, string]>([
		["less_than", 1.98, "not at face value"],
		["more_than", 2, "exactly that"],
		["more_than", 2.02, "not at face value"],
		["at_most", 1.98, "not at face value"],
		["at_least", 2.02, "not at face value"],
		["less_than", 2.02, ""],
		["more_than", 1.98, ""],
		["at_most", 2, ""],
		["at_least", 2, ""],
		["exact", 2, ""],
	])("2.00 %% printed as %s %d %% holds; “%s”", (form, value, what) => {
		const sixth = { ...plant, value: 6000, printed: "6,000 tonnes" };
		const verdict = verdictOf("share", sixth, country, share(value, { form }));
		expect(verdict.verdict).toBe("consistent");
		if (what === "") expect(verdict.sentence).not.toContain("only by the printed digits");
		else expect(verdict.sentence).toContain(what);
	});

	test("the boundary is met whatever binary fractions make of it", () => {
		// 0.07 is 7 × 0.01 only but for the last binary digit.
		for (const percent of [7, 14, 28, 29, 55, 57, 58]) {
			const part = { ...plant, value: 3000 * percent, printed: `${3000 * percent}` };
			const verdict = verdictOf("share", part, country, share(percent, { form: "less_than" }));
			expect(verdict.sentence, String(percent)).toContain("exactly that");
		}
	});

	test.each<[string, string, Partial<ClaimRow>]>([
		[
			"a formula that cannot be read",
			"character 6, `;` has no meaning here",
			{ formula: "plant;" },
		],
		["code", "`eval` is no function", { formula: "eval(plant)" }],
		["a property", "`.` has no meaning here", { formula: "plant.constructor" }],
		["an unknown claim", "names no claim: plnat", { formula: "plnat / country" }],
		["another dimension", "gives mass/time, the claim is 1", { formula: "plant + country" }],
		[
			"zero below the line",
			"divides by what may be zero",
			{ formula: "plant / (country - country)" },
		],
	])("cannot be checked with %s", (_what, why, change) => {
		const verdict = verdictOf("share", plant, country, share(1, change));
		expect(verdict.verdict).toBe("cannot check");
		expect(verdict.sentence).toContain(why);
	});

	test("cannot be checked over a figure that was withheld", () => {
		const withheld = { ...plant, form: "token" as const, token: "W" as const, value: null };
		expect(verdictOf("share", withheld, country, share(1))).toMatchObject({
			verdict: "cannot check",
			sentence: expect.stringContaining("`plant` prints no number"),
		});
	});
});

describe("a claim without a formula", () => {
	const paper = { source_ids: ["paper_a"] };
	const survey = { source_ids: ["survey_2026"] };

	test("is recomputed by an identity from its own source's figures", () => {
		const world = said("world_output", WORLD, 390_000, paper);
		const own = said("own_output", AUS, 270_000, paper);
		const right = said("share", SHARE, 69, paper);
		expect(verdictOf("share", world, own, right)).toMatchObject({
			verdict: "consistent",
			by: "output / whole(output)",
			inputs: ["own_output", "world_output"],
		});
		const wrong = said("share", SHARE, 44, paper);
		expect(verdictOf("share", world, own, wrong).verdict).toBe("arithmetic error");
	});

	test("is not called wrong by other sources' figures, but confirmed by them", () => {
		const world = said("world_output", WORLD, 390_000, survey);
		const own = said("own_output", AUS, 270_000, survey);
		expect(verdictOf("share", world, own, said("share", SHARE, 69, paper)).verdict).toBe(
			"consistent",
		);
		const against = verdictOf("share", world, own, said("share", SHARE, 44, paper));
		expect(against.verdict).toBe("cannot check");
		expect(against.sentence).toContain("69.23 %");
	});

	test("is not recomputed from another period, basis or scope, nor from what does not count", () => {
		const world = said("world_output", WORLD, 390_000, paper);
		const share = said("share", SHARE, 44, paper);
		for (const change of [
			{ as_of: "2019" },
			{ basis_id: "reo" },
			{ scope_id: "war" },
			{ standing: "excluded" as const },
			{ derivation: "implied" as const },
			{ confidence: "lead" as const },
		]) {
			const own = said("own_output", AUS, 270_000, { ...paper, ...change });
			expect(verdictOf("share", world, own, share)).toMatchObject({
				verdict: "cannot check",
				by: null,
			});
		}
	});

	test("is recomputed from the newest edition only", () => {
		const world = said("world_output", WORLD, 390_000, paper);
		const old = said("old", AUS, 170_000, paper);
		const revised = said("revised", AUS, 270_000, { ...paper, revises_id: "old" });
		const verdict = verdictOf("share", world, old, revised, said("share", SHARE, 44, paper));
		expect(verdict).toMatchObject({
			verdict: "arithmetic error",
			inputs: ["revised", "world_output"],
		});
	});
});

test("every claim has one verdict, whatever its form", () => {
	const claims = [
		claim("number"),
		claim("words", { form: "words", value: null, unit_id: null }),
		claim("token", { form: "token", value: null, token: "NA" }),
		claim("date", {
			attribute_id: "begun",
			form: "date",
			value: null,
			unit_id: null,
			date: "2025",
		}),
	];
	const found = verdicts(ledgerOf(...claims));
	expect(found.map((verdict) => verdict.claim)).toEqual(["date", "number", "token", "words"]);
});

describe("whatever the figures", () => {
	const value = fc.integer({ min: 101, max: 9_999 }).map((n) => n / 10);
	const formula = fc.constantFrom<readonly [string, (a: number, b: number, c: number) => number]>(
		["a / b", (a, b) => a / b],
		["(a - b) / c", (a, b, c) => (a - b) / c],
		["a * b / c", (a, b, c) => (a * b) / c],
		["sum(a, b, c)", (a, b, c) => a + b + c],
	);
	const FIGURE = ["dart", "used_share", "one"] as const;

	test("a claim worked out from its inputs is consistent, to three digits or more", () => {
		fc.assert(
			fc.property(
				value,
				value,
				value,
				formula,
				fc.integer({ min: 3, max: 9 }),
				(a, b, c, f, digits) => {
					const [text, of] = f;
					fc.pre(of(a, b, c) !== 0);
					const printed = Number(of(a, b, c).toPrecision(digits));
					const result = said("r", FIGURE, printed, { formula: text });
					const verdict = verdictOf("r", ...inputs(a, b, c), result);
					expect(verdict.verdict, verdict.sentence).toBe("consistent");
				},
			),
		);
	});

	test("a claim that is off by a hundred is an arithmetic error by a hundred", () => {
		fc.assert(
			fc.property(value, value, fc.constantFrom(100, 0.01), (a, b, factor) => {
				const printed = Number(((a / b) * factor).toPrecision(6));
				const result = said("r", FIGURE, printed, { formula: "a / b" });
				const verdict = verdictOf("r", ...inputs(a, b, 1), result);
				expect(verdict).toMatchObject({ verdict: "arithmetic error", factor: 1 / factor });
			}),
		);
	});

	test("an input that is off by a hundred is found", () => {
		fc.assert(
			fc.property(value, value, value, formula, (a, b, c, [text, of]) => {
				fc.pre(of(a, b, c) !== 0 && Math.abs(of(a * 100, b, c) / of(a, b, c)) > 1.1);
				const printed = Number(of(a, b, c).toPrecision(6));
				const result = said("r", FIGURE, printed, { formula: text });
				expect(verdictOf("r", ...inputs(a * 100, b, c), result).verdict).toBe("arithmetic error");
			}),
		);
	});

	function inputs(a: number, b: number, c: number): ClaimRow[] {
		const of = (id: string, n: number) =>
			said(id, FIGURE, Number(n.toPrecision(6)), { scope_id: "war" });
		return [of("a", a), of("b", b), of("c", c)];
	}
});
