import { describe, expect, test } from "vitest";
import { findings } from "../../../src/evidence/checks/index.ts";
import { openLedger } from "../../../src/evidence/ledger.ts";
import type { ClaimRow } from "../../../src/evidence/types.ts";
import { ledgerOf, said } from "./made-up.ts";

const AUS = ["aus", "output", "t_per_year"] as const;
const SHARE = ["aus", "share_of_world", "percent"] as const;
const by = (...source_ids: string[]) => ({ source_ids });

/** What is found, as `kind: doubted < witnesses`. */
function found(...claims: readonly ClaimRow[]): string[] {
	return findings(ledgerOf(...claims)).map(
		({ kind, claims, against }) => `${kind}: ${claims.join(" ")} < ${against.join(" ")}`,
	);
}

describe("rival values of one quantity", () => {
	const a = said("a", AUS, 8000, by("study_a"));
	const b = (change: Partial<ClaimRow> = {}) =>
		said("b", AUS, 9000, { ...by("study_b"), ...change });

	test("two origins beyond their ranges contradict; the worse attested is doubted", () => {
		expect(found(a, b())).toEqual(["contradiction between: a < b"]);
		expect(found(a, b({ confidence: "low" }))).toEqual(["contradiction between: b < a"]);
	});

	test("the figure that fewer origins bear out is doubted, however well attested", () => {
		const c = said("c", AUS, 9010, by("study_c"));
		const strong = { ...a, confidence: "high" as const };
		expect(found(strong, b(), c)).toEqual(["contradiction between: a < c b"]);
	});

	test("money of two currencies is not compared", () => {
		const price = ["aus", "output", "usd_per_kg"] as const;
		const dear = said("dear", price, 900, { ...by("study_b"), unit_id: "cny_per_kg" });
		expect(found(said("usd", price, 60, by("study_a")), dear)).toEqual([]);
		expect(
			found(said("usd", price, 60, by("study_a")), { ...dear, unit_id: "usd_per_kg" }),
		).toEqual(["contradiction between: usd < dear"]);
	});

	test("an echo is no second witness, and is doubted with what it repeats", () => {
		const echo = said("echo", AUS, 9000, by("paper_a", "study_b"));
		const strong = { ...a, confidence: "high" as const };
		expect(found(strong, b(), echo)).toEqual(["contradiction between: b echo < a"]);
	});

	test("an origin testifies once, however many outlets repeat it in whatever unit", () => {
		const weak = { ...a, confidence: "low" as const };
		const echoes = [
			said("echo", AUS, 9, {
				...by("paper_a", "study_b"),
				unit_id: "kt_per_year",
				printed: "9.00 kt",
			}),
			said("later", AUS, 9000, by("paper_b", "study_b")),
		];
		expect(found(weak, b(), ...echoes)).toEqual(["contradiction between: a < b"]);
		const [finding] = findings(ledgerOf(weak, b(), ...echoes));
		expect(finding?.sentence.match(/Institute B/g)).toHaveLength(1);
		// Another figure of that origin is another testimony.
		const other = said("other", AUS, 12_000, by("paper_b", "study_b"));
		const against = findings(ledgerOf(weak, b(), other)).find(({ claims }) => claims[0] === "a");
		expect(against?.against).toEqual(["b", "other"]);
	});

	test("no pair is told twice, with roles changed", () => {
		const c = said("c", AUS, 12_000, { ...by("study_c"), confidence: "low" });
		const strong = { ...a, confidence: "high" as const };
		expect(found(strong, b(), c)).toEqual([
			"contradiction between: b < a",
			"contradiction between: c < a b",
		]);
	});

	test("two figures that one wide range bears out alike still contradict each other", () => {
		const wide = said("wide", AUS, 0, {
			...by("survey_2026"),
			form: "range",
			value: null,
			low: 7900,
			high: 9100,
			confidence: "high",
		});
		expect(found(a, b(), wide)).toEqual(["contradiction between: a < b"]);
	});

	test("what one outlet prints of two origins is not told again of those origins", () => {
		const first = said("first", AUS, 8000, { ...by("paper_a", "study_a"), confidence: "low" });
		const second = said("second", AUS, 9000, by("paper_a", "study_b"));
		const direct = said("direct", AUS, 9000, { ...by("study_b"), confidence: "high" });
		expect(found(first, second, direct)).toEqual(["contradiction within: first second < direct"]);
		// A third origin is another disagreement.
		const third = said("third", AUS, 12_000, { ...by("study_c"), confidence: "high" });
		expect(found(first, second, direct, third).toSorted()).toEqual([
			"contradiction between: direct second < third",
			"contradiction between: first < third",
			"contradiction within: first second < direct",
		]);
	});

	test("outlets that name one origin for different figures are told so", () => {
		const misquote = said("misquote", AUS, 5000, by("paper_a", "study_a"));
		const [only, ...rest] = findings(ledgerOf(a, misquote));
		expect(rest).toEqual([]);
		expect(only).toMatchObject({ claims: ["misquote"], against: ["a"], source: "paper_a" });
		expect(only?.sentence).toContain("name one origin for different figures");
	});

	test("two figures of one outlet cannot both hold", () => {
		const other = said("b", AUS, 9000, by("study_a"));
		expect(found(a, other)).toEqual(["contradiction within: b a < "]);
	});

	test("a value outside a bound breaks it", () => {
		const floor = said("b", AUS, 9000, { ...by("study_b"), form: "at_least", confidence: "high" });
		expect(found(a, floor)).toEqual(["broken bound: a < b"]);
		expect(found(a, { ...floor, value: 7000 })).toEqual([]);
		expect(found(a, { ...floor, form: "at_most" })).toEqual([]);
	});

	test("units are converted before they are compared", () => {
		expect(found(a, b({ value: 8, unit_id: "kt_per_year" }))).toEqual([]);
		expect(found(a, b({ value: 9.5, unit_id: "kt_per_year" }))).toHaveLength(1);
	});

	test.each<[string, Partial<ClaimRow>]>([
		["another basis", { basis_id: "reo" }],
		["another scope", { scope_id: "war" }],
		["another period", { as_of: "2024" }],
		["a running total of one more month", { as_of: "2025-01", as_of_end: "2025-11" }],
		["no date", { as_of: null }],
		["figures that meet by their printed digits", { value: 8200 }],
		["a range that holds the figure", { form: "range", value: null, low: 7000, high: 9000 }],
		["a token", { form: "token", value: null, token: "W" }],
		["an excluded claim", { standing: "excluded" }],
		["an implied claim", { derivation: "implied" }],
		["a source that nobody opened", { confidence: "unverified" }],
		["a later edition", { revises_id: "a" }],
	])("%s is no contradiction", (_what, change) => {
		expect(found(a, b(change))).toEqual([]);
	});

	test("editions of one survey revise each other even where no row says so", () => {
		const edition = (id: string, title: string) => ({
			id,
			title,
			publisher: "Office",
			url: null,
			published: null,
			kind: "official" as const,
			note: null,
		});
		const ledger = ledgerOf(
			said("a", AUS, 8000, by("e1")),
			said("b", AUS, 13_000, by("e2")),
			said("c", AUS, 20_000, by("other")),
		);
		const sources = [
			edition("e1", "Summaries 2025: ores"),
			edition("e2", "Summaries 2026: ores, version 1.3"),
			edition("other", "Yearbook 2026: ores"),
		];
		const { pkg } = ledger;
		const reopened = openLedger({ ...pkg, tables: { ...pkg.tables, sources } });
		const found = findings(reopened);
		expect(found.length).toBeGreaterThan(0);
		for (const { claims, against } of found) {
			expect(claims.includes("a") && against.includes("b")).toBe(false);
			expect(claims.includes("b") && against.includes("a")).toBe(false);
		}
	});
});

