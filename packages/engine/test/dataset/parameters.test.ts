import { describe, expect, test } from "vitest";
import { loadPackage } from "../../src/dataset/index.ts";
import { messages, readFolder, SMALL, withCell, withRows } from "./packages.ts";

const small = readFolder(SMALL);

/** Row numbers of `withCell` in the parameters of the small package. */
const OUTPUT = 1;
const PIT = 2;

describe("a parameter that cannot be right is refused with its cell", () => {
	test.each([
		[OUTPUT, "table_name", "reference", 'nearest valid "references"'],
		[OUTPUT, "table_name", "facilities", "row 2, table_name: no table with numbers of the model"],
		[OUTPUT, "row_key", "mine_aus_2024", 'nearest valid "mine_aus_2025"'],
		[PIT, "row_key", "pit_plant", "row 3, row_key: no row of capacities"],
		[PIT, "column_name", "nameplate_t_per_yaer", 'nearest valid "nameplate_t_per_year"'],
		[OUTPUT, "column_name", "year", "row 2, column_name: no number of references"],
		[PIT, "override_value", "9000", "row 3, override_value: figure without the rule override"],
		[PIT, "rule", "override", "row 3, override_value: figure missing"],
		[PIT, "unit_id", "kt_per_year", "row 3, unit_id: not the unit of the model's number"],
		[PIT, "unit_id", "usd_per_t", "row 3, unit_id: unit of another dimension, money_usd/mass"],
		[OUTPUT, "unit_id", "percent", "row 2, unit_id: unit of another dimension, 1"],
		[PIT, "rule", "newest_offical", 'nearest valid "newest_official"'],
		[PIT, "factor", "0", "row 3, factor: too small"],
	])("row %i, %s = %j", (row, column, value, message) => {
		const found = messages(loadPackage(withCell(small, "parameters", row, column, value)));
		expect(found.join("\n")).toContain(message);
		expect(found.every((line) => line.startsWith("error parameters.csv row "))).toBe(true);
	});

	test("an override outside its own range", () => {
		let files = withCell(small, "parameters", PIT, "rule", "override");
		files = withCell(files, "parameters", PIT, "override_value", "9000");
		expect(messages(loadPackage(files))).toEqual([]);
		const low = withCell(files, "parameters", PIT, "override_low", "9500");
		expect(messages(loadPackage(low))[0]).toContain("override_low: above its value");
		const high = withCell(files, "parameters", PIT, "override_high", "8500");
		expect(messages(loadPackage(high))[0]).toContain("override_high: below its value");
	});

	test("a number that is bound twice", () => {
		const again =
			"again,references,mine_aus_2025,value,aus,output,reo,,2025,range,uniform,t_per_year,,,,,Why,small_survey,high,";
		const found = messages(loadPackage(withRows(small, "parameters", again)));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain("row 4, row_key: number bound twice, by mine_aus_2025 too");
	});

	test("a factor may take any unit of the attribute to the model's number", () => {
		const kt = withCell(small, "parameters", PIT, "unit_id", "kt_per_year");
		expect(messages(loadPackage(withCell(kt, "parameters", PIT, "factor", "1000")))).toEqual([]);
	});
});

describe("a claim has sources and no circle", () => {
	const claim = (id: string, formula: string, chain = "small_survey") =>
		`${id},aus,output,reo,,2023,,exact,1,,,,,t_per_year,1,,,,,printed,${formula},counts,${chain},high,`;

	test("an assumption is no one's claim", () => {
		const files = withRows(small, "claims", claim("a", "", "small_paper;a_dy_loss"));
		expect(messages(loadPackage(files))[0]).toContain(
			"row 11, source_ids: an assumption in an attribution chain",
		);
	});

	test("claims that follow from each other are named with the way", () => {
		const rows = [claim("a", "b * 2"), claim("b", "max(c; 1)"), claim("c", "a + world_output")];
		const found = messages(loadPackage(withRows(small, "claims", ...rows)));
		expect(found.filter((line) => line.includes("circle"))).toEqual([
			expect.stringContaining('found "a > b > c > a"'),
		]);
	});

	test("a long chain of formulas is fine", () => {
		const rows = Array.from({ length: 20_000 }, (_, i) =>
			claim(`c${i}`, i === 0 ? "" : `c${i - 1} * 2`),
		);
		expect(messages(loadPackage(withRows(small, "claims", ...rows)))).toEqual([]);
	});
});
