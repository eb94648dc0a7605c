/** Reads `datapackage.json` and compares it with the declared tables. */

import { tableSchema } from "./descriptor.ts";
import type { Nearest } from "./nearest.ts";
import type { Finding, Problems } from "./problem.ts";
import type { Table } from "./table.ts";
import { TABLES } from "./tables/index.ts";
import { decodeText } from "./text.ts";

export interface Descriptor {
	readonly name: string;
	readonly version: string;
}

const FILE = "datapackage.json";
const MAX_CHARACTERS = 4_000_000;
const NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/;

type Json = Readonly<Record<string, unknown>>;

/** Name and version of the package; null when the descriptor is missing or cannot be read. */
export function readDescriptor(
	files: ReadonlyMap<string, Uint8Array>,
	problems: Problems,
	nearest: Nearest,
): Descriptor | null {
	const bytes = files.get(FILE);
	if (bytes === undefined) {
		problems.add({ ...at(null), what: "file missing", expected: `a file ${FILE}` });
		return null;
	}
	const { text, findings } = decodeText(bytes);
	for (const finding of findings) problems.add({ ...at(null), ...finding });
	if (text === null) return null;
	const json = parseJson(text, problems);
	if (json === null) return null;
	const lines = new LineFinder(text);
	const report = (key: string, finding: Omit<Finding, "table">) =>
		problems.add({ ...at(key), row: lines.of(key), ...finding });
	const name = json.name;
	if (typeof name !== "string" || !NAME.test(name)) {
		const expected = "a name: lower-case letters, digits, . _ -";
		report("name", { what: "bad package name", found: show(name), expected });
	}
	const version = json.version;
	if (typeof version !== "string" || version.trim() === "" || version.length > 100) {
		const expected = "a version, such as 2026.11.0";
		report("version", { what: "bad package version", found: show(version), expected });
	}
	checkResources(json.resources, files, problems, report, lines, nearest);
	return { name: show(name), version: show(version) };
}

function at(column: string | null): { table: string; row: number; column: string | null } {
	return { table: "datapackage", row: 1, column };
}

function parseJson(text: string, problems: Problems): Json | null {
	if (text.length > MAX_CHARACTERS) {
		const found = `${text.length} characters`;
		const expected = `at most ${MAX_CHARACTERS}`;
		problems.add({ ...at(null), what: "file too large", found, expected });
		return null;
	}
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		const offset = jsonErrorOffset(error, text);
		const row = text.slice(0, offset).split("\n").length;
		const found = text.slice(offset, offset + 40);
		problems.add({ ...at(null), row, what: "not JSON", found, expected: "valid JSON" });
		return null;
	}
	if (isObject(json)) return json;
	problems.add({ ...at(null), what: "not a data package", expected: "a JSON object" });
	return null;
}

/** Engines word the error differently; without a position the end of the text is the best guess. */
function jsonErrorOffset(error: unknown, text: string): number {
	const message = error instanceof Error ? error.message : "";
	const position = /position (\d+)/.exec(message)?.[1];
	if (position !== undefined) return Number(position);
	const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
	if (line === undefined || column === undefined) return text.length;
	const before = text.split("\n").slice(0, Number(line) - 1);
	return before.join("\n").length + Number(column);
}

type Report = (key: string, finding: Omit<Finding, "table">) => void;

function checkResources(
	resources: unknown,
	files: ReadonlyMap<string, Uint8Array>,
	problems: Problems,
	report: Report,
	lines: LineFinder,
	nearest: Nearest,
): void {
	if (!Array.isArray(resources)) {
		const expected = "a list with every table";
		report("resources", { what: "no list of resources", found: show(resources), expected });
		return;
	}
	const seen = new Set<string>();
	const declared = Object.keys(TABLES);
	for (const resource of resources.slice(0, 1000)) {
		const name = isObject(resource) ? resource.name : undefined;
		const key = `resources.${show(name)}`;
		const reportHere: Report = (place, finding) =>
			report(place, { row: lines.ofResource(show(name)), ...finding });
		if (!isObject(resource) || typeof name !== "string" || !declared.includes(name)) {
			const unused = declared.filter((table) => !seen.has(table));
			const near = () => (typeof name === "string" ? nearest.find(name, unused) : null);
			const expected = "the name of a declared table";
			reportHere(key, { what: "unknown resource", found: show(name), expected, nearest: near });
		} else if (seen.has(name)) {
			reportHere(key, { what: "resource stands twice", found: name, expected: "once" });
		} else {
			seen.add(name);
			checkResource(name as keyof typeof TABLES, resource, key, reportHere, nearest);
		}
	}
	for (const [name, table] of Object.entries<Table>(TABLES)) {
		const file = `${name}.csv`;
		if (!seen.has(name)) {
			if (table.optional && !files.has(file)) continue;
			report("resources", { what: "resource missing", expected: `a resource named ${name}` });
		} else if (table.optional && !files.has(file)) {
			const expected = `a file ${file}, as datapackage.json lists it`;
			problems.add({ table: name, what: "file missing", expected });
		}
	}
}

