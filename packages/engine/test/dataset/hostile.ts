/**
 * Corrupted copies of a good package, none of which may load: bytes, encodings,
 * headers, rows, every kind of cell in every column, the descriptor, and the rules
 * of the model. Other packages' tests use it too.
 */
import { type Column, TABLES, type Table } from "../../src/dataset/index.ts";
import { encode, type Files, gridOf, gridText, textOf, withCell, withFile } from "./packages.ts";

export interface HostileCase {
	readonly name: string;
	/** Table (or `datapackage`) that an error must name. */
	readonly table: string;
	/** False where no row can be named, as of a missing file. */
	readonly located: boolean;
	/** The corrupted copy, made when asked for. */
	files(): Files;
}

/** Corruptions of any package whose tables have at least one row. */
export function* hostileCases(files: Files): Generator<HostileCase> {
	for (const table of Object.values(TABLES)) {
		yield* brokenBytes(files, table.name, `${table.name}.csv`);
		yield* brokenText(files, table);
		yield* brokenHeaders(files, table);
		yield* brokenRows(files, table);
		for (const column of table.columns as readonly Column[]) {
			yield* brokenCells(files, table, column);
		}
	}
	yield* brokenBytes(files, "datapackage", "datapackage.json");
	yield* brokenDescriptors(files);
}

function hostile(
	table: string,
	what: string,
	make: () => Files,
	located: boolean = true,
): HostileCase {
	return { name: `${table}: ${what}`, table, located, files: make };
}

function* brokenBytes(files: Files, table: string, file: string): Generator<HostileCase> {
	const bytes = files.get(file) ?? new Uint8Array();
	const set = (what: string, make: () => Uint8Array) =>
		hostile(table, what, () => withFile(files, file, make()));
	const text = new TextDecoder().decode(bytes);
	yield hostile(table, "file missing", () => withFile(files, file, null), false);
	yield set("empty file", () => new Uint8Array());
	yield set("only a byte-order mark", () => Uint8Array.of(0xef, 0xbb, 0xbf));
	yield set("UTF-16, little-endian", () => utf16(`\ufeff${text}`, true));
	yield set("UTF-16, big-endian", () => utf16(`\ufeff${text}`, false));
	yield set("UTF-16 without a mark", () => utf16(text, true));
	yield set("Latin-1", () => insert(bytes, 0.5, 0xe9));
	yield set("NUL byte", () => insert(bytes, 0.5, 0));
	yield set("overlong UTF-8", () => insert(bytes, 0.3, 0xc0, 0x80));
	yield set("surrogate in UTF-8", () => insert(bytes, 0.7, 0xed, 0xa0, 0x80));
	yield set("control character", () => insert(bytes, 0.4, 0x07));
	yield set("replacement character", () => insert(bytes, 0.4, 0xef, 0xbf, 0xbd));
	yield set("decoded with the wrong encoding", () => insert(bytes, 0.4, 0xc3, 0x83, 0xc2, 0xa9));
	yield set("zip archive", () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0));
	yield set("noise", () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 251));
	for (const share of [0.2, 0.5, 0.8]) {
		yield set(`cut off after ${share * 100} %`, () => cutInsideALine(bytes, share));
	}
	yield set("last byte cut off", () => bytes.slice(0, -2));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
	return new Uint8Array(view.buffer);
}

