import type { TableName } from "../load.ts";
import { columnUnit, NUMBER_COLUMNS, type NumberRow } from "../number-columns.ts";
import { TABLES } from "../tables/index.ts";
import type { Check, Context, TableRow } from "./check.ts";

type Parameter = TableRow<"parameters">;

export const parameterCells: Check = {
	rule: "A parameter points at a number of the model that exists, each number is bound once, and an override has a figure within its range.",
	needs: [],
	run(context) {
		const keys = keyFinder(context);
		const bound = new Map<string, string>();
		for (const [index, row] of context.rows("parameters")) {
			const fault = placeFault(context, row, keys) ?? overrideFault(row);
			if (fault !== null) context.report("parameters", index, fault);
			const cell = `${row.table_name}/${row.row_key}/${row.column_name}`;
			const first = bound.get(cell);
			if (first === undefined) bound.set(cell, row.id);
			else
				context.report("parameters", index, {
					column: "row_key",
					what: `number bound twice, by ${first} too`,
					found: cell,
					expected: "one parameter for a number",
				});
		}
	},
};

interface Fault {
	readonly column: keyof Parameter;
	readonly what: string;
	readonly found: string | number | null;
	readonly expected: string;
	readonly nearest?: () => string | null;
}

type Keys = (table: TableName) => ReadonlyMap<string, NumberRow>;

function placeFault(context: Context, row: Parameter, keys: Keys): Fault | null {
	const tables = Object.keys(NUMBER_COLUMNS);
	const columns = NUMBER_COLUMNS[row.table_name as TableName]?.map(({ column }) => column);
	if (columns === undefined)
		return {
			column: "table_name",
			what: "no table with numbers of the model",
			found: row.table_name,
			expected: `one of ${tables.join(", ")}`,
			nearest: () => context.nearest.find(row.table_name, tables),
		};
	if (!columns.includes(row.column_name))
		return {
			column: "column_name",
			what: `no number of ${row.table_name}`,
			found: row.column_name,
			expected: `one of ${columns.join(", ")}`,
			nearest: () => context.nearest.find(row.column_name, columns),
		};
	const rows = keys(row.table_name as TableName);
	if (rows.has(row.row_key)) return null;
	return {
		column: "row_key",
		what: `no row of ${row.table_name}`,
		found: row.row_key,
		expected: `${TABLES[row.table_name as TableName].primaryKey.join("|")} of a row`,
		nearest: () => context.nearest.find(row.row_key, rows.keys()),
	};
}

function overrideFault(row: Parameter): Fault | null {
	const { rule, override_value: value, override_low: low, override_high: high } = row;
	if (rule !== "override") {
		const column = (["override_value", "override_low", "override_high"] as const).find(
			(name) => row[name] !== null,
		);
		if (column === undefined) return null;
		const expected = `a blank cell, as the rule is ${rule}`;
		return { column, what: "figure without the rule override", found: row[column], expected };
	}
	if (value === null) {
		const expected = "the analyst's figure, as the rule is override";
		return { column: "override_value", what: "figure missing", found: "", expected };
	}
	if (low !== null && low > value)
		return { column: "override_low", what: "above its value", found: low, expected: `≤ ${value}` };
	if (high !== null && high < value)
		return {
			column: "override_high",
			what: "below its value",
			found: high,
			expected: `≥ ${value}`,
		};
	return null;
}

/** Rows of a table by their keys, read once. */
export function keyFinder(context: Context): Keys {
	const known = new Map<TableName, ReadonlyMap<string, NumberRow>>();
	return (table) => {
		let rows = known.get(table);
		if (rows === undefined) {
			const key: readonly string[] = TABLES[table].primaryKey;
			rows = new Map(
				(context.table(table)?.rows ?? []).map((row) => [
					key.map((column) => String(row[column])).join("|"),
					row as unknown as NumberRow,
				]),
			);
			known.set(table, rows);
		}
		return rows;
	};
}

/** Unit of the number that a parameter binds; null where there is no such number. */
export function boundUnit(row: Parameter, keys: Keys): string | null {
	const table = row.table_name as TableName;
	const numbers = NUMBER_COLUMNS[table]?.find(({ column }) => column === row.column_name);
	if (numbers === undefined) return null;
	const found = keys(table).get(row.row_key);
	return found === undefined ? null : columnUnit(table, numbers, found);
}