function checkResource(
	name: keyof typeof TABLES,
	resource: Json,
	key: string,
	report: Report,
	nearest: Nearest,
): void {
	const path = `${name}.csv`;
	if (resource.path !== path) {
		const found = show(resource.path);
		report(`${key}.path`, { what: "wrong path", found, expected: path, nearest: path });
	}
	const encoding = resource.encoding;
	if (encoding !== undefined && !/^utf-?8$/i.test(show(encoding))) {
		const found = show(encoding);
		report(`${key}.encoding`, { what: "wrong encoding", found, expected: "utf-8" });
	}
	const dialect = resource.dialect;
	if (isObject(dialect) && (dialect.delimiter ?? ",") !== ",") {
		const found = show(dialect.delimiter);
		report(`${key}.dialect`, { what: "wrong delimiter", found, expected: "," });
	}
	const schema = resource.schema;
	if (isObject(schema)) checkSchema(name, schema, `${key}.schema`, report, nearest);
	else report(`${key}.schema`, { what: "no schema", expected: "a Table Schema" });
}

const DECLARED = new Map(Object.values(TABLES).map((table) => [table.name, tableSchema(table)]));
const COMPARED = ["type", "unit", "constraints", "references", "wildcards"] as const;

function checkSchema(
	name: keyof typeof TABLES,
	schema: Json,
	key: string,
	report: Report,
	nearest: Nearest,
): void {
	const declared = DECLARED.get(name) ?? tableSchema(TABLES[name]);
	const fields = Array.isArray(schema.fields) ? schema.fields.slice(0, 1000) : [];
	const byName = new Map<unknown, Json>();
	for (const field of fields) {
		if (!isObject(field)) continue;
		const fieldName = show(field.name);
		const known = declared.fields.some((own) => own.name === fieldName);
		const what = !known ? "unknown field" : byName.has(fieldName) ? "field stands twice" : null;
		if (what !== null) {
			const names = declared.fields.map((own) => own.name);
			const near = () => nearest.find(fieldName, names);
			const expected = `the columns of ${name}`;
			report(`${key}.${fieldName}`, { what, found: fieldName, expected, nearest: near });
		}
		byName.set(fieldName, field);
	}
	for (const own of declared.fields) {
		const field = byName.get(own.name);
		if (field === undefined) {
			report(`${key}.${own.name}`, { what: "field missing", expected: own.name });
			continue;
		}
		for (const part of COMPARED) {
			const expected = (own as Json)[part];
			if (sameJson(field[part], expected)) continue;
			report(`${key}.${own.name}`, {
				what: `${part} differs from the declared column`,
				found: show(field[part]),
				expected: show(expected),
			});
		}
	}
	if (!sameJson(schema.primaryKey, declared.primaryKey)) {
		const found = show(schema.primaryKey);
		const expected = show(declared.primaryKey);
		report(`${key}.primaryKey`, { what: "wrong primary key", found, expected });
	}
}

/** Equal as JSON: the order of keys does not count, that of lists does. */
function sameJson(a: unknown, b: unknown): boolean {
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && sameJson((a as Json)[key], (b as Json)[key]));
}

function isObject(value: unknown): value is Json {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
	if (value === undefined) return "nothing";
	if (typeof value === "string") return value;
	try {
		return JSON.stringify(value).slice(0, 200);
	} catch {
		return "lists nested too deep";
	}
}

/** Lines of keys and resources in the text, found by their spelling; 1 when it cannot be told. */
class LineFinder {
	readonly #text: string;
	readonly #lineEnds: number[] = [];

	constructor(text: string) {
		this.#text = text;
		let end = text.indexOf("\n");
		for (; end !== -1; end = text.indexOf("\n", end + 1)) this.#lineEnds.push(end);
	}

	of(key: string): number {
		return this.#line(this.#text.indexOf(`"${key}"`));
	}

	ofResource(name: string): number {
		const offset = this.#text.indexOf(`"name": "${name}"`);
		return this.#line(offset === -1 ? this.#text.indexOf(`"${name}"`) : offset);
	}

	#line(offset: number): number {
		let [low, high] = [0, this.#lineEnds.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#lineEnds[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return low + 1;
	}
}
