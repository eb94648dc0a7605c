/** `datapackage.json`: a Frictionless Data Package (v2) generated from the table declarations. */

import { idPattern } from "./cells.ts";
import type { Column, Table } from "./table.ts";
import { TABLES } from "./tables/index.ts";

export interface PackageMeta {
	/** Lower case, digits, `-`, `_`, `.`. */
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly version: string;
	/** SPDX name and address; the default is CC-BY-4.0. */
	readonly licenses?: readonly { name: string; path: string; title: string }[];
	readonly sources?: readonly { title: string; path?: string }[];
	readonly keywords?: readonly string[];
}

const CC_BY = {
	name: "CC-BY-4.0",
	path: "https://creativecommons.org/licenses/by/4.0/",
	title: "Creative Commons Attribution 4.0 International",
};

/**
 * The text of `datapackage.json` for a folder that has every declared table as
 * `<table>.csv`: fields, types, units, constraints, primary and foreign keys.
 *
 * @param leftOut names of the optional tables that the folder does without
 */
export function datapackageJson(meta: PackageMeta, leftOut: ReadonlySet<string> = NONE): string {
	const descriptor = {
		$schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		name: meta.name,
		title: meta.title,
		description: meta.description,
		version: meta.version,
		licenses: meta.licenses ?? [CC_BY],
		...(meta.keywords === undefined ? {} : { keywords: meta.keywords }),
		sources: meta.sources ?? [{ title: "Table of sources", path: "sources.csv" }],
		resources: Object.values(TABLES)
			.filter((table) => !leftOut.has(table.name))
			.map(resource),
	};
	return `${JSON.stringify(descriptor, null, 2)}\n`;
}

const NONE: ReadonlySet<string> = new Set();

function resource(table: Table) {
	return {
		name: table.name,
		path: `${table.name}.csv`,
		type: "table",
		title: table.title,
		description: table.description,
		format: "csv",
		mediatype: "text/csv",
		encoding: "utf-8",
		schema: tableSchema(table),
	};
}

/** The Table Schema (v2) of a declared table. */
export function tableSchema(table: Table) {
	const foreignKeys = table.columns.flatMap((column) => foreignKey(column));
	return {
		fieldsMatch: ["equal"],
		fields: table.columns.map((column) => field(table, column)),
		missingValues: [""],
		primaryKey: table.primaryKey,
		...(foreignKeys.length === 0 ? {} : { foreignKeys }),
	};
}

function field(table: Table, column: Column) {
	const constraints = constraintsOf(table, column);
	return {
		name: column.name,
		...typeOf(column),
		description: column.description,
		...(column.unit === undefined ? {} : { unit: column.unit }),
		...(column.references === undefined ? {} : { references: column.references }),
		...(column.wildcards === undefined ? {} : { wildcards: column.wildcards }),
		...(Object.keys(constraints).length === 0 ? {} : { constraints }),
	};
}

function typeOf(column: Column): { type: string; delimiter?: string; itemType?: string } {
	switch (column.type) {
		case "number":
		case "integer":
		case "boolean":
		case "date":
			return { type: column.type };
		case "idList":
			return { type: "list", delimiter: ";", itemType: "string" };
		default:
			return { type: "string" };
	}
}

function constraintsOf(table: Table, column: Column): Record<string, unknown> {
	const pattern =
		column.type === "fuzzyDate" ? "\\d{4}(-\\d{2}(-\\d{2})?)?" : idRegex(table, column);
	return {
		...(column.optional === true ? {} : { required: true }),
		...(table.primaryKey.length === 1 && table.primaryKey[0] === column.name
			? { unique: true }
			: {}),
		...(column.min === undefined ? {} : { minimum: column.min }),
		...(column.max === undefined ? {} : { maximum: column.max }),
		...(column.values === undefined ? {} : { enum: column.values }),
		...(pattern === null ? {} : { pattern }),
	};
}

function idRegex(table: Table, column: Column): string | null {
	if (column.type !== "id") return null;
	const pattern = idPattern(table, column).pattern.source.slice(1, -1);
	const wildcards = (column.wildcards ?? []).map((word) => word.replaceAll("*", "\\*"));
	return wildcards.length === 0 ? pattern : `(${[pattern, ...wildcards].join("|")})`;
}

/** Lists, wildcards and choices of several tables are beyond Table Schema; `references` on the field tells. */
function foreignKey(column: Column) {
	const [target, ...others] = column.references ?? [];
	if (target === undefined || others.length > 0 || column.type !== "id") return [];
	if (column.wildcards !== undefined) return [];
	const [resource, fields] = target.split(".");
	return [{ fields: column.name, reference: { resource, fields } }];
}
