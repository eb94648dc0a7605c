import { describe, expect, test } from "vitest";
import { conflicts, unopenedRivals } from "../../../src/evidence/checks/index.ts";
import type { ClaimRow, Conflict } from "../../../src/evidence/types.ts";
import { ledgerOf, said } from "./made-up.ts";

const AUS = ["aus", "output", "t_per_year"] as const;
const by = (...source_ids: string[]) => ({ source_ids });

function only(...claims: readonly ClaimRow[]): Conflict {
	const found = conflicts(ledgerOf(...claims));
	expect(found).toHaveLength(1);
	return found[0] as Conflict;
}

describe("a conflict", () => {
	const a = said("a", AUS, 8000, by("study_a"));
	const b = said("b", AUS, 12, { ...by("study_b"), unit_id: "kt_per_year" });
	const echo = said("echo", AUS, 8000, by("paper_a", "study_a"));
	const second = said("second", AUS, 8000, by("paper_b", "study_a"));

	test("puts rival values on one axis in one unit and says how many voices they are", () => {
		const conflict = only(a, b, echo, second);
		expect(conflict).toMatchObject({
			quantity: "aus|output|||2025",
			unit: "t_per_year",
			origins: 2,
			figures: 2,
			spread: 1.5,
			sentence: "Four sources, two values; three repeat one origin (Institute A).",
		});
		expect(
			conflict.values.map(({ claim, value, echo }) => ({ claim, value, echo })).toSorted(byClaim),
		).toEqual([
			{ claim: "a", value: 8000, echo: false },
			{ claim: "b", value: 12_000, echo: false },
			{ claim: "echo", value: 8000, echo: true },
			{ claim: "second", value: 8000, echo: true },
		]);
	});

	test("is none where figures agree by their printed digits, or one merely repeats", () => {
		expect(conflicts(ledgerOf(a, echo, second))).toEqual([]);
		expect(conflicts(ledgerOf(a, said("c", AUS, 8100, by("study_b"))))).toEqual([]);
	});

	test("is none between bases, scopes or periods", () => {
		for (const change of [
			{ basis_id: "reo" },
			{ scope_id: "war" },
			{ as_of: "2024" },
			{ as_of: null },
		])
			expect(conflicts(ledgerOf(a, { ...b, ...change }))).toEqual([]);
	});

	test("shows superseded editions without counting them", () => {
		const revised = said("revised", AUS, 8000, { ...by("study_a"), revises_id: "old" });
		const old = said("old", AUS, 3000, by("study_a"));
		expect(conflicts(ledgerOf(old, revised))).toEqual([]);
		const conflict = only(old, revised, b);
		expect(conflict.spread).toBe(1.5);
		expect(conflict.values.find(({ claim }) => claim === "old")?.superseded).toBe(true);
	});

	test("shows what nobody opened without counting it", () => {
		const lead = said("lead", AUS, 90_000, { ...by("study_c"), confidence: "lead" });
		expect(conflicts(ledgerOf(a, lead))).toEqual([]);
		expect(only(a, b, lead)).toMatchObject({ origins: 2, spread: 1.5 });
		expect(only(a, b, lead).values).toHaveLength(3);
	});

	test("that only unopened sources make is told apart, and is no dispute", () => {
		const lead = said("lead", AUS, 16_000, { ...by("study_c"), confidence: "lead" });
		const recalled = said("recalled", AUS, 8000, { ...by("study_b"), confidence: "recalled" });
		const ledger = ledgerOf(a, lead, recalled);
		expect(conflicts(ledger)).toEqual([]);
		const [weak, ...rest] = unopenedRivals(ledger);
		expect(rest).toEqual([]);
		expect(weak).toMatchObject({ origins: 1, figures: 1, spread: 2 });
		expect(weak?.values.map(({ claim }) => claim)).toEqual(["a", "recalled", "lead"]);
		expect(weak?.sentence).toBe(
			"One source, one value; two more that nobody opened do not all agree, so it is not in dispute.",
		);
		expect(unopenedRivals(ledgerOf(a, b, lead))).toEqual([]);
		expect(unopenedRivals(ledgerOf(a, recalled))).toEqual([]);
	});

	test("of which nobody opened any source comes last and says so", () => {
		const bra = ["bra", "output", "t_per_year"] as const;
		const leads = [
			said("lead", bra, 10, { ...by("study_a"), confidence: "lead" }),
			said("recalled", bra, 900, { ...by("study_b"), confidence: "recalled" }),
		];
		const [first, last] = conflicts(ledgerOf(...leads, a, b));
		expect(first?.quantity).toBe("aus|output|||2025");
		expect(last).toMatchObject({ spread: 90, origins: 2 });
		expect(last?.sentence).toBe("Two sources, two values; nobody opened any of them.");
	});

	test("may be with a bound, which has no value", () => {
		const floor = said("floor", AUS, 9000, { ...by("study_b"), form: "at_least" });
		const conflict = only(a, floor);
		expect(conflict.values.find(({ claim }) => claim === "floor")).toMatchObject({
			value: null,
			interval: { low: 9000, high: Infinity },
		});
		expect(conflict.sentence).toBe("Two sources, one value and one bound.");
		expect(conflicts(ledgerOf(a, { ...floor, value: 7000 }))).toEqual([]);
	});

	test("may be about a date, in years", () => {
		const begun = (id: string, date: string) =>
			said(id, ["aus", "begun", ""], 0, {
				...by(id === "early" ? "study_a" : "study_b"),
				form: "date",
				value: null,
				unit_id: null,
				as_of: null,
				date,
			});
		const conflict = only(begun("early", "2025-01"), begun("late", "2027"));
		expect(conflict).toMatchObject({ unit: "year", spread: null });
		expect(conflict.values.map(({ value }) => Math.floor(value as number)).toSorted()).toEqual([
			2025, 2027,
		]);
		expect(conflicts(ledgerOf(begun("early", "2025-01"), begun("late", "2025")))).toEqual([]);
	});
});

test("a token, words and excluded or implied claims are on no axis", () => {
	const claims = [
		said("a", AUS, 8000, by("study_a")),
		said("b", AUS, 12_000, by("study_b")),
		said("token", AUS, 0, { form: "token", value: null, token: "W" }),
		said("words", AUS, 0, { form: "words", value: null }),
		said("excluded", AUS, 1, { standing: "excluded" }),
		said("implied", AUS, 1, { derivation: "implied" }),
	];
	expect(
		only(...claims)
			.values.map(({ claim }) => claim)
			.toSorted(),
	).toEqual(["a", "b"]);
});

test("the widest conflict comes first, whatever the order of the rows", () => {
	const claims = [
		said("a", AUS, 8000, by("study_a")),
		said("b", AUS, 9000, by("study_b")),
		said("c", ["bra", "output", "t_per_year"], 10, by("study_a")),
		said("d", ["bra", "output", "t_per_year"], 50, by("study_b")),
	];
	const forwards = conflicts(ledgerOf(...claims));
	expect(forwards.map(({ spread }) => spread)).toEqual([5, 1.125]);
	expect(conflicts(ledgerOf(...claims.toReversed()))).toEqual(forwards);
});

function byClaim(a: { claim: string }, b: { claim: string }): number {
	return a.claim < b.claim ? -1 : 1;
}
