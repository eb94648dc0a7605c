import { describe, expect, test } from "vitest";
import {
	claimInterval,
	openLedger,
	resolutionOf,
	resolveAll,
	resolvePackage,
} from "../../src/evidence/index.ts";
import { claim, packageOf, ranged, resolved, roleOf, small, withTables } from "./package.ts";

describe("the small package, worked by hand", () => {
	const output = resolutionOf(small, {
		table: "references",
		row: "mine_aus_2025",
		column: "value",
	});
	const pit = resolutionOf(small, {
		table: "capacities",
		row: "pit_plant|2024-01-01",
		column: "nameplate_t_per_year",
	});

	test("the survey's newest edition gives the output, 8,000 t to 2.5 %", () => {
		expect(output.value).toBe(8000);
		const distribution = { shape: "triangular", low: 7800, middle: 8000, high: 8200 };
		expect(output.distribution).toEqual(distribution);
		expect(output.sourceIds).toEqual(["small_survey"]);
	});

	test("each claim on the output has its role", () => {
		expect(output.roles.map(({ claim, role }) => [claim, role])).toEqual([
			["aus_output_new", "used"],
			["aus_output_old", "superseded"],
			["aus_output_paper", "not official"],
			["aus_output_study", "not official"],
		]);
	});

	test("the bound on the pit limits its range and gives no value", () => {
		expect(pit.value).toBe(10000);
		expect(roleOf(pit, "pit_nameplate_bound")).toBe("bound");
		expect(pit.distribution).toMatchObject({ low: 9750, middle: 10000, high: 10250 });
		expect(pit.groups.find(({ voice }) => voice === "pit_nameplate_bound")?.value).toBeNull();
	});

	test("nothing differs from what the rows state, so the package is the same object", () => {
		expect(resolvePackage(small)).toBe(small);
	});

	test("who says so is said in words", () => {
		const ledger = openLedger(small);
		expect(ledger.attribution(ledger.claim("aus_output_paper"))).toBe(
			"The Daily Pit, quoting Pit Institute",
		);
		expect(ledger.published(ledger.claim("aus_output_paper"))).toBe("2025-10");
		expect(ledger.editions("aus_output_new").map(({ id }) => id)).toEqual([
			"aus_output_old",
			"aus_output_new",
		]);
	});
});

describe("no claim is dropped in silence", () => {
	const claims = [
		claim("a", { value: 7000 }),
		claim("b", { value: 9000, source_ids: ["study_b"] }),
		claim("c", { value: 8500, source_ids: ["study_c"] }),
		claim("echo_of_b", { value: 9000, source_ids: ["paper_a", "study_b"] }),
		claim("excluded", { standing: "excluded", note: "A misprint", source_ids: ["paper_b"] }),
		claim("implied", { derivation: "implied", source_ids: ["paper_b"] }),
		claim("lead", { confidence: "lead", source_ids: ["paper_b"] }),
		claim("bound", { form: "at_least", value: 6000, source_ids: ["paper_b"] }),
		claim("withheld", { form: "token", value: null, token: "W", source_ids: ["survey_2026"] }),
		claim("yuan", { unit_id: "cny_per_kg", source_ids: ["paper_b"] }),
	];

	test("every one of the quantity has exactly one role", () => {
		const { roles } = resolved(claims);
		expect(roles.map(({ claim, role }) => [claim, role])).toEqual([
			["a", "used"],
			["b", "used"],
			["bound", "bound"],
			["c", "used"],
			["echo_of_b", "echo"],
			["excluded", "excluded"],
			["implied", "implied"],
			["lead", "unopened"],
			["withheld", "no number"],
			["yuan", "no number"],
		]);
	});

	test.each(["a", "b", "c"])("without %s the number is another", (id) => {
		const all = resolved(claims);
		const fewer = resolved(claims.filter((row) => row.id !== id && row.id !== `echo_of_${id}`));
		expect([fewer.value, fewer.distribution]).not.toEqual([all.value, all.distribution]);
	});
});

