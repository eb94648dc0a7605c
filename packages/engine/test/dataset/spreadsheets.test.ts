import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPackage, TABLES } from "../../src/dataset/index.ts";
import {
	encode,
	type Files,
	type Grid,
	gridOf,
	hashOf,
	messages,
	readFolder,
	SMALL,
	textOf,
	withFile,
} from "./packages.ts";

const small = readFolder(SMALL);
const hash = hashOf(small);

/** Every table of the package written by `write`. */
function rewritten(write: (grid: Grid) => Uint8Array | string): Files {
	return Object.keys(TABLES).reduce(
		(files, table) => withFile(files, `${table}.csv`, write(gridOf(small, table))),
		small,
	);
}

const where = (cell: string) => (/[",\n]/.test(cell) ? always(cell) : cell);
const always = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function csv(grid: Grid, quote = where, end = "\n", comma = ","): string {
	return grid.map((row) => row.map(quote).join(comma) + end).join("");
}

describe("what spreadsheets and statistics programs write loads to the same content", () => {
	const CASES: [string, (grid: Grid) => Uint8Array | string][] = [
		["Excel's CSV UTF-8: byte-order mark and CRLF", (grid) => `\ufeff${csv(grid, where, "\r\n")}`],
		["old Mac line ends", (grid) => csv(grid, where, "\r")],
		["every cell quoted", (grid) => csv(grid, always)],
		['R\'s write.csv with na = "": text quoted, numbers bare', (grid) => csv(grid, rQuote)],
		["blank cells as empty quotes", (grid) => csv(grid, (cell) => (cell ? where(cell) : '""'))],
		["columns in reverse order", (grid) => csv(grid.map((row) => row.toReversed()))],
		["trailing blank lines", (grid) => `${csv(grid)}\n\n\r\n   \n`],
		["trailing rows of commas", (grid) => `${csv(grid)}${",".repeat(3)}\n,\n`],
		["trailing blank columns", (grid) => csv(grid.map((row) => [...row, "", ""]))],
		["TRUE and FALSE", (grid) => csv(grid.map((row) => row.map(upperBoolean)))],
		["numbers in scientific notation", (grid) => csv(grid.map((row) => row.map(scientific)))],
	];

	it.each(CASES)("%s", (_, write) => {
		expect(hashOf(rewritten(write))).toBe(hash);
	});

	it("any order of columns", () => {
		const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
		fc.assert(
			fc.property(keys, (order) => {
				const shuffle = (row: readonly string[]) =>
					row
						.map((cell, index) => ({ cell, key: order[index] ?? 0 }))
						.sort((a, b) => a.key - b.key)
						.map(({ cell }) => cell);
				expect(hashOf(rewritten((grid) => csv(grid.map(shuffle))))).toBe(hash);
			}),
			{ numRuns: 20 },
		);
	});
});

describe("what they write by mistake is refused with what to do", () => {
	it("semicolons, as Excel writes in much of Europe", () => {
		const files = rewritten((grid) => csv(grid, where, "\r\n", ";"));
		expect(messages(loadPackage(files)).join("\n")).toContain("columns separated by semicolons");
	});

	it("R's row names and NA", () => {
		const rows = textOf(small, "stocks.csv").trim().split("\n");
		const named = rows.map((row, index) => `${index === 0 ? '""' : index},${row}\n`).join("");
		const text = messages(loadPackage(withFile(small, "stocks.csv", named)));
		expect(text.join("\n")).toContain("stocks.csv row 1: column 1 has no name");
		const na = textOf(small, "capacities.csv").replace(",,9000,", ",NA,9000,");
		expect(messages(loadPackage(withFile(small, "capacities.csv", na)))[0]).toContain('na = ""');
	});

	it("Excel's Unicode text, which is UTF-16", () => {
		const utf16 = Uint8Array.from([0xff, 0xfe, ...[...encode("id")].flatMap((byte) => [byte, 0])]);
		const text = messages(loadPackage(withFile(small, "lanes.csv", utf16)));
		expect(text[0]).toContain("lanes.csv row 1: UTF-16 byte-order mark at byte 0");
	});
});

function rQuote(cell: string): string {
	return cell === "" || Number.isFinite(Number(cell)) || /^(true|false)$/.test(cell)
		? upperBoolean(cell)
		: always(cell);
}

function upperBoolean(cell: string): string {
	return /^(true|false)$/.test(cell) ? cell.toUpperCase() : cell;
}

/** Only fractions: a year or a tariff code must stay as it is. */
function scientific(cell: string): string {
	return /^0\.\d+$/.test(cell) ? Number(cell).toExponential().toUpperCase() : cell;
}
