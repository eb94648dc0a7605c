import { describe, expect, test } from "vitest";
import { resolveAll } from "../../src/evidence/index.ts";
import { claim, packageOf, ranged, resolved, roleOf, withTables } from "./package.ts";

describe("origins count once", () => {
	const a = claim("a", { value: 6000 });
	const b = claim("b", { value: 9000, source_ids: ["study_b"] });

	test("ten outlets that repeat one study are one claim", () => {
		const echoes = Array.from({ length: 10 }, (_, i) =>
			claim(`echo_${i}`, { value: 9000, source_ids: [`paper_${i % 2 ? "a" : "b"}`, "study_b"] }),
		);
		expect(resolved([a, b, ...echoes]).value).toBe(7500);
	});

	test("the one read at its origin speaks, not the rounder echo", () => {
		const echo = claim("echo", {
			form: "about",
			value: 10000,
			source_ids: ["paper_a", "study_b"],
		});
		expect(resolved([b, echo]).value).toBe(9000);
	});

	test("a source that prints two figures spans both", () => {
		const other = claim("z_other", { value: 8000, source_ids: ["study_b"] });
		const resolution = resolved([b, other]);
		expect(resolution.value).toBe(9000);
		expect(resolution.distribution?.low).toBe(7800);
		expect(roleOf(resolution, "z_other")).toBe("used");
	});

	test("rivals beyond their ranges are warned of", () => {
		expect(resolved([a, b]).warnings).toEqual([
			"Sources that count disagree beyond their ranges: Institute A says 5,850 to 6,150 t/yr " +
				"and Institute B says 8,775 to 9,225 t/yr.",
		]);
	});
});

describe("the rules", () => {
	const official = claim("official", { value: 7777, source_ids: ["survey_2025"] });
	const study = claim("study", { value: 9000 });

	test("newest official hears nobody else, and says when they disagree", () => {
		const resolution = resolved([official, study], { rule: "newest_official" });
		expect(resolution.value).toBe(7777);
		expect(resolution.warnings).toHaveLength(1);
		expect(resolved([study], { rule: "newest_official" }).value).toBeNull();
	});

	test("an official figure through a paper is official", () => {
		const quoted = claim("quoted", { source_ids: ["paper_a", "survey_2026"] });
		expect(resolved([quoted], { rule: "newest_official" }).value).toBe(8000);
	});

	test("range spans all and takes the middle", () => {
		const claims = [ranged("a", 6000, 7000), ranged("b", 9000, 10000, { source_ids: ["study_b"] })];
		const resolution = resolved(claims, { rule: "range", shape: "uniform" });
		const distribution = { shape: "uniform", low: 6000, middle: 8000, high: 10000 };
		expect([resolution.value, resolution.distribution]).toEqual([8000, distribution]);
	});

	test("a range beside other figures gives no top to a triangle: nobody printed its middle", () => {
		const others = [
			claim("low", { value: 5000 }),
			claim("high", { value: 9000, source_ids: ["study_b"] }),
		];
		const range = ranged("range", 6000, 7000, { source_ids: ["study_c"] });
		const resolution = resolved([...others, range]);
		expect([resolution.value, resolution.distribution?.shape]).toEqual([6500, "uniform"]);
		expect(resolution.steps).toContain(
			"Uniform: nobody printed the middle of a range as the likeliest figure.",
		);
		expect(resolved([range]).distribution?.shape).toBe("triangular");
	});

	test.each([
		["median_independent", 30],
		["range", 55],
	] as const)("every one of many origins counts under %s", (rule, expected) => {
		const outlets = ["survey_2025", "survey_2026", "study_a", "study_b", "study_c"];
		const values = [10, 20, 30, 90, 100];
		const claims = values.map((value, i) =>
			claim(`c${i}`, { value, source_ids: [outlets[i] as string] }),
		);
		for (const order of [claims, claims.toReversed()]) {
			const resolution = resolved(order, { rule });
			expect(resolution.value).toBe(expected);
			expect(resolution.groups.map(({ origin }) => origin)).toEqual(outlets.toSorted());
		}
	});

	test("override is the analyst's, with the reason", () => {
		const resolution = resolved([study], {
			rule: "override",
			override_value: 8500,
			override_low: 8000,
			override_high: 9500,
		});
		expect(resolution.distribution).toMatchObject({ low: 8000, middle: 8500, high: 9500 });
		expect(resolution.steps).toContain("The analyst's own figure is 8,500: For the test");
		expect(roleOf(resolution, "study")).toBe("excluded");
	});

	test("fixed has no spread", () => {
		const fixed = resolved([ranged("x", 7000, 9000)], { shape: "fixed" });
		expect(fixed.distribution).toEqual({ shape: "fixed", low: 8000, middle: 8000, high: 8000 });
	});

	test("unopened sources count only where nothing opened does, and it is said", () => {
		const lead = claim("lead", { value: 5000, confidence: "lead", source_ids: ["paper_a"] });
		expect(resolved([study, lead]).value).toBe(9000);
		const alone = resolved([lead]);
		expect(alone.value).toBe(5000);
		expect(alone.warnings).toContain("Nobody opened a source of this number.");
	});
});

describe("a lone figure without a range", () => {
	const assumed = (claims: Parameters<typeof packageOf>[0]) => {
		const pkg = packageOf(claims);
		const row = {
			...(pkg.tables.assumptions[0] as (typeof pkg.tables.assumptions)[number]),
			id: "a_spread_medium",
			value: 0.15,
		};
		const assumptions = [...pkg.tables.assumptions, row];
		return [...resolveAll(withTables(pkg, { assumptions })).values()][0];
	};

	test("is as far off as the spread assumed for its confidence", () => {
		const lone = assumed([claim("lone")]);
		expect(lone?.distribution).toMatchObject({ low: 6800, middle: 8000, high: 9200 });
		expect(lone?.sourceIds).toEqual(["a_spread_medium", "study_a"]);
		expect(lone?.steps).toContain(
			"A lone figure without a range: with the spread of its confidence (a_spread_medium) " +
				"6,800 to 9,200 t/yr.",
		);
	});

	test("stays so with an echo, and within a bound", () => {
		const echo = claim("echo", { source_ids: ["paper_a", "study_a"] });
		const bound = claim("bound", { form: "at_least", value: 7000, source_ids: ["paper_b"] });
		expect(assumed([claim("lone"), echo])?.distribution).toMatchObject({ low: 6800, high: 9200 });
		expect(assumed([claim("lone"), bound])?.distribution).toMatchObject({ low: 7000, high: 9200 });
	});

	test("a range or a second origin speaks for itself", () => {
		const range = ranged("range", 7900, 8100);
		const second = claim("second", { source_ids: ["study_b"] });
		expect(assumed([range])?.distribution).toMatchObject({ low: 7900, high: 8100 });
		expect(assumed([claim("lone"), second])?.distribution).toMatchObject({ low: 7800, high: 8200 });
	});
});
