/** Files of claims for tests: rows of named cells over a good claim of the small package. */
import { type DataPackage, loadPackage, TABLES, toCsv } from "../../../src/dataset/index.ts";
import { encode, messages, readFolder } from "../../dataset/packages.ts";

export type Cells = Readonly<Record<string, string>>;

/** A claim that the small package does not have, as it stands in a file. */
export const GOOD: Cells = {
	id: "pit_nameplate_rival",
	subject_id: "pit",
	attribute_id: "capacity_nameplate",
	basis_id: "reo",
	as_of: "2024",
	form: "exact",
	value: "12000",
	unit_id: "t_per_year",
	printed: "12,000 t",
	derivation: "printed",
	standing: "counts",
	source_ids: "small_paper",
	confidence: "low",
};

/** A CSV with the columns that any of the rows has, in that order unless one is given. */
export function csv(rows: readonly Cells[], columns?: readonly string[]): Uint8Array {
	const names = columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))];
	return encode(lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
}

/** Good claims with some cells changed. */
export function claimsFile(...changes: readonly Cells[]): Uint8Array {
	return csv(changes.map((change) => ({ ...GOOD, ...change })));
}

/** A table of a package as the package's own file would have it. */
export function tableFile(pkg: DataPackage, table: keyof typeof TABLES): Uint8Array {
	const columns = TABLES[table].columns.map(({ name }) => name as string);
	return encode(toCsv(columns, pkg.tables[table] as readonly Record<string, string>[]));
}

export function open(folder: string): DataPackage {
	const loaded = loadPackage(readFolder(folder));
	if (!loaded.ok) throw new Error(messages(loaded).slice(0, 10).join("\n"));
	return loaded.pkg;
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
