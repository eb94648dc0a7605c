import { locate } from "./names.ts";
import { type RowWise, transpose } from "./transpose.ts";
import type { LpModel } from "./types.ts";

/**
 * One row as mathematics with its numbers, for example
 * `capacity[plant,2025]: activity[a] + 2 activity[b] ≤ 40  (t)`. Terms in column order; numbers in
 * full precision; deterministic.
 */
export function printRow(model: LpModel, row: number | string): string {
	return rowText(model, transpose(model), indexOf(row, "row", model.findRow));
}

/** One column: its bounds, its cost and every row it stands in. */
export function printColumn(model: LpModel, column: number | string): string {
	const j = indexOf(column, "column", model.findColumn);
	const { family } = locate(model.columnFamilies, j);
	const name = model.columnName(j);
	const domain = model.integer?.[j] ? ", integer" : "";
	const bounds = between(model.colLower[j] as number, name, model.colUpper[j] as number);
	const lines = [`${bounds}${domain}${unitNote(family.unit)}`, `  objective: ${model.cost[j]}`];
	for (let k = model.starts[j] as number; k < (model.starts[j + 1] as number); k++)
		lines.push(`  ${model.rowName(model.indices[k] as number)}: ${model.values[k]}`);
	return lines.join("\n");
}

export interface PrintOptions {
	/** Only these families of rows (all when absent). */
	readonly rowFamilies?: readonly string[];
	/** Most rows and most columns to print of each family; default 20. */
	readonly limit?: number;
}

/** The model as text: objective, rows by family, column bounds. What is left out is counted. */
export function printModel(model: LpModel, options: PrintOptions = {}): string {
	const limit = options.limit ?? 20;
	const wanted = options.rowFamilies;
	const byRow = transpose(model);
	const lines = [
		`model ${model.name}`,
		"",
		"minimise",
		...objective(model, limit),
		"",
		"subject to",
	];
	for (const { family, first, count } of model.rowFamilies) {
		if (wanted && !wanted.includes(family)) continue;
		for (let k = 0; k < Math.min(count, limit); k++)
			lines.push(`  ${rowText(model, byRow, first + k)}`);
		if (count > limit) lines.push(`  … ${count - limit} more ${family} rows`);
	}
	lines.push("", "with");
	for (const { family, first, count, unit } of model.columnFamilies) {
		for (let k = 0; k < Math.min(count, limit); k++) {
			const j = first + k;
			const [low, high] = [model.colLower[j] as number, model.colUpper[j] as number];
			const domain = model.integer?.[j] ? ", integer" : "";
			lines.push(`  ${between(low, model.columnName(j), high)}${domain}${unitNote(unit)}`);
		}
		if (count > limit) lines.push(`  … ${count - limit} more ${family} columns`);
	}
	return `${lines.join("\n")}\n`;
}

function objective(model: LpModel, limit: number): string[] {
	const lines = model.offset === 0 ? [] : [`  ${model.offset}`];
	for (const { family, first, count } of model.columnFamilies) {
		let shown = 0;
		let priced = 0;
		for (let j = first; j < first + count; j++) {
			if (model.cost[j] === 0) continue;
			priced++;
			if (shown++ >= limit) continue;
			lines.push(`  ${term(model.cost[j] as number, model.columnName(j), lines.length === 0)}`);
		}
		if (priced > limit) lines.push(`  … ${priced - limit} more ${family} terms`);
	}
	return lines.length ? lines : ["  0"];
}

function rowText(model: LpModel, byRow: RowWise, i: number): string {
	const terms: string[] = [];
	for (let k = byRow.starts[i] as number; k < (byRow.starts[i + 1] as number); k++) {
		const name = model.columnName(byRow.indices[k] as number);
		terms.push(term(byRow.values[k] as number, name, terms.length === 0));
	}
	const { family } = locate(model.rowFamilies, i);
	const body = between(
		model.rowLower[i] as number,
		terms.join(" ") || "0",
		model.rowUpper[i] as number,
	);
	return `${model.rowName(i)}: ${body}${unitNote(family.unit)}`;
}

function term(value: number, name: string, first: boolean): string {
	const size = Math.abs(value) === 1 ? "" : `${Math.abs(value)} `;
	if (first) return `${value < 0 ? "-" : ""}${size}${name}`;
	return `${value < 0 ? "-" : "+"} ${size}${name}`;
}

function between(low: number, body: string, high: number): string {
	if (low === high) return `${body} = ${low}`;
	if (low === -Infinity && high === Infinity) return `${body} free`;
	if (low === -Infinity) return `${body} ≤ ${high}`;
	if (high === Infinity) return `${body} ≥ ${low}`;
	return `${low} ≤ ${body} ≤ ${high}`;
}

function unitNote(unit: string): string {
	return unit === "" ? "" : `  (${unit})`;
}

function indexOf(which: number | string, kind: string, find: (name: string) => number): number {
	const index = typeof which === "number" ? which : find(which);
	if (index < 0) throw new RangeError(`no ${kind} named ${which}`);
	return index;
}
