/** A checked package on its way to the browser: each table as its column names and its rows. */
import type { DataPackage, Problem } from "@lodegrid/engine/dataset";

export interface Packed {
	readonly name: string;
	readonly version: string;
	readonly hash: string;
	readonly warnings: readonly Problem[];
	readonly tables: Readonly<Record<string, PackedTable>>;
}

interface PackedTable {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly unknown[])[];
}

export function pack({ tables, ...rest }: DataPackage, warnings: readonly Problem[]): Packed {
	return {
		...rest,
		warnings,
		tables: Object.fromEntries(
			Object.entries(tables).map(([name, rows]) => {
				const columns = Object.keys(rows[0] ?? {});
				const cells = (row: object) => columns.map((column) => (row as Cells)[column]);
				return [name, { columns, rows: rows.map(cells) }];
			}),
		),
	};
}

export function unpack({ warnings, tables, ...rest }: Packed): {
	pkg: DataPackage;
	warnings: readonly Problem[];
} {
	const unpacked = Object.fromEntries(
		Object.entries(tables).map(([name, { columns, rows }]) => [
			name,
			rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
		]),
	);
	return { pkg: { ...rest, tables: unpacked as unknown as DataPackage["tables"] }, warnings };
}

type Cells = Readonly<Record<string, unknown>>;