describe("a share", () => {
	test("that stands alone against the neighbouring years is doubted", () => {
		const alone = said("alone", SHARE, 44, by("paper_a"));
		const others = ["study_a", "study_b", "study_c"].map((source, i) =>
			said(source, SHARE, 69 + i, { ...by(source), as_of: "2024" }),
		);
		expect(found(alone, ...others)).toEqual([
			"contradiction between: alone < study_c study_b study_a",
		]);
		expect(found(alone, ...others.slice(1))).toEqual([]);
		expect(found({ ...alone, value: 62 }, ...others)).toEqual([]);
		const longAgo = others.map((other) => ({ ...other, as_of: "2019" }));
		expect(found(alone, ...longAgo)).toEqual([]);
		const again = said("again", SHARE, 71, { ...by("study_b"), as_of: "2026" });
		expect(found(alone, ...others.slice(0, 2), again)).toEqual([]);
	});

	test("contradicts its own numerator and denominator as others print them", () => {
		const share = said("share", SHARE, 44, by("paper_a"));
		const parts = [
			said("part", AUS, 270_000, by("survey_2026")),
			said("whole", ["world", "output", "t_per_year"], 390_000, by("survey_2026")),
		];
		const [finding, ...rest] = findings(ledgerOf(share, ...parts));
		expect(rest).toEqual([]);
		expect(finding).toMatchObject({
			kind: "contradiction between",
			claims: ["share"],
			against: ["part", "whole"],
		});
		// 69.23 / 44
		expect(finding?.factor).toBeCloseTo(1.5734, 4);
		expect(found({ ...share, value: 66 }, ...parts)).toEqual([]);
	});

	test("that rivals and its own tonnages contradict is told once, with both testimonies", () => {
		const share = said("share", SHARE, 44, { ...by("paper_a"), confidence: "low" });
		const echo = said("echo", SHARE, 44, { ...by("paper_b", "paper_a"), confidence: "low" });
		const claims = [
			share,
			echo,
			said("rival", SHARE, 69, by("study_b")),
			said("part", AUS, 270_000, by("survey_2026")),
			said("whole", ["world", "output", "t_per_year"], 390_000, by("survey_2026")),
		];
		expect(found(...claims)).toEqual(["contradiction between: share echo < rival part whole"]);
		const [finding] = findings(ledgerOf(...claims));
		expect(finding?.sentence).toContain("against “69” (Institute B); and “");
		expect(finding?.sentence).toContain("69.23 %");
	});

	test("fits one of two counts printed beside it and a published stock", () => {
		const war = { ...by("paper_a"), scope_id: "war" };
		const share = said("share", ["dart", "used_share", "percent"], 25, war);
		const more = said("more", ["dart", "expended", "one"], 150, { ...war, form: "more_than" });
		const least = said("least", ["dart", "expended", "one"], 80, { ...war, form: "at_least" });
		const stock = said("stock", ["dart", "stock", "one"], 600, by("study_a"));
		expect(found(share, more, least, stock)).toEqual([
			"contradiction within: least < share more stock",
		]);
		expect(found(share, more, least)).toEqual([]);
		expect(found(share, more, least, { ...stock, value: 320 })).toEqual([
			"contradiction within: more < share least stock",
		]);
		expect(found(share, more, least, { ...stock, value: 1500 })).toEqual([]);
		expect(found(share, more, { ...least, value: 140 }, stock)).toEqual([]);
		const unopened = { ...stock, confidence: "lead" as const };
		expect(findings(ledgerOf(share, more, least, unopened))[0]?.sentence).toContain("not opened");
	});

	test("fits only gross, not net of what was produced beside it; so does the rest of its list", () => {
		const list = (munition: string, share: number, expended: number, produced: number) => [
			said(`${munition}_share`, [munition, "decrease", "percent"], share, by("paper_a")),
			said(`${munition}_expended`, [munition, "expended", "one"], expended, by("paper_a")),
			said(`${munition}_produced`, [munition, "produced", "one"], produced, by("paper_a")),
		];
		const stock = said("stock", ["dart", "stock", "one"], 500, by("study_a"));
		const dart = list("dart", 33, 159, 87);
		const spear = list("spear", 17, 280, 187);
		expect(found(...dart, ...spear, stock)).toEqual([
			"other reading: dart_share < dart_expended dart_produced stock",
			"other reading: spear_share < spear_expended spear_produced dart_share",
		]);
		const [first, second] = findings(ledgerOf(...dart, ...spear, stock));
		// 72 / 159 of 33 % and 93 / 280 of 17 %
		expect(first?.sentence).toContain("14.94 %");
		expect(second?.sentence).toContain("5.646 %");
		expect(found(...dart, ...spear)).toEqual([]);
		expect(found(...list("dart", 14, 159, 87), ...spear, stock)).toEqual([]);
		expect(found(...dart, ...list("spear", 3, 268, 0), stock)).toHaveLength(1);
	});
});

