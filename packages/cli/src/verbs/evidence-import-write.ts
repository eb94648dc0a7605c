/** New rows into the files of a package: all files or none, and only if the result loads. */
import { join } from "node:path";
import { type DataPackage, formatProblem, loadPackage, toCsv } from "@lodegrid/engine/dataset";
import { Failure } from "../failure.ts";
import { readFolder, writeAll } from "../files.ts";

const TABLES = ["sources", "subjects", "claims"] as const;

/**
 * Appends to the tables of the package in `folder` the rows that `after` has beyond `before`; lines
 * that are there stay as they are. Returns the paths written.
 */
export function writeImport(folder: string, before: DataPackage, after: DataPackage): string[] {
	const files = readFolder(folder);
	const changed = new Map<string, Uint8Array>();
	for (const table of TABLES) {
		const rows = after.tables[table].slice(before.tables[table].length);
		if (rows.length > 0) changed.set(`${table}.csv`, appended(folder, files, table, rows));
	}
	const loaded = loadPackage(new Map([...files, ...changed]));
	if (!loaded.ok || loaded.pkg.hash !== after.hash) {
		const problems = loaded.problems.map(formatProblem);
		const reason = loaded.ok ? "it changed while the import was reviewed" : "it would not load";
		throw new Failure(
			2,
			[...problems, `${folder} was not written to: ${reason}. Run the import again.`].join("\n"),
		);
	}
	const paths = new Map([...changed].map(([name, bytes]) => [join(folder, name), bytes]));
	writeAll(paths, true);
	return [...paths.keys()];
}

function appended(
	folder: string,
	files: ReadonlyMap<string, Uint8Array>,
	table: (typeof TABLES)[number],
	rows: readonly object[],
): Uint8Array {
	const bytes = files.get(`${table}.csv`);
	if (bytes === undefined)
		throw new Failure(
			2,
			`${folder} has no ${table}.csv. Write one with its header and list it in datapackage.json; nothing was written.`,
		);
	const columns = headerOf(bytes);
	const csv = toCsv(columns, rows as Record<string, string>[]);
	const lines = new TextEncoder().encode(csv.slice(csv.indexOf("\n") + 1));
	const whole = new Uint8Array(bytes.length + lines.length);
	whole.set(bytes);
	whole.set(lines, bytes.length);
	return whole;
}

/** Names of columns in the order of the file; a package that loads has plain ones. */
function headerOf(bytes: Uint8Array): string[] {
	const text = new TextDecoder().decode(bytes.subarray(0, 10_000));
	const [line = ""] = text.trimStart().split(/\r\n?|\n/, 1);
	return line.split(",").map((name) => name.replaceAll('"', "").trim());
}
