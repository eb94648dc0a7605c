import { type DataPackage, TABLES, type TableName } from "../../dataset/index.ts";
import { type Factor, resolvePackage, rowKey, tidy } from "../../evidence/index.ts";

/** The package with some factors, by their position, moved to other values. */
export type Mover = (values: ReadonlyMap<number, number>) => DataPackage;

/**
 * Moves factors of a package whose numbers are resolved, as `withFactorValues` does for a whole
 * package, but with every cell looked up once: thousands of variants are asked for. Cells of rows
 * that the package does not have are passed over. Where a plant's effective capacity falls below
 * the output it is committed to, the commitment falls with it.
 */
export function moverOf(pkg: DataPackage, factors: readonly Factor[]): Mover {
	const base = resolved(pkg);
	const places = placesOf(base, factors);
	return (values) => {
		const tables = new Map<TableName, object[]>();
		for (const [factor, value] of values)
			for (const place of places[factor] ?? []) {
				const rows = tables.get(place.table) ?? [...base.tables[place.table]];
				tables.set(place.table, rows);
				rows[place.index] = { ...rows[place.index], [place.column]: movedTo(place, value) };
			}
		const capacities = tables.get("capacities") as CapacityRow[] | undefined;
		if (capacities) tables.set("capacities", capacities.map(keepPromise));
		return { ...base, tables: { ...base.tables, ...Object.fromEntries(tables) } };
	};
}

/** The package with its numbers resolved and nothing left to resolve. */
export function resolved(pkg: DataPackage): DataPackage {
	const known = resolvePackage(pkg);
	return { ...known, tables: { ...known.tables, parameters: [] } };
}

interface Place {
	readonly table: TableName;
	readonly index: number;
	readonly column: string;
	/** The number moves in this proportion to the factor; null = it is the factor. */
	readonly per: number | null;
	readonly low: number;
	readonly high: number;
}

function placesOf(pkg: DataPackage, factors: readonly Factor[]): Place[][] {
	const rowsOf = new Map<TableName, ReadonlyMap<string, number>>();
	const indexOf = (table: TableName): ReadonlyMap<string, number> => {
		const rows: readonly object[] = pkg.tables[table];
		const known =
			rowsOf.get(table) ??
			new Map(rows.map((row, i) => [rowKey(table, row as Record<string, unknown>), i]));
		rowsOf.set(table, known);
		return known;
	};
	return factors.map(({ cells, kind, distribution }) =>
		cells.flatMap(({ table: name, row, column }) => {
			const table = name as TableName;
			const index = indexOf(table).get(row);
			if (index === undefined) return [];
			const stated = (pkg.tables[table][index] as unknown as Record<string, number | null>)[column];
			const { low, high } = limitsOf(table, column);
			const per = kind === "assumption" ? (stated ?? 0) / distribution.middle : null;
			return { table, index, column, per, low, high };
		}),
	);
}

function limitsOf(table: TableName, column: string): { low: number; high: number } {
	const columns: readonly { name: string; min?: number; max?: number }[] = TABLES[table].columns;
	const declared = columns.find(({ name }) => name === column);
	return { low: declared?.min ?? -Infinity, high: declared?.max ?? Infinity };
}

function movedTo({ per, low, high }: Place, value: number): number {
	return Math.min(Math.max(tidy(per === null ? value : per * value), low), high);
}

type CapacityRow = DataPackage["tables"]["capacities"][number];

function keepPromise(row: CapacityRow): CapacityRow {
	const { effective_t_per_year: effective, committed_t_per_year: committed } = row;
	return effective !== null && committed !== null && committed > effective
		? { ...row, committed_t_per_year: effective }
		: row;
}
