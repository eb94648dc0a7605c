/** A number of the model in words: where it stands and what it is. */
import { type Column, TABLES, type Table } from "@lodegrid/engine/dataset";
import type { CellRef } from "@lodegrid/engine/evidence";
import type { Catalog, Tables } from "../engine/catalog.ts";
import { capital } from "../lib/format.ts";

type Row = Readonly<Record<string, unknown>>;

const SPOKEN = /_(t|usd|t_per_year|usd_per_kg|usd_per_t|per_year|days|years)$/;

/** `Mountain Pass, 2024-01-01: nameplate`. */
export function cellTitle(catalog: Catalog, cell: CellRef): string {
	const place = placeOf(catalog, cell);
	const column = cell.column.replace(SPOKEN, "").replaceAll("_", " ");
	return `${place}: ${column}`;
}

/** The row a cell stands in; null where the package has none of that key. */
export function rowOf(catalog: Catalog, { table, row }: CellRef): Row | null {
	const declared = tableOf(table);
	if (!declared) return null;
	const rows = catalog.tables[table as keyof Tables] as readonly Row[];
	return byKey(rows, declared.primaryKey).get(row) ?? null;
}

const keyed = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>();

function byKey(rows: readonly Row[], key: readonly string[]): ReadonlyMap<string, Row> {
	const known =
		keyed.get(rows) ??
		new Map(rows.map((row) => [key.map((name) => String(row[name] ?? "")).join("|"), row]));
	keyed.set(rows, known);
	return known;
}

/** What the column means and its unit, as the table declares it. */
export function columnOf({ table, column }: CellRef): Column | null {
	return tableOf(table)?.columns.find(({ name }) => name === column) ?? null;
}

/** `table/row/column` as a cell; the row may itself hold slashes. Null where it is none. */
export function readCell(id: string): CellRef | null {
	const [first, last] = [id.indexOf("/"), id.lastIndexOf("/")];
	if (first < 1 || last <= first) return null;
	return { table: id.slice(0, first), row: id.slice(first + 1, last), column: id.slice(last + 1) };
}

export function tableOf(name: string): Table | null {
	return Object.hasOwn(TABLES, name)
		? ((TABLES as Readonly<Record<string, Table>>)[name] ?? null)
		: null;
}

/** The row by its own name, else by the names of what its key points at. */
function placeOf(catalog: Catalog, cell: CellRef): string {
	const row = rowOf(catalog, cell);
	const own = row && nameIn(row);
	if (own) return own;
	const declared = tableOf(cell.table);
	if (!declared) return cell.row;
	const keys = cell.row.split("|");
	const parts = declared.primaryKey.flatMap((name, i) => {
		const value = keys[i];
		if (!value) return [];
		const column = declared.columns.find((some) => some.name === name);
		return [(column && named(catalog, column, value)) ?? value.replaceAll("_", " ")];
	});
	return capital(parts.join(", "));
}

function named(catalog: Catalog, column: Column, value: string): string | null {
	for (const reference of column.references ?? []) {
		const [table = "", key = ""] = reference.split(".");
		const rows = catalog.tables[table as keyof Tables] as readonly Row[] | undefined;
		const row = rows?.find((some) => some[key] === value);
		if (!row) continue;
		const facility = catalog.facilities.get(String(row.facility_id ?? ""));
		return nameIn(row) ?? facility?.name ?? null;
	}
	return null;
}

function nameIn(row: Row): string | null {
	const name = row.name ?? row.title;
	return typeof name === "string" ? name : null;
}