describe("a part that exceeds its whole", () => {
	const part = said("part", AUS, 3800, { ...by("paper_a"), as_of: "2022" });
	const whole = said("whole", ["world", "output", "t_per_year"], 3390, {
		...by("paper_a"),
		as_of: "2023",
	});

	test("is doubted, with dates within a year", () => {
		expect(found(part, whole)).toEqual(["part exceeds whole: part < whole"]);
		expect(found(part, { ...whole, as_of: "2024" })).toEqual([]);
		expect(found(part, { ...whole, basis_id: "reo" })).toEqual([]);
		expect(found(part, { ...whole, scope_id: "war" })).toEqual([]);
		expect(found(part, { ...whole, value: 3900 })).toEqual([]);
		expect(found({ ...part, form: "at_most" }, whole)).toEqual([]);
	});

	test("exceeds every whole that others print for that date", () => {
		const small = { ...whole, ...by("study_a") };
		const large = { ...whole, ...by("study_b"), id: "large", value: 9000 };
		expect(found(part, small).filter((line) => line.startsWith("part"))).toHaveLength(1);
		expect(found(part, small, large).filter((line) => line.startsWith("part"))).toEqual([]);
	});

	test("may also outgrow what its whole grows to", () => {
		const later = said("later", ["world", "output", "t_per_year"], 8140, {
			...by("paper_a"),
			as_of: "2032",
			form: "more_than",
		});
		const forecast = said("forecast", AUS, 36_000, { ...by("paper_a"), as_of: "2035" });
		// 3,390 to 8,140 in nine years is 10.2 % a year, so about 10,900 three years on
		expect(found(forecast, whole, later)).toEqual(["part exceeds whole: forecast < later whole"]);
		expect(found({ ...forecast, value: 11_000 }, whole, later)).toEqual([]);
		expect(found({ ...forecast, as_of: "2040" }, whole, later)).toEqual([]);
	});

	test("throws doubt on the whole where parts of several subjects exceed it", () => {
		const other = { ...part, id: "other", subject_id: "bra" };
		expect(found(part, other, whole)).toEqual(["part exceeds whole: whole < other part"]);
	});

	test("an amount of a month is not held against the whole of a day", () => {
		const month = said("month", ["aus", "expended", "one"], 90, { as_of: "2025-06" });
		const day = said("day", ["world", "expended", "one"], 5, { as_of: "2025-06-13" });
		expect(found(month, day)).toEqual([]);
		expect(found(day, { ...month, subject_id: "world", value: 3 }, day)).toEqual([]);
	});
});

