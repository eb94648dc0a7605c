import { type DataPackage, TABLES, type TableName } from "../../dataset/index.ts";
import { type CellRef, rowKey } from "../../evidence/index.ts";

/** Tables of the ledger itself: what is said, not what the chain is. */
const LEDGER: ReadonlySet<string> = new Set([
	"sources",
	"assumptions",
	"units",
	"bases",
	"attributes",
	"subjects",
	"identities",
	"claims",
	"parameters",
]);
/** Who says so and how sure: no result is computed from it. */
const SAYING: ReadonlySet<string> = new Set(["source_ids", "confidence", "note"]);

type AnyRow = Readonly<Record<string, unknown>>;

/**
 * Cells of the model's tables that differ between two packages, both resolved; of a row that only
 * one of them has, every cell. In order of tables and rows.
 */
export function changedCells(before: DataPackage, after: DataPackage): CellRef[] {
	return (Object.keys(TABLES) as TableName[])
		.filter((name) => !LEDGER.has(name) && before.tables[name] !== after.tables[name])
		.flatMap((name) => changedIn(name, rowsOf(before, name), rowsOf(after, name)));
}

function changedIn(
	table: TableName,
	before: ReadonlyMap<string, AnyRow>,
	after: ReadonlyMap<string, AnyRow>,
): CellRef[] {
	const columns = TABLES[table].columns.map(({ name }) => name).filter((name) => !SAYING.has(name));
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((row) => {
		const [was, is] = [before.get(row), after.get(row)];
		if (was === is) return [];
		return columns
			.filter((column) => String(was?.[column] ?? "") !== String(is?.[column] ?? ""))
			.map((column) => ({ table, row, column }));
	});
}

function rowsOf(pkg: DataPackage, table: TableName): ReadonlyMap<string, AnyRow> {
	return new Map(pkg.tables[table].map((row) => [rowKey(table, row), row]));
}
