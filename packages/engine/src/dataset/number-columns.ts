/** Which columns of which tables are numbers of the model, and where their range stands. */

import type { DataPackage, TableName } from "./load.ts";
import type { CONFIDENCES, Column } from "./table.ts";
import { TABLES } from "./tables/index.ts";

/** A row that holds such numbers, read by column name. */
export type NumberRow = Readonly<Record<string, unknown>> & {
	readonly source_ids: readonly string[];
	readonly confidence: (typeof CONFIDENCES)[number];
};

/** A column that holds numbers of the model. */
export interface NumberColumn {
	readonly column: string;
	/** What it is, as in a title: `effective capacity`. */
	readonly words: string;
	/** Columns of the same row with the ends of its range, in the same unit. */
	readonly range?: readonly [low: string, high: string];
	/** Columns with low, middle and high in another unit: their ratios are its range. */
	readonly printedRange?: readonly [low: string, middle: string, high: string];
	/** Column of the row that names the unit, where the declaration does not. */
	readonly unitIn?: string;
	/** Units of assumptions, beside that of the column, whose change moves it in proportion. */
	readonly assumedIn?: readonly string[];
	/** True for rows where the number is a definition and has no uncertainty. */
	readonly defined?: (row: NumberRow, pkg: DataPackage) => boolean;
}

export const NUMBER_COLUMNS: Readonly<Partial<Record<TableName, readonly NumberColumn[]>>> = {
	elements: [{ column: "oxide_per_element", words: "oxide per element" }],
	materials: [{ column: "disposal_cost_usd_per_t", words: "disposal cost" }],
	compositions: [{ column: "fraction", words: "content" }],
	ore_baskets: [{ column: "oxide_share", words: "oxide share" }],
	recipes: [
		{
			column: "coefficient",
			words: "recipe coefficient",
			range: ["low", "high"],
			defined: isReferenceFlow,
		},
	],
	lines: [{ column: "variable_cost_usd_per_t", words: "variable cost" }],
	capacities: [
		{ column: "nameplate_t_per_year", words: "nameplate capacity" },
		{ column: "effective_t_per_year", words: "effective capacity" },
		{ column: "committed_t_per_year", words: "committed output" },
		{ column: "latest_output_t", words: "latest output" },
	],
	lanes: [
		{ column: "freight_usd_per_t", words: "freight", assumedIn: ["USD/t/km"] },
		{ column: "lead_time_days", words: "lead time" },
		{ column: "loss_fraction", words: "loss on the way" },
		{ column: "tariff_usd_per_t", words: "tariff" },
		{ column: "capacity_t_per_year", words: "capacity of the lane" },
	],
	stocks: [
		{ column: "quantity_t", words: "stock", range: ["low_t", "high_t"] },
		{ column: "storage_t", words: "storage" },
		{ column: "holding_cost_usd_per_t_year", words: "holding cost" },
	],
	sectors: [{ column: "shortage_penalty_usd_per_t", words: "shortage penalty" }],
	demand: [{ column: "quantity_t", words: "demand", range: ["low_t", "high_t"] }],
	prices: [
		{
			column: "price_usd_per_kg",
			words: "price",
			printedRange: ["low_printed", "mid_printed", "high_printed"],
		},
	],
	measure_effects: [{ column: "value", words: "effect", unitIn: "unit" }],
	references: [
		{ column: "value", words: "reference figure", range: ["low", "high"], unitIn: "unit" },
	],
};

/** The process is counted in this material: its coefficient is 1 by definition. */
function isReferenceFlow(row: NumberRow, pkg: DataPackage): boolean {
	return referenceFlows(pkg).has(`${row.process_id}|${row.material_id}`);
}

const FLOWS = new WeakMap<DataPackage["tables"]["processes"], ReadonlySet<string>>();

function referenceFlows({ tables }: DataPackage): ReadonlySet<string> {
	let flows = FLOWS.get(tables.processes);
	if (flows === undefined) {
		flows = new Set(tables.processes.map((row) => `${row.id}|${row.reference_material_id}`));
		FLOWS.set(tables.processes, flows);
	}
	return flows;
}

/** Declaration of a column; null when the table has none of this name. */
function columnOf(table: TableName, column: string): Column | null {
	const columns: readonly Column[] = TABLES[table].columns;
	return columns.find(({ name }) => name === column) ?? null;
}

/** Smallest and largest number that the column takes. */
export function columnBounds(table: TableName, column: string): { low: number; high: number } {
	const declaration = columnOf(table, column);
	return { low: declaration?.min ?? -Infinity, high: declaration?.max ?? Infinity };
}

/** Unit of a number as the documentation writes it: `t/yr`, `USD/t`, `fraction`. */
export function columnUnit(table: TableName, numbers: NumberColumn, row: NumberRow): string {
	if (numbers.unitIn !== undefined) return String(row[numbers.unitIn] ?? "");
	return columnOf(table, numbers.column)?.unit ?? "";
}
