import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf } from "../../src/evidence/entries.ts";
import { figureOf, intervalOf } from "../../src/evidence/figure.ts";
import { filled } from "../../src/evidence/formula.ts";
import { webLink } from "../../src/lib/link.ts";
import { claimsAnswer } from "../../src/pages/evidence/claims/answer.ts";
import {
	FACETS,
	readChoices,
	slug,
	toggled,
	writeChoices,
} from "../../src/pages/evidence/claims/facets.ts";
import { indexed, select } from "../../src/pages/evidence/claims/select.ts";
import { readView } from "../../src/scenario/view.ts";
import { CLAIMS, claim, EVIDENCE, ledger } from "./ledger.ts";

const catalog = ledger();
const entries = entriesOf(catalog, EVIDENCE);
const index = indexed(entries, catalog);
const ids = (words: string, facets = "", order: "newest" | "used" | "doubt" = "newest") =>
	select(index, catalog, words, readChoices(facets), order).shown.map((entry) => entry.claim.id);
const spaced = (text: string) => text.replaceAll("\u202f", " ").replaceAll("\u00a0", " ");

describe("searching the claims", () => {
	it("finds by subject, other names, printed words, source and whom it quotes", () => {
		expect(ids("the pit")).toHaveLength(6);
		expect(ids("old hole")).toHaveLength(6);
		expect(ids("some 8,000")).toEqual(["echo"]);
		expect(ids("daily pit")).toEqual(["echo", "share"]);
		expect(ids("daily survey")).toEqual(["echo"]);
		expect(ids("title of survey_old")).toEqual(["old"]);
	});

	it("takes words in any order and letters of any case", () => {
		expect(ids("8,000 SOME")).toEqual(["echo"]);
		expect(ids("8,000 nowhere")).toEqual([]);
	});
});

describe("choices among the claims", () => {
	it("values of one facet are alternatives, facets narrow each other", () => {
		expect(ids("", "form.token~form.more_than")).toEqual(["held", "over"]);
		expect(ids("", "form.token~kind.region")).toEqual([]);
		expect(ids("", "confidence.low")).toEqual(["echo"]);
		expect(ids("", "source.survey_old")).toEqual(["old"]);
		expect(ids("", `publisher.${slug("The Daily Pit")}`)).toEqual(["echo", "share"]);
		expect(ids("", "year.none")).toEqual(["held"]);
		expect(ids("", "basis.none")).toEqual(["held"]);
	});

	it("a revised figure is told from one that counts, a failed one from one that holds", () => {
		expect(ids("", "standing.superseded")).toEqual(["old"]);
		expect(ids("", "verdict.arithmetic_error")).toEqual(["share"]);
		expect(ids("", "verdict.consistent")).toEqual(["world"]);
	});

	it("the number beside a choice is how many claims it would show", () => {
		const choices = readChoices("form.exact~kind.facility");
		const { options } = select(index, catalog, "", choices, "newest");
		for (const facet of FACETS)
			for (const { value, count } of options.get(facet.id) ?? []) {
				const only = new Map(choices).set(facet.id, new Set([value]));
				expect(
					select(index, catalog, "", only, "newest").shown,
					`${facet.id} ${value}`,
				).toHaveLength(count);
			}
	});

	it("an address keeps them, whatever order they were made in", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(
					fc.tuple(fc.constantFrom(...FACETS.map(({ id }) => id)), fc.stringMatching(/^\w{1,12}$/)),
					{ selector: ([facet, value]) => `${facet}.${value}` },
				),
				(pairs) => {
					const made = pairs.reduce(
						(choices, [facet, value]) => toggled(choices, facet, value),
						readChoices(""),
					);
					const written = writeChoices(made);
					expect(readView({ facets: written }).facets).toBe(written);
					expect(writeChoices(readChoices(written))).toBe(written);
					const undone = pairs.reduce((c, [facet, value]) => toggled(c, facet, value), made);
					expect(undone.size).toBe(0);
				},
			),
		);
	});

	it("a facet that is not known is no choice", () => {
		expect(readChoices("nonsense.x~.~form.~kind").size).toBe(0);
	});
});

describe("the order of the claims", () => {
	it("is by publication, by use in the model, or by doubt", () => {
		expect(ids("", "", "newest").at(-1)).toBe("old");
		expect(ids("", "", "used")[0]).toBe("new");
		expect(ids("", "", "doubt").slice(0, 2)).toEqual(["share", "new"]);
	});
});