describe("a bound is never a value", () => {
	const bound = claim("bound", { form: "at_least", value: 9000 });

	test("alone it leaves a gap, and the model keeps its stated number", () => {
		const only = resolved([bound]);
		expect(only.value).toBeNull();
		expect(only.distribution).toBeNull();
		expect(only.steps.at(-1)).toBe(
			"The model keeps the number that is stated in its row: 8,000 t.",
		);
		expect(only.warnings).toEqual(["Only bounds count: Institute A says 9,000 t/yr or more."]);
		expect(resolvePackage(packageOf([bound])).tables.references).toEqual(small.tables.references);
	});

	test.each(["at_least", "more_than", "at_most", "less_than"] as const)(
		"%s has no value",
		(form) => {
			const only = resolved([claim("bound", { form })]);
			expect([only.value, roleOf(only, "bound")]).toEqual([null, "bound"]);
			const beside = resolved([claim("bound", { form }), claim("b", { source_ids: ["study_b"] })]);
			const { low, high } = beside.distribution ?? { low: 0, high: 0 };
			const [least, most] =
				form.endsWith("least") || form.startsWith("more") ? [8000, 9000] : [0, 8000];
			expect([low >= least, high <= most, low < high]).toEqual([true, true, true]);
		},
	);

	test("beside a value it cuts the range", () => {
		const value = claim("value", {
			value: 10000,
			low: 8000,
			high: 12000,
			source_ids: ["study_b"],
		});
		const both = resolved([bound, value]);
		expect(both.value).toBe(10000);
		expect(both.distribution).toMatchObject({ low: 9000, high: 12000 });
	});

	test("beside a range without a figure in it, it leaves the range as it is printed", () => {
		const range = ranged("range", 8000, 12000, { source_ids: ["study_b"] });
		expect(resolved([bound, range]).distribution).toEqual(resolved([range]).distribution);
	});

	test("that the value breaks it is warned of, and changes nothing", () => {
		const value = claim("value", { value: 8050, source_ids: ["study_b"] });
		const both = resolved([bound, value]);
		expect(both.distribution).toEqual(resolved([value]).distribution);
		expect(both.warnings).toContain(
			"Institute A says 9,000 t/yr or more; the number breaks this bound.",
		);
	});
});

describe("units and bases are never mixed", () => {
	test("kilograms count as tonnes", () => {
		const kg = claim("kg", { value: 8_000_000, unit_id: "kg_per_year", printed: "8,000 t" });
		expect(resolved([kg]).value).toBe(8000);
	});

	test("per cent become fractions", () => {
		const share = claim("share", {
			attribute_id: "share_of_world_output",
			value: 50,
			unit_id: "percent",
			printed: "50.0 %",
		});
		const change = {
			attribute_id: "share_of_world_output",
			row_key: "magnet_share_usa_2025",
			unit_id: "fraction",
		};
		const resolution = resolved([share], change);
		expect(resolution.value).toBe(0.5);
		expect(resolution.distribution).toMatchObject({ low: 0.4995, high: 0.5005 });
	});

	test("another basis, scope, attribute, subject or year is another quantity", () => {
		const own = claim("own");
		const strangers = [
			claim("gross", { basis_id: "gross", value: 90000 }),
			claim("no_basis", { basis_id: null, value: 90000 }),
			claim("scoped", { scope_id: "pit", value: 90000 }),
			claim("capacity", { attribute_id: "capacity_nameplate", value: 90000 }),
			claim("world", { subject_id: "world", value: 90000 }),
			claim("earlier", { as_of: "2024", value: 90000 }),
			claim("undated", { as_of: null, value: 90000 }),
		];
		expect(resolved([own, ...strangers])).toEqual(resolved([own]));
	});

	test.each([
		["2025-04", null, true],
		["2025-04-04", null, true],
		["2023", "2025", true],
		["2024", "2024-12", false],
		["2026", null, false],
	])("a claim of %s to %s is about 2025: %s", (as_of, as_of_end, matches) => {
		expect(resolved([claim("x", { as_of, as_of_end })]).value).toBe(matches ? 8000 : null);
	});

	test("a month is not its year, where a figure for the year is there", () => {
		const year = claim("year", { value: 7000, source_ids: ["survey_2025"] });
		const month = claim("december", {
			as_of: "2025-12",
			value: 900,
			unit_id: "t_per_month",
			printed: "900",
			source_ids: ["survey_2026"],
		});
		for (const rule of ["newest_official", "median_independent", "range"] as const) {
			const resolution = resolved([year, month], { rule });
			expect(resolution.value).toBe(7000);
			expect(roleOf(resolution, "december")).toBe("older");
		}
		expect(resolved([month]).warnings).toContain("Only figures for a part of 2025 are known.");
	});

	test("a level holds at any date of the year", () => {
		const level = { attribute_id: "capacity_nameplate" };
		const claims = [
			claim("year", { ...level, value: 7000 }),
			claim("day", { ...level, as_of: "2025-06", value: 9000, source_ids: ["study_b"] }),
		];
		expect(resolved(claims, level).value).toBe(8000);
	});

	test("the factor turns the claims' figure into the model's", () => {
		const half = resolved([ranged("x", 7000, 9000)], { factor: 0.5 });
		expect(half.value).toBe(4000);
		expect(half.distribution).toMatchObject({ low: 3500, middle: 4000, high: 4500 });
	});
});

