import { type Column, type DataPackage, TABLES, type TableName } from "../dataset/index.ts";
import type { NumberCell } from "./cells.ts";

type AnyRow = Readonly<Record<string, unknown>>;

/** What a number is, in words: `demand of NdFeB magnets, United States, motors, 2025, base`. */
export function titleOf(pkg: DataPackage, { table, numbers, row }: NumberCell): string {
	const own = ownName(row);
	const parts =
		own === null
			? TABLES[table].primaryKey.map((column) => partOf(pkg, table, column, row))
			: [own, row.market, row.period].filter((part) => typeof part === "string");
	return `${numbers.words} of ${parts.join(", ")}`;
}

/** A part of the key: the name of what it refers to, else itself. */
function partOf(pkg: DataPackage, table: TableName, column: string, row: AnyRow): string {
	const id = String(row[column]);
	const declared = (TABLES[table].columns as readonly Column[]).find((c) => c.name === column);
	for (const reference of declared?.references ?? []) {
		const [other = "", by = ""] = reference.split(".");
		const found = rowsBy(pkg, other as TableName, by).get(id);
		if (found === undefined) continue;
		const named = ownName(found);
		if (named === null) return referredName(pkg, other as TableName, found);
		if (by === "id") return withoutBasis(named);
	}
	return column === "id" ? referredName(pkg, table, row) : id;
}

/** Of a row without a name, such as a line: that of the first thing it refers to. */
function referredName(pkg: DataPackage, table: TableName, row: AnyRow): string {
	for (const { name, references = [] } of TABLES[table].columns as readonly Column[]) {
		const [other = "", by = ""] = references[0]?.split(".") ?? [];
		if (by !== "id" || typeof row[name] !== "string") continue;
		const found = rowsBy(pkg, other as TableName, by).get(row[name]);
		const named = found === undefined ? null : ownName(found);
		if (named !== null) return named;
	}
	return String(row.id);
}

/** The unit of the column says what a tonne is: "Dy metal, t metal" → "Dy metal". */
function withoutBasis(name: string): string {
	return name.replace(/\s*[,(]\s*t\b.*$/i, "").trim();
}

function ownName(row: AnyRow): string | null {
	const name = row.name ?? row.title ?? row.item;
	return typeof name === "string" ? name : null;
}

const ROWS = new WeakMap<readonly object[], Map<string, ReadonlyMap<string, AnyRow>>>();

/** First row with each value of a column. */
function rowsBy(pkg: DataPackage, table: TableName, by: string): ReadonlyMap<string, AnyRow> {
	const rows: readonly object[] = pkg.tables[table];
	const known = ROWS.get(rows) ?? new Map<string, ReadonlyMap<string, AnyRow>>();
	ROWS.set(rows, known);
	let index = known.get(by);
	if (index === undefined) {
		const entries = (rows as readonly AnyRow[]).map((row) => [String(row[by]), row] as const);
		index = new Map(entries.reverse());
		known.set(by, index);
	}
	return index;
}
