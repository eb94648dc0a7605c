import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPackage, type Row, TABLES, toCsv } from "../../src/dataset/index.ts";
import { Problems } from "../../src/dataset/problem.ts";
import { readTable } from "../../src/dataset/read-table.ts";
import { table } from "../../src/dataset/table.ts";
import { encode, hashOf, readFolder, SMALL, withFile } from "./packages.ts";

const NOTES = table({
	name: "notes",
	title: "Notes",
	description: "A key and a text",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "text", type: "text", optional: true, description: "Text" },
		{ name: "number", type: "number", optional: true, description: "Number" },
	],
});

function readBack(text: string): readonly Row<typeof NOTES>[] {
	const problems = new Problems();
	const read = readTable(NOTES, encode(text), problems);
	expect(problems.list([])).toEqual([]);
	return (read?.rows ?? []) as unknown as Row<typeof NOTES>[];
}

const NOT_TEXT = /^(NA|N\/A|NULL|NaN|#N\/A|#REF!|#VALUE!|#DIV\/0!|#NAME\?|#NUM!|#NULL!|#+)$/i;
const text = fc
	.string({
		unit: fc.constantFrom(..."=+-@＝＋－＠'\"\t\n,;| 09aé稀.e"),
		minLength: 1,
		maxLength: 12,
	})
	.filter((any) => any.trim() !== "" && !NOT_TEXT.test(any));

describe("tables written as CSV", () => {
	it("load back to the same rows, whatever the text", () => {
		fc.assert(
			fc.property(fc.array(fc.option(text), { minLength: 1 }), (texts) => {
				const rows = texts.map((any, index) => ({ id: `n${index}`, text: any, number: index / 7 }));
				expect(readBack(toCsv(["id", "text", "number"], rows))).toEqual(rows);
			}),
			{ numRuns: 1000 },
		);
	});

	it("hold no cell that a spreadsheet would run as a formula", () => {
		fc.assert(
			fc.property(text, fc.double(), (any, number) => {
				const cells = parse(toCsv(["text", "number"], [{ text: any, number }]))[1] as string[];
				for (const cell of cells) {
					const runs = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !Number.isFinite(Number(cell));
					expect(runs && cell !== "-Infinity", cell).toBe(false);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("put an apostrophe before a formula and take it off again", () => {
		const rows = [
			{ id: "a", text: '=HYPERLINK("http://x","y")', number: -5 },
			{ id: "b", text: "-5", number: null },
			{ id: "c", text: "'=already", number: null },
			{ id: "d", text: "@SUM(A1)", number: 1e-9 },
		];
		const written = toCsv(["id", "text", "number"], rows);
		expect(written).toBe(
			'id,text,number\na,"\'=HYPERLINK(""http://x"",""y"")",-5\nb,-5,\nc,\'\'=already,\nd,\'@SUM(A1),1e-9\n',
		);
		expect(readBack(written)).toEqual(rows);
	});

	it("give back the whole package with the same hash", () => {
		const small = readFolder(SMALL);
		const loaded = loadPackage(small);
		if (!loaded.ok) throw new Error("the small package is broken");
		let files = small;
		for (const [name, { columns }] of Object.entries(TABLES)) {
			const rows = loaded.pkg.tables[name as keyof typeof TABLES];
			const names = columns.map((column) => column.name);
			files = withFile(files, `${name}.csv`, toCsv(names, rows as readonly object[]));
		}
		expect(hashOf(files)).toBe(loaded.pkg.hash);
	});

	it("write a gap as a blank, a list with semicolons and an infinite number as a word", () => {
		const row = { a: null, b: ["x", "y"], c: true, d: Number.POSITIVE_INFINITY, e: Number.NaN };
		expect(toCsv(["a", "b", "c", "d", "e"], [row])).toBe("a,b,c,d,e\n,x;y,true,Infinity,\n");
	});
});