it("2,000 claims are searched and counted in far less than a tenth of a second", () => {
	const many = ledger(
		Array.from({ length: 2000 }, (_, i) =>
			claim(`c${i}`, { value: i, printed: `${i} t`, note: "word ".repeat(60) }),
		),
	);
	const all = indexed(entriesOf(many, undefined), many);
	const start = performance.now();
	for (const words of ["1", "12", "12 ", "12 p", "12 pit"])
		select(all, many, words, readChoices("confidence.high"), "newest");
	expect((performance.now() - start) / 5).toBeLessThan(60);
});

describe("a claim read out", () => {
	it("keeps bounds, ranges, tokens and units apart", () => {
		const read = (id: string) =>
			spaced(figureOf(CLAIMS.find((some) => some.id === id) ?? claim("", {}), catalog.units));
		expect(read("new")).toBe("8 000 t/yr");
		expect(read("echo")).toBe("about 8 000 t/yr");
		expect(read("over")).toBe("more than 9 000 t/yr");
		expect(read("held")).toMatch(/^W: withheld/);
		expect(
			spaced(figureOf(claim("", { form: "range", low: 7500, high: 8500 }), catalog.units)),
		).toBe("7 500 to 8 500 t/yr");
		expect(figureOf(claim("", { form: "date", date: "2026-03-06" }), catalog.units)).toBe(
			"6 March 2026",
		);
	});

	it("an open bound is never read as a value", () => {
		expect(spaced(intervalOf({ low: 9000, high: Number.POSITIVE_INFINITY }, "t"))).toBe(
			"at least 9 000 t",
		);
		expect(spaced(intervalOf({ low: Number.NEGATIVE_INFINITY, high: 5 }, "%"))).toBe("at most 5 %");
	});

	it("says who says so and whom they quote", () => {
		const chain = (id: string) => entries.find((entry) => entry.claim.id === id)?.chain;
		expect(chain("echo")).toBe("The Daily Pit, 3 October 2025, quoting Survey Office");
		expect(chain("new")).toBe("Survey Office, February 2026");
	});
});

describe("a recomputation", () => {
	it("shows its formula with the figures filled in, each leading to its claim", () => {
		const parts = filled(EVIDENCE.verdicts[0] as never, catalog) ?? [];
		expect(spaced(parts.map(({ text }) => text).join(""))).toBe("8 000 t/yr ÷ 16 000 t/yr");
		expect(parts.flatMap(({ claim: id }) => id ?? [])).toEqual(["new", "world"]);
	});

	it("by an identity takes the whole from the subject it is a part of", () => {
		const verdict = { ...(EVIDENCE.verdicts[0] as object), by: "output / whole(output)" } as never;
		const parts = filled(verdict, catalog) ?? [];
		expect(parts.flatMap(({ claim: id }) => id ?? [])).toEqual(["new", "world"]);
	});
});

describe("what the claims come to", () => {
	it("is one sentence with its numbers, for what is shown", () => {
		expect(claimsAnswer(entries, entries.length, EVIDENCE, false)).toBe(
			"7 claims from 3 sources: 1 quantity in dispute, 1 figure fails its own arithmetic",
		);
		const world = entries.filter((entry) => entry.claim.id === "world");
		expect(claimsAnswer(world, entries.length, EVIDENCE, false)).toBe(
			"1 of 7 claims from 1 source: 0 quantities in dispute, 0 figures fail their own arithmetic",
		);
	});

	it("is awaited while the checks run, and says so where they came to nothing", () => {
		expect(claimsAnswer(entries, entries.length, undefined, true)).toBeNull();
		expect(claimsAnswer(entries, entries.length, undefined, false)).toBe(
			"7 claims, none of them checked",
		);
		expect(claimsAnswer([], 0, EVIDENCE, false)).toMatch(/^0 claims/);
	});
});

it("only addresses of the web are linked to", () => {
	for (const bad of ["javascript:alert(1)", "data:text/html,x", " https://x", "//x", "", null])
		expect(webLink(bad)).toBeNull();
	expect(webLink("https://survey.example/2026?a=1")).toBe("https://survey.example/2026?a=1");
});
