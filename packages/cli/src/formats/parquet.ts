import { parquetWriteBuffer } from "hyparquet-writer";
import type { Metadata, TidyCell, TidyColumn, TidyTable } from "./tidy.ts";

const TYPES = { text: "STRING", number: "DOUBLE", integer: "INT32", boolean: "BOOLEAN" } as const;

/** One Parquet file, typed columns, gaps as nulls, metadata as key-value pairs. */
export function parquet(table: TidyTable, metadata: Metadata): Uint8Array {
	const buffer = parquetWriteBuffer({
		columnData: table.columns.map((column, i) => ({
			name: column.name,
			type: TYPES[column.type],
			data: table.rows.map((row) => plain(row[i] ?? null, column)),
		})),
		kvMetadata: [
			...Object.entries(metadata).map(([key, value]) => ({ key, value })),
			...table.columns.map((column) => ({
				key: `column.${column.name}`,
				value: column.description,
			})),
		],
		createdBy: "lodegrid 0.1.0",
	});
	return new Uint8Array(buffer);
}

function plain(cell: TidyCell, column: TidyColumn): TidyCell | undefined {
	if (cell === null) return undefined;
	return column.type === "text" ? String(cell) : cell;
}
