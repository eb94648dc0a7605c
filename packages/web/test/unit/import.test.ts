import { loadPackage, TABLES } from "@lodegrid/engine/dataset";
import { describe, expect, it } from "vitest";
import { joined } from "../../src/engine/own-claims.ts";
import { csvOf, fieldsOf, template } from "../../src/pages/evidence/import/row-form.ts";

describe("the form of a claim", () => {
	it("asks for every column of the table, and says which are needed", () => {
		const fields = fieldsOf("claims");
		expect(fields.map(({ name }) => name)).toEqual(TABLES.claims.columns.map(({ name }) => name));
		const needed = fields.filter((field) => field.needed).map(({ name }) => name);
		expect(needed).toContain("printed");
		expect(needed).not.toContain("value");
		expect(fields.find(({ name }) => name === "form")?.choices).toContain("at_least");
		expect(fields.find(({ name }) => name === "subject_id")).toMatchObject({
			kind: "id",
			of: ["subjects"],
			label: "Subject",
		});
	});

	it("writes what was typed as one row, and text that looks like a formula harmless", () => {
		const text = csvOf("claims", { id: " mine ", printed: '=1+1, "so"', value: "5" });
		const [header = "", row = "", ...rest] = text.split("\n");
		expect(header.split(",")).toHaveLength(TABLES.claims.columns.length);
		expect(row.startsWith("mine,")).toBe(true);
		expect(row).toContain(`"'=1+1, ""so"""`);
		expect(rest).toEqual([""]);
	});

	it("gives an empty file whose header the loader knows", () => {
		const files = new Map([["subjects.csv", new TextEncoder().encode(template("subjects"))]]);
		const { problems } = loadPackage(files);
		expect(problems.filter(({ table }) => table === "subjects")).toEqual([]);
	});
});

describe("files of the reader's own", () => {
	it("are put after one another under one header", () => {
		expect(joined("a,b\n1,2\n", "a,b\n3,4\n")).toBe("a,b\n1,2\n3,4\n");
		expect(joined("", "a,b\n3,4\n")).toBe("a,b\n3,4\n");
		expect(joined("a,b\n1,2\n", "")).toBe("a,b\n1,2\n");
	});

	it("are not mixed up when their columns differ", () => {
		expect(() => joined("a,b\n1,2\n", "b,a\n4,3\n")).toThrow("different columns");
	});
});