function insert(bytes: Uint8Array, share: number, ...values: number[]): Uint8Array {
	let at = Math.floor(bytes.length * share);
	while (((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
	return Uint8Array.from([...bytes.subarray(0, at), ...values, ...bytes.subarray(at)]);
}

function cutInsideALine(bytes: Uint8Array, share: number): Uint8Array {
	let at = Math.max(3, Math.floor(bytes.length * share));
	while (bytes[at - 1] === 10 || bytes[at] === 10) at -= 1;
	return bytes.slice(0, at);
}

function* brokenText(files: Files, table: Table): Generator<HostileCase> {
	const file = `${table.name}.csv`;
	const set = (what: string, make: (text: string) => string) =>
		hostile(table.name, what, () => withFile(files, file, make(textOf(files, file))));
	yield set("semicolons instead of commas", (text) => text.replaceAll(",", ";"));
	yield set("tabs instead of commas", (text) => text.replaceAll(",", "\t"));
	yield set("quote left open", (text) => text.replace(/\n([^\n]+)\n$/, '\n"$1\n'));
	yield set("text after a closing quote", (text) => text.replace(/\n([^,\n]+),/, '\n"$1"x,'));
	yield set("quote inside a cell", (text) => text.replace(/\n([^,\n]+),/, '\n$1",'));
	yield set("no header", (text) => text.slice(text.indexOf("\n") + 1));
	yield set("only blank lines", () => "\n\r\n   \n");
	yield set("only commas", () => ",,,,\n,,\n");
	yield set("JSON instead of CSV", () => '[{"id": "x"}]\n');
	yield set("HTML instead of CSV", () => "<html><body>404, not found</body></html>\n");
	yield set("a million commas", (text) => `${text}${",".repeat(1_000_000)}x\n`);
}

function* brokenHeaders(files: Files, table: Table): Generator<HostileCase> {
	const set = (what: string, located: boolean, make: (header: string[]) => string[]) =>
		hostile(
			table.name,
			what,
			() => {
				const [header = [], ...rows] = gridOf(files, table.name);
				const text = gridText([make([...header]), ...rows]);
				return withFile(files, `${table.name}.csv`, text);
			},
			located,
		);
	yield set("column name stands twice", true, (names) => [...names.slice(0, -1), names[0] ?? ""]);
	yield set("column without a name", true, (names) => ["", ...names.slice(1)]);
	yield set("unknown column", true, (names) => [...names.slice(0, -1), "remarks"]);
	yield set("upper-case header", true, (names) => names.map((name) => name.toUpperCase()));
	for (const { name } of table.columns) {
		yield hostile(table.name, `column ${name} missing`, () => {
			const grid = gridOf(files, table.name);
			const at = grid[0]?.indexOf(name) ?? 0;
			const text = gridText(grid.map((row) => row.filter((_, index) => index !== at)));
			return withFile(files, `${table.name}.csv`, text);
		});
	}
}

function* brokenRows(files: Files, table: Table): Generator<HostileCase> {
	const set = (what: string, make: (row: readonly string[]) => string[][]) =>
		hostile(table.name, what, () => {
			const [header = [], first = [], ...rest] = gridOf(files, table.name);
			return withFile(files, `${table.name}.csv`, gridText([header, ...make(first), ...rest]));
		});
	yield set("row stands twice", (row) => [[...row], [...row]]);
	yield set("row too short", (row) => [row.slice(0, -1)]);
	yield set("row too long", (row) => [[...row, "more"]]);
	yield set("row shifted by a cell", (row) => [["", ...row.slice(0, -1)]]);
	yield set("row of total", (row) => [[...row], ["Total", ...row.slice(1).map(() => "")]]);
	yield set("10 MB cell", (row) => [[...row.slice(0, -1), "x".repeat(10_000_000)]]);
	if (table.name !== "lanes") return;
	yield set("10 MB of quotes", (row) => [[...row.slice(0, -1), '"'.repeat(5_000_000)]]);
}

function* brokenCells(files: Files, table: Table, column: Column): Generator<HostileCase> {
	for (const [what, value] of badValues(column)) {
		const name = `${column.name}: ${what}`;
		yield hostile(table.name, name, () => withCell(files, table.name, 1, column.name, value));
	}
}

function* badValues(column: Column): Generator<readonly [what: string, value: string]> {
	if (column.optional !== true) yield ["blank", ""];
	yield ["spreadsheet error", "#REF!"];
	switch (column.type) {
		case "number":
		case "integer":
			yield ["NaN", "NaN"];
			yield ["infinity", "Infinity"];
			yield ["overflow", "1e999"];
			yield ["huge", "1e300"];
			yield ["below the least", String((column.min ?? -1e15) * 1.1 - 1)];
			yield ["formula", "=1+2"];
			yield ["decimal comma", "0,5"];
			yield ["thousands separator", "1,234"];
			yield ["unit in the cell", "12 t"];
			yield ["percentage", "5%"];
			yield ["word", "many"];
			yield ["hexadecimal", "0x10"];
			yield ["endless digits", `${"1".repeat(30_000)}x`];
			if (column.type === "integer") yield ["fraction", "2.5"];
			return;
		case "boolean":
			yield ["maybe", "maybe"];
			yield ["number", "1"];
			return;
		case "date":
		case "fuzzyDate":
			yield ["no such day", "2024-02-30"];
			yield ["no such month", "2024-13"];
			yield ["spreadsheet form", "31/12/2024"];
			yield ["serial number", "45291"];
			yield ["word", "soon"];
			return;
		case "enum":
			yield ["unknown value", "furlongs"];
			yield ["other case", otherCase(column.values?.[0] ?? "")];
			return;
		case "id":
			yield ["not an id", "Not an id!"];
			yield ["formula", "=HYPERLINK(1)"];
			if (column.references !== undefined) yield ["unknown", unknownId(column)];
			return;
		case "idList":
			yield ["not a list", "one, two"];
			yield ["blank item", `${unknownId(column)};;`];
			yield ["unknown", unknownId(column)];
			yield ["twice the same", `${unknownId(column)};${unknownId(column)}`];
			return;
		default:
			if (!column.verbatim) yield ["not available", "NA"];
			yield ["cell too long", "x".repeat(40_000)];
	}
}

function unknownId(column: Column): string {
	return column.references?.includes("regions.id") ? "ZZZ" : "nobody_knows";
}

type Json = Record<string, unknown> & { resources: JsonResource[] };
type JsonResource = Record<string, unknown> & {
	schema: { fields: Record<string, unknown>[]; primaryKey: unknown };
};

function* brokenDescriptors(files: Files): Generator<HostileCase> {
	const file = "datapackage.json";
	const text = textOf(files, file);
	const put = (what: string, content: string) =>
		hostile("datapackage", what, () => withFile(files, file, encode(content)));
	const edit = (what: string, change: (json: Json) => void) =>
		hostile("datapackage", what, () => {
			const json = JSON.parse(text) as Json;
			change(json);
			return withFile(files, file, encode(JSON.stringify(json, null, 2)));
		});
	yield put("trailing comma", text.replace(/\}\s*$/, ",}\n"));
	yield put("a list", "[]\n");
	yield put("null", "null\n");
	yield put("a number", "42\n");
	yield put("an empty object", "{}\n");
	yield put("deep nesting", "[".repeat(100_000));
	yield put("deep name", `{"name": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
	yield put("10 MB string", JSON.stringify({ name: "x".repeat(10_000_000) }));
	yield edit("no name", (json) => delete json.name);
	yield edit("name of a path", (json) => Object.assign(json, { name: "../../etc" }));
	yield edit("version as a number", (json) => Object.assign(json, { version: 1 }));
	yield edit("resources as an object", (json) => Object.assign(json, { resources: {} }));
	yield edit("resources blank", (json) => Object.assign(json, { resources: [] }));
	yield edit("resource of null", (json) => Object.assign(json.resources, { 0: null }));
	yield edit("resource twice", (json) => json.resources.push({ ...first(json) }));
	yield edit("unknown resource", (json) => json.resources.push({ ...first(json), name: "sauces" }));
	for (const [index, name] of Object.keys(TABLES).entries()) {
		yield edit(`${name} left out`, (json) => json.resources.splice(index, 1));
		yield edit(`${name} elsewhere`, (json) => {
			Object.assign(json.resources[index] ?? {}, { path: `https://example.org/${name}.csv` });
		});
		yield edit(`${name} without a schema`, (json) => {
			Object.assign(json.resources[index] ?? {}, { schema: null });
		});
		yield edit(`${name} with another key`, (json) => {
			Object.assign(json.resources[index]?.schema ?? {}, { primaryKey: ["note"] });
		});
		yield edit(`${name} with another type`, (json) => {
			Object.assign(json.resources[index]?.schema.fields[0] ?? {}, { type: "geopoint" });
		});
		yield edit(`${name} in another unit`, (json) => {
			Object.assign(json.resources[index]?.schema.fields[0] ?? {}, { unit: "short tons" });
		});
		yield edit(`${name} without a field`, (json) => json.resources[index]?.schema.fields.pop());
	}
	yield edit("semicolon dialect", (json) =>
		Object.assign(first(json), { dialect: { delimiter: ";" } }),
	);
	yield edit("Latin-1 by declaration", (json) =>
		Object.assign(first(json), { encoding: "iso-8859-1" }),
	);
}

function first(json: Json): JsonResource {
	return json.resources[0] as JsonResource;
}

function otherCase(word: string): string {
	return word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase();
}
