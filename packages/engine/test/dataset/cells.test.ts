import { describe, expect, it } from "vitest";
import { firstDay, isDate, isFuzzyDate, lastDay } from "../../src/dataset/dates.ts";
import { loadPackage } from "../../src/dataset/index.ts";
import { editDistance, Nearest } from "../../src/dataset/nearest.ts";
import { readFolder, SMALL, withCell } from "./packages.ts";

const small = readFolder(SMALL);

/** What is said about one cell of the small package when it holds `value`. */
function problemWith(table: string, column: string, value: string) {
	const loaded = loadPackage(withCell(small, table, 1, column, value));
	const { what, ...problem } = { what: "", ...loaded.problems[0] };
	return problem;
}

describe("a cell that is not what its column declares", () => {
	const number = { table: "lanes", row: 2, column: "freight_usd_per_t", severity: "error" };
	const NUMBERS: [found: string, message: string, nearest: string | null][] = [
		["1,234", "thousands separators in a number", "1234"],
		["1 234.5", "thousands separators in a number", "1234.5"],
		["0,5", "decimal comma in a number", "0.5"],
		["1.234,5", "decimal comma in a number", "1234.5"],
		["=1+2", "a formula where a number belongs", null],
		["NaN", "not a value", null],
		["-Infinity", "infinite", null],
		["-1", "negative", "0"],
		["1e300", "too large", "1000000"],
		["5%", "a percentage where a number belongs", "0.05"],
		["12 t", "text around a number", "12"],
		["$12", "text around a number", "12"],
		[" 12", "space around a number", "12"],
		["twelve", "not a number", null],
		["", "blank", null],
	];
	it.each(NUMBERS)("number %j: %s", (found, message, nearest) => {
		const problem = problemWith("lanes", "freight_usd_per_t", found);
		expect(problem).toMatchObject({ ...number, found, nearest });
		expect(problem.message).toMatch(message);
		expect(problem.expected).toContain("a number from 0 to 1000000, USD/t");
	});

	const OTHERS: [table: string, column: string, found: string, nearest: string | null][] = [
		["lines", "facility_id", "pitt", "pit"],
		["lines", "facility_id", "Pit", "pit"],
		["lanes", "from_region_id", "AUZ", "AUS"],
		["lanes", "cargo", "oxyde", "oxide"],
		["materials", "stage", "mining", "mine"],
		["materials", "unit", "kt", "t"],
		["measure_effects", "unit", "USD/kg", "USD/t"],
		["sectors", "defence", "yes", "true"],
		["capacities", "from_date", "31/12/2024", "2024-12-31"],
		["capacities", "from_date", "1/2/2024", null],
		["capacities", "from_date", "2023-02-29", null],
		["measures", "from_date", "2025/4/4", "2025-04-04"],
		["facilities", "start_year", "2010.5", "2011"],
		["facilities", "stages", "mines", "mine"],
		["lanes", "source_ids", "small_chain;small_chain", "small_chain"],
		["lanes", "source_ids", "smal_chain", "small_chain"],
	];
	it.each(OTHERS)("%s.%s %j", (table, column, found, nearest) => {
		const problem = problemWith(table, column, found);
		expect(problem).toMatchObject({ severity: "error", table, row: 2, column, found, nearest });
	});
});

describe("dates as published", () => {
	it("exist in the calendar", () => {
		expect(["2024-02-29", "2000-12-31"].every(isDate)).toBe(true);
		expect(["2023-02-29", "2024-04-31", "2024-1-1", "2024-00-10", "0024-01-01"].some(isDate)).toBe(
			false,
		);
		expect(["2024", "2024-02", "2024-02-29"].every(isFuzzyDate)).toBe(true);
		expect(["24", "2024-13", "2024-02-30", "2024-"].some(isFuzzyDate)).toBe(false);
	});

	it("span the days they can mean", () => {
		expect(["2024", "2024-02", "2024-02-10"].map(firstDay)).toEqual([
			"2024-01-01",
			"2024-02-01",
			"2024-02-10",
		]);
		expect(["2024", "2024-02", "2024-02-10"].map(lastDay)).toEqual([
			"2024-12-31",
			"2024-02-29",
			"2024-02-10",
		]);
	});
});

describe("the nearest valid alternative", () => {
	it("counts inserts, deletes, replacements and swaps", () => {
		expect(editDistance("kitten", "sitting")).toBe(3);
		expect(editDistance("mt_wled", "mt_weld")).toBe(1);
		expect(editDistance("", "abc")).toBe(3);
		expect(editDistance("abcdef", "zzzzzz", 3)).toBe(3);
	});

	it("ignores case and separators, and offers nothing too far away", () => {
		const nearest = new Nearest();
		expect(nearest.find("Mt Weld", ["mt_weld", "mt_welp"])).toBe("mt_weld");
		expect(nearest.find("lynas", ["mp_materials", "iluka"])).toBeNull();
	});

	it("stops comparing after a fixed effort, so that many wrong ids cost linear time", () => {
		const nearest = new Nearest();
		const many = Array.from({ length: 500_000 }, (_, index) => `candidate_${index}`);
		nearest.find("candidate_x", many);
		expect(nearest.find("mt_weld", ["mt_weld"])).toBeNull();
	});
});
