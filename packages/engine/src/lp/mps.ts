import type { LpModel } from "./types.ts";

/**
 * The model as free-format MPS text: every number in the shortest form that reads back to the same
 * double, rows and columns by name. White space inside names becomes `_`; a first `-`, `$` or a
 * purely numeric name gets a letter in front, because readers trip over them.
 * Throws when two rows or two columns would share a name. The constant is written as the negative
 * right-hand side of the objective row, the convention HiGHS, CPLEX and Gurobi read.
 */
export function writeMps(model: LpModel): string {
	const rows = names(model.rowCount, model.rowName, "row");
	const columns = names(model.columnCount, model.columnName, "column");
	return [
		`NAME ${safe(model.name) || "model"}`,
		"ROWS",
		" N COST",
		...rows.map((name, i) => ` ${rowType(model, i)} ${name}`),
		"COLUMNS",
		...columnLines(model, rows, columns),
		"RHS",
		...rhsLines(model, rows),
		"RANGES",
		...rangeLines(model, rows),
		"BOUNDS",
		...boundLines(model, columns),
		"ENDATA",
		"",
	].join("\n");
}

function rowType(model: LpModel, i: number): "E" | "L" | "G" | "N" {
	const [low, high] = [model.rowLower[i] as number, model.rowUpper[i] as number];
	if (low === high) return "E";
	if (high !== Infinity) return "L";
	return low === -Infinity ? "N" : "G";
}

function* columnLines(model: LpModel, rows: string[], columns: string[]): Generator<string> {
	let inInteger = false;
	let markers = 0;
	for (let j = 0; j < model.columnCount; j++) {
		const integer = model.integer?.[j] === 1;
		if (integer !== inInteger) {
			yield ` MARKER${markers++} 'MARKER' ${integer ? "'INTORG'" : "'INTEND'"}`;
			inInteger = integer;
		}
		const from = model.starts[j] as number;
		const to = model.starts[j + 1] as number;
		if (model.cost[j] !== 0 || from === to) yield ` ${columns[j]} COST ${model.cost[j]}`;
		for (let k = from; k < to; k++)
			yield ` ${columns[j]} ${rows[model.indices[k] as number]} ${model.values[k]}`;
	}
	if (inInteger) yield ` MARKER${markers} 'MARKER' 'INTEND'`;
}

function* rhsLines(model: LpModel, rows: string[]): Generator<string> {
	if (model.offset !== 0) yield ` RHS COST ${-model.offset}`;
	for (let i = 0; i < model.rowCount; i++) {
		const type = rowType(model, i);
		const value = type === "G" ? model.rowLower[i] : model.rowUpper[i];
		if (type !== "N" && value !== 0) yield ` RHS ${rows[i]} ${value}`;
	}
}

/** A two-sided row is an L row with a range: lower = upper − range. */
function* rangeLines(model: LpModel, rows: string[]): Generator<string> {
	for (let i = 0; i < model.rowCount; i++) {
		const [low, high] = [model.rowLower[i] as number, model.rowUpper[i] as number];
		if (low !== high && Number.isFinite(low) && Number.isFinite(high))
			yield ` RANGES ${rows[i]} ${high - low}`;
	}
}

function* boundLines(model: LpModel, columns: string[]): Generator<string> {
	for (let j = 0; j < model.columnCount; j++) {
		const [low, high] = [model.colLower[j] as number, model.colUpper[j] as number];
		const name = columns[j];
		if (low === high) yield ` FX BOUNDS ${name} ${low}`;
		else if (low === -Infinity && high === Infinity) yield ` FR BOUNDS ${name}`;
		else {
			if (low === -Infinity) yield ` MI BOUNDS ${name}`;
			else if (low !== 0 || high < 0) yield ` LO BOUNDS ${name} ${low}`;
			if (high !== Infinity) yield ` UP BOUNDS ${name} ${high}`;
			else if (model.integer?.[j] === 1) yield ` PL BOUNDS ${name}`;
		}
	}
}

function names(count: number, nameOf: (k: number) => string, kind: string): string[] {
	const seen = new Set<string>();
	return Array.from({ length: count }, (_, k) => {
		const name = safe(nameOf(k));
		if (seen.has(name)) throw new Error(`two ${kind}s are named ${name}`);
		seen.add(name);
		return name;
	});
}

function safe(name: string): string {
	const text = name.replace(/\s/g, "_");
	return /^[-$+.\d]/.test(text) ? `n${text}` : text;
}
