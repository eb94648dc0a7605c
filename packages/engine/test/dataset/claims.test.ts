import { describe, expect, test } from "vitest";
import { loadPackage } from "../../src/dataset/index.ts";
import { messages, readFolder, SMALL, withCell, withRows } from "./packages.ts";

const small = readFolder(SMALL);

/** Row numbers of `withCell` in the claims of the small package. */
const OLD = 1;
const NEW = 2;
const RANGE = 3;
const SHARE = 6;
const TOKEN = 7;
const BOUND = 9;

describe("a claim that cannot be right is refused with its cell", () => {
	test.each([
		[BOUND, "value", "", "claims.csv row 10, value: figure missing"],
		[RANGE, "value", "9000", "claims.csv row 4, high: range out of order"],
		[RANGE, "low", "9000", "claims.csv row 4, high: range out of order"],
		[TOKEN, "value", "3", "claims.csv row 8, value: not a figure of this form"],
		[OLD, "date", "2025", "claims.csv row 2, date: not a figure of this form"],
		[OLD, "as_of_end", "2024", "claims.csv row 2, as_of_end: period has no start before it"],
		[OLD, "basis_id", "", "claims.csv row 2, basis_id: basis missing"],
		[OLD, "unit_id", "kg", "claims.csv row 2, unit_id: unit of another dimension, mass"],
		[OLD, "unit_id", "", "claims.csv row 2, unit_id: unit missing"],
		[
			OLD,
			"revises_id",
			"aus_output_new",
			"row 2, revises_id: claims revise each other in a circle",
		],
		[
			OLD,
			"revises_id",
			"aus_output_old",
			"row 2, revises_id: claims revise each other in a circle",
		],
		[NEW, "revises_id", "world_output", "row 3, subject_id: revises world_output"],
		[NEW, "basis_id", "gross", "row 3, basis_id: revises aus_output_old, which is about another"],
		[SHARE, "formula", "aus_output_nw / world_output", 'nearest valid "aus_output_new"'],
		[SHARE, "formula", "aus_share / 2", "row 7, formula: formula names its own claim"],
		[SHARE, "id", "aus-share", 'nearest valid "aus_share"'],
	])("row %i, %s = %j", (row, column, value, message) => {
		const found = messages(loadPackage(withCell(small, "claims", row, column, value)));
		expect(found.join("\n")).toContain(message);
		expect(found.every((line) => line.startsWith("error claims.csv row "))).toBe(true);
	});

	test("a circle over three editions is named with its way", () => {
		const claim = (id: string, revises: string) =>
			`${id},aus,output,reo,,2023,,exact,1,,,,,t_per_year,1,,,,${revises},printed,,counts,small_survey,high,`;
		const files = withRows(small, "claims", claim("a", "b"), claim("b", "c"), claim("c", "a"));
		expect(messages(loadPackage(files)).join("\n")).toContain('"a > b > c > a"');
	});
});

test("money may be claimed in any currency, a number of a function is no unknown claim", () => {
	const attribute = "amount,amount,usd_million,other,false,false,Of a deal";
	const deal = (unit: string) =>
		`deal,aus,amount,,,2025,,exact,7,,,,,${unit},7,,,,,printed,1e3 * abs(aus_share),counts,small_paper,low,`;
	const files = withRows(small, "attributes", attribute);
	expect(messages(loadPackage(withRows(files, "claims", deal("aud_million"))))).toEqual([]);
	expect(messages(loadPackage(withRows(files, "claims", deal("percent"))))[0]).toContain(
		"expected a unit of money, as amount is counted in",
	);
});

test("a figure may be printed as NA; a failed formula is no print", () => {
	expect(messages(loadPackage(withCell(small, "claims", TOKEN, "printed", "NA")))).toEqual([]);
	const failed = messages(loadPackage(withCell(small, "claims", TOKEN, "printed", "#REF!")));
	expect(failed[0]).toContain("claims.csv row 8, printed: not a value");
});
