import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvFault, MAX_CELL, readCsv } from "../../src/dataset/csv-read.ts";

function read(text: string): { records: string[][]; rows: number[]; faults: CsvFault[] } {
	const records: string[][] = [];
	const rows: number[] = [];
	const faults: CsvFault[] = [];
	readCsv(
		text,
		(cells, row) => {
			records.push([...cells]);
			rows.push(row);
		},
		(fault) => faults.push(fault),
	);
	return { records, rows, faults };
}

describe("CSV text to records", () => {
	it("reads cells with commas, quotes and line breaks inside quotes", () => {
		const { records, rows, faults } = read('a,b\n"1,5","say ""hi"""\n"two\r\nlines",x\nlast,\n');
		expect(records).toEqual([
			["a", "b"],
			["1,5", 'say "hi"'],
			["two\nlines", "x"],
			["last", ""],
		]);
		expect(rows).toEqual([1, 2, 3, 5]);
		expect(faults).toEqual([]);
	});

	it("names the line of a quote left open, and keeps what stands before it", () => {
		const { records, faults } = read('a,b\n1,2\n"open,3\nmore\n');
		expect(records).toHaveLength(2);
		expect(faults).toMatchObject([{ row: 3, cell: 0, what: "quote left open" }]);
	});

	it("reports every fault of a file, not only the first", () => {
		const { records, faults } = read('a,b\n"x"y,1\nq"r,2\nfine,3\n');
		expect(faults.map(({ row, cell }) => [row, cell])).toEqual([
			[2, 0],
			[3, 0],
		]);
		expect(records.at(-1)).toEqual(["fine", "3"]);
	});

	it("refuses a cell longer than a spreadsheet can hold, quoted or not", () => {
		const long = "x".repeat(MAX_CELL + 1);
		expect(read(`a\n${long}\n"${long}"\n"${long}${long}"\n`).faults.map((f) => f.row)).toEqual([
			2, 3, 4,
		]);
		expect(read(`a\n${long.slice(1)}\n`).faults).toEqual([]);
	});

	it("agrees with csv-parse on any text that any program may write", () => {
		const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", " ", ";", "1", "=") });
		const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
		const lineEnd = fc.constantFrom("\n", "\r\n");
		fc.assert(
			fc.property(grid, lineEnd, fc.boolean(), (rows, end, quoteAll) => {
				const quote = (text: string) =>
					quoteAll || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
				const text = rows.map((row) => row.map(quote).join(",") + end).join("");
				const oracle = parse(text, { relax_column_count: true, record_delimiter: end });
				expect(read(text)).toMatchObject({ records: oracle, faults: [] });
				expect(read(text).records).toEqual(rows);
			}),
			{ numRuns: 500 },
		);
	});

	it("never throws, whatever the text, and gives each record a later line", () => {
		const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r") });
		fc.assert(
			fc.property(text, (any) => {
				const { rows } = read(any);
				expect(rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0))).toBe(true);
				const lines = any.split(/\r\n|\r|\n/).length;
				expect(rows.at(-1) ?? 0).toBeLessThanOrEqual(lines);
			}),
			{ numRuns: 2000 },
		);
	});
});