describe("figures of two subjects that look exchanged", () => {
	const content = (id: string, subject: string, value: number, source: string) =>
		said(id, [subject, "content", "t_per_unit"], value, {
			...by(source),
			as_of: null,
			confidence: source.startsWith("paper") ? "low" : "medium",
		});
	const swapped = (...claims: readonly ClaimRow[]) =>
		found(...claims).filter((line) => line.startsWith("swapped"));
	const others = [
		content("frigate_a", "frigate", 2.36, "study_a"),
		content("boat_a", "boat", 4.17, "study_a"),
	];

	test("are found where another source prints both the other way round", () => {
		const printed = [content("f", "frigate", 4.5, "paper_a"), content("b", "boat", 1.5, "paper_a")];
		expect(swapped(...printed, ...others)).toEqual(["swapped: b f < boat_a frigate_a"]);
		const dissent = [content("f_c", "frigate", 5, "study_c"), content("b_c", "boat", 2, "study_c")];
		// Two origins now print the frigate as the larger: the third is doubted.
		expect(swapped(...printed, ...others, ...dissent)).toEqual([
			"swapped: boat_a frigate_a < b_c f_c b f",
		]);
	});

	test("are not told again as contradictions, but what else contradicts them is", () => {
		const printed = [content("f", "frigate", 4.5, "paper_a"), content("b", "boat", 1.5, "paper_a")];
		expect(found(...printed, ...others)).toEqual(["swapped: b f < boat_a frigate_a"]);
		const third = content("boat_c", "boat", 9, "study_c");
		expect(found(...printed, ...others, third)).toEqual([
			"swapped: b f < boat_a frigate_a",
			"contradiction between: b < boat_c",
			"contradiction between: boat_a < boat_c",
		]);
	});

	test("are not, where they only differ", () => {
		const printed = [content("f", "frigate", 1.1, "paper_a"), content("b", "boat", 1.5, "paper_a")];
		expect(swapped(...printed, ...others)).toEqual([]);
	});
});

test("what is found does not depend on the order of the rows", () => {
	const claims = [
		said("a", AUS, 8000, by("study_a")),
		said("b", AUS, 9000, by("study_b")),
		said("c", AUS, 12_000, by("paper_a")),
		said("d", AUS, 12_100, by("paper_a", "study_c")),
	];
	const forwards = findings(ledgerOf(...claims));
	expect(forwards.length).toBeGreaterThan(0);
	expect(findings(ledgerOf(...claims.toReversed()))).toEqual(forwards);
});
