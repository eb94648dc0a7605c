/** A folder of files to a validated data package, or to every problem it has. */

import { runChecks } from "./checks/index.ts";
import { contentHash } from "./hash.ts";
import { Nearest } from "./nearest.ts";
import { type Problem, Problems } from "./problem.ts";
import { readDescriptor } from "./read-descriptor.ts";
import { type ReadTable, readTable } from "./read-table.ts";
import type { Run } from "./run.ts";
import type { Row } from "./table.ts";
import { TABLES } from "./tables/index.ts";

export type TableName = keyof typeof TABLES;
export type Tables = { readonly [K in TableName]: readonly Row<(typeof TABLES)[K]>[] };

export interface DataPackage {
	readonly name: string;
	readonly version: string;
	/** SHA-256 of the content of the tables, independent of how the files are written. */
	readonly hash: string;
	readonly tables: Tables;
}

export type Loaded =
	| { readonly ok: true; readonly pkg: DataPackage; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads and checks a data package.
 *
 * @param files bytes by file name relative to the package folder: `datapackage.json`
 * and one `<table>.csv` for each of `TABLES`; other files are left alone, except
 * tables nobody declared, which get a warning
 * @returns the package with its warnings, or all its problems; bad data never throws.
 * Only an aborted `signal` does.
 */
export function loadPackage(files: ReadonlyMap<string, Uint8Array>, run?: Run): Loaded {
	const problems = new Problems();
	const nearest = new Nearest();
	const names = Object.keys(TABLES) as TableName[];
	const descriptor = readDescriptor(files, problems, nearest);
	warnOfStrangers(files, names, problems, nearest);
	const read = new Map<string, ReadTable>();
	for (const [done, name] of names.entries()) {
		run?.signal?.throwIfAborted();
		run?.onProgress?.({ task: `reading ${name}`, done, total: names.length + 1 });
		const table = readTable(TABLES[name], files.get(`${name}.csv`), problems, nearest);
		if (table !== null) read.set(name, table);
	}
	run?.signal?.throwIfAborted();
	run?.onProgress?.({ task: "checking", done: names.length, total: names.length + 1 });
	runChecks(read, problems, nearest);
	const listed = problems.list(["datapackage", ...names]);
	if (problems.errors > 0 || descriptor === null) return { ok: false, problems: listed };
	const tables = Object.fromEntries(names.map((name) => [name, read.get(name)?.rows ?? []]));
	const hash = contentHash(read.values());
	return {
		ok: true,
		pkg: { ...descriptor, hash, tables: tables as unknown as Tables },
		problems: listed,
	};
}

function warnOfStrangers(
	files: ReadonlyMap<string, Uint8Array>,
	names: readonly string[],
	problems: Problems,
	nearest: Nearest,
): void {
	for (const file of files.keys()) {
		if (!/^[^/]+\.csv$/i.test(file)) continue;
		const table = file.slice(0, -4);
		if (names.includes(table)) continue;
		problems.add({
			severity: "warning",
			table,
			what: "no such table, not read",
			found: file,
			expected: "a declared table",
			nearest: () => nearest.find(table, names),
		});
	}
}