describe("a later edition is never lost", () => {
	const first = claim("first", { value: 7500, source_ids: ["survey_2025"] });
	const second = claim("second", {
		value: 7800,
		source_ids: ["survey_2026"],
		revises_id: "first",
	});

	test.each(["newest_official", "median_independent", "range"] as const)("under %s", (rule) => {
		const resolution = resolved([second, first], { rule });
		expect(resolution.value).toBe(7800);
		expect(roleOf(resolution, "first")).toBe("superseded");
	});

	test("not even without the link, for the newest official", () => {
		const unlinked = { ...second, revises_id: null };
		const resolution = resolved([unlinked, first], { rule: "newest_official" });
		expect(resolution.value).toBe(7800);
		expect(roleOf(resolution, "first")).toBe("older");
	});

	test("where no period is asked for, the figure for the latest one is the newest", () => {
		const earlier = claim("earlier", { as_of: "2024", value: 7500, source_ids: ["survey_2026"] });
		const later = claim("later", { as_of: "2025", value: 7800, source_ids: ["survey_2025"] });
		for (const claims of [
			[earlier, later],
			[later, earlier],
		])
			expect(resolved(claims, { rule: "newest_official", as_of: null }).value).toBe(7800);
	});

	test("an excluded edition replaces nothing", () => {
		const excluded = { ...second, standing: "excluded" as const };
		expect(resolved([first, excluded]).value).toBe(7500);
	});

	test("nor does a revision that withholds leave the old figure standing", () => {
		const withheld = claim("second", {
			form: "token",
			value: null,
			token: "W",
			revises_id: "first",
			source_ids: ["survey_2026"],
		});
		expect(resolved([first, withheld]).value).toBeNull();
	});
});

describe("the resolved package", () => {
	const pkg = packageOf([claim("x", { value: 7000 })]);

	test("has the number in its row, and nothing else changed", () => {
		const after = resolvePackage(pkg);
		expect(after.tables.references.map(({ value }) => value)).toEqual([7000, 1, 1464]);
		const { references: _, ...rest } = after.tables;
		const { references: __, ...before } = pkg.tables;
		expect(rest).toEqual(before);
		expect(after.hash).toBe(pkg.hash);
	});

	test("is resolved once and stays", () => {
		expect(resolvePackage(pkg)).toBe(resolvePackage(pkg));
		expect(resolvePackage(resolvePackage(pkg))).toBe(resolvePackage(pkg));
	});

	test("does not depend on another package's memory", () => {
		const other = withTables(pkg, { claims: [claim("x", { value: 6000 })] });
		expect([...resolveAll(other).values()].map(({ value }) => value)).toEqual([6000]);
	});
});

test("an unknown number is answered with the nearest", () => {
	const cell = { table: "references", row: "mine_aus_2024", column: "value" };
	expect(() => resolutionOf(small, cell)).toThrow("nearest is `mine_aus_2025`");
	expect(() => resolutionOf(small, { ...cell, table: "reference" })).toThrow(RangeError);
	expect(() => resolutionOf(small, { ...cell, row: "mine_aus_2025", column: "year" })).toThrow(
		"no number in references `year`",
	);
});

test("an interval in another unit is the same interval", () => {
	const { units } = openLedger(small);
	expect(claimInterval(claim("x"), units, "kt_per_year")).toEqual({ low: 7.8, high: 8.2 });
});
