import { describe, expect, it } from "vitest";
import { datapackageJson, TABLES, tablesMarkdown } from "../../src/dataset/index.ts";
import { BASELINE, readFolder, SMALL, textOf } from "./packages.ts";

describe("datapackage.json", () => {
	it.each([
		["the shipped package", BASELINE],
		["the small package", SMALL],
	])("of %s is what the declarations generate", (_, folder) => {
		const text = textOf(readFolder(folder), "datapackage.json");
		expect(datapackageJson(JSON.parse(text))).toBe(text);
	});

	it("of the shipped package names it, its version and its licence", () => {
		const descriptor = JSON.parse(textOf(readFolder(BASELINE), "datapackage.json"));
		expect(descriptor).toMatchObject({
			name: "lodegrid-baseline",
			version: "2026.11.0",
			licenses: [{ name: "CC-BY-4.0" }],
		});
	});

	it("describes every column with type, unit, bounds and where its ids come from", () => {
		const meta = { name: "x", title: "X", description: "X", version: "1" };
		const { resources } = JSON.parse(datapackageJson(meta));
		const schema = (name: string) =>
			resources.find((resource: { name: string }) => resource.name === name).schema;
		const field = (name: string, column: string) =>
			schema(name).fields.find((own: { name: string }) => own.name === column);
		expect(resources.map((resource: { name: string }) => resource.name)).toEqual(
			Object.keys(TABLES),
		);
		expect(field("lanes", "loss_fraction")).toMatchObject({
			type: "number",
			unit: "fraction",
			constraints: { required: true, minimum: 0, maximum: 0.5 },
		});
		expect(field("facilities", "stages")).toMatchObject({ type: "list", delimiter: ";" });
		expect(schema("lines").primaryKey).toEqual(["id"]);
		expect(schema("lines").foreignKeys).toContainEqual({
			fields: "process_id",
			reference: { resource: "processes", fields: "id" },
		});
	});
});

it("the documentation of the tables names every table and column", () => {
	const text = tablesMarkdown();
	for (const { name, columns } of Object.values(TABLES)) {
		expect(text).toContain(`(\`${name}.csv\`)`);
		for (const column of columns) expect(text).toContain(`\`${column.name}\``);
	}
});
