import type { Highs, Model } from "highs";
import { asModelData } from "./model-data.ts";
import { describe } from "./names.ts";
import { NO_LIMIT } from "./solve.ts";
import { wordsFor } from "./status.ts";
import type { Conflict, ExplainOptions, InfeasibleExplanation, LpModel, Repair } from "./types.ts";

/** HiGHS: derive the conflict from an elastic LP, then refine it until irreducible. */
const IRREDUCIBLE_FROM_LP = 6;
const IN_CONFLICT = 1;
const SIDES = ["both", "both", "lower", "upper", "both"] as const;

/**
 * Why the model has no solution, and the least change that gives it one.
 *
 * The conflict is an irreducible infeasible subsystem (Chinneck, *Feasibility and Infeasibility in
 * Optimization*, 2008); the repair minimises the penalty-weighted violation of bounds and rows.
 * Both are one of possibly several, and the text says so. Integer models: the conflict is that of
 * the linear relaxation when that is already infeasible, otherwise empty; the repair is integer.
 */
export function explainInfeasible(
	highs: Highs,
	native: Model,
	model: LpModel,
	options: ExplainOptions,
): InfeasibleExplanation {
	const words = wording(model, options);
	const limit = options.timeLimitSeconds ?? NO_LIMIT;
	native.options.set({
		iis_strategy: IRREDUCIBLE_FROM_LP,
		iis_time_limit: limit,
		time_limit: limit,
		mip_rel_gap: 0,
	});
	native.zeroAllClocks();
	const { conflict, irreducible } = findConflict(highs, native, model, words);
	const { repair, violation, colValue } = findRepair(native, model, options, words);
	return {
		conflict,
		irreducible,
		repair,
		violation,
		colValue,
		text: tell(conflict, repair),
	};
}

interface Wording {
	readonly row: (i: number) => string;
	readonly column: (j: number) => string;
}

function wording(model: LpModel, options: ExplainOptions): Wording {
	return {
		row: options.describeRow ?? ((i) => describe(model.rowFamilies, i)),
		column: options.describeColumn ?? ((j) => describe(model.columnFamilies, j)),
	};
}

function findConflict(
	highs: Highs,
	native: Model,
	model: LpModel,
	words: Wording,
): { conflict: Conflict[]; irreducible: boolean } {
	const iis = native.getIis();
	const conflict: Conflict[] = [];
	iis.rowIndex.forEach((index, k) => {
		conflict.push({
			kind: "row",
			index,
			name: model.rowName(index),
			description: words.row(index),
			side: SIDES[iis.rowBound[k] as number] ?? "both",
			lower: model.rowLower[index] as number,
			upper: model.rowUpper[index] as number,
		});
	});
	iis.colIndex.forEach((index, k) => {
		if (iis.colBound[k] === 1) return; // free here: its bounds take no part
		conflict.push({
			kind: "column",
			index,
			name: model.columnName(index),
			description: words.column(index),
			side: SIDES[iis.colBound[k] as number] ?? "both",
			lower: model.colLower[index] as number,
			upper: model.colUpper[index] as number,
		});
	});
	const proved =
		iis.rowIndex.every((i) => iis.rowStatus[i] === IN_CONFLICT) &&
		iis.colIndex.every((j) => iis.colStatus[j] === IN_CONFLICT);
	if (!cannotHold(highs, model, conflict)) return { conflict: [], irreducible: false };
	return { conflict, irreducible: proved };
}

/** The conflict checked on its own: a model with these limits only has no solution either. */
function cannotHold(highs: Highs, model: LpModel, conflict: readonly Conflict[]): boolean {
	if (conflict.length === 0) return false;
	const limits = {
		row: { lower: free(model.rowCount, -1), upper: free(model.rowCount, 1) },
		column: { lower: free(model.columnCount, -1), upper: free(model.columnCount, 1) },
	};
	for (const { kind, index, side, lower, upper } of conflict) {
		if (side !== "upper") limits[kind].lower[index] = lower;
		if (side !== "lower") limits[kind].upper[index] = upper;
	}
	return highs.withModel(
		asModelData({
			...model,
			integer: null,
			rowLower: limits.row.lower,
			rowUpper: limits.row.upper,
			colLower: limits.column.lower,
			colUpper: limits.column.upper,
		}),
		(alone) => {
			alone.options.set({ output_flag: false });
			return wordsFor(alone.run().modelStatus) === "infeasible";
		},
	);
}

function free(length: number, sign: 1 | -1): Float64Array {
	return new Float64Array(length).fill(sign * Infinity);
}

function findRepair(
	native: Model,
	model: LpModel,
	options: ExplainOptions,
	words: Wording,
): { repair: Repair[]; violation: number; colValue: Float64Array } {
	const rowPenalty = options.rowPenalty ?? (() => 1);
	const columnPenalty = options.columnPenalty ?? (() => 1);
	const rows = Float64Array.from({ length: model.rowCount }, (_, i) => rowPenalty(i));
	const columns = Float64Array.from({ length: model.columnCount }, (_, j) => columnPenalty(j));
	native.feasibilityRelaxation({
		globalLowerPenalty: 1,
		globalUpperPenalty: 1,
		globalRowPenalty: 1,
		localLowerPenalty: columns,
		localUpperPenalty: columns,
		localRowPenalty: rows,
	});
	const { colValue, rowValue } = native.getSolution();
	const repair = [
		...moves("row", rowValue, model.rowLower, model.rowUpper, (i) => model.rowName(i), words.row),
		...moves(
			"column",
			colValue,
			model.colLower,
			model.colUpper,
			(j) => model.columnName(j),
			words.column,
		),
	];
	const violation = repair.reduce((sum, { kind, index, amount }) => {
		return sum + amount * ((kind === "row" ? rows[index] : columns[index]) as number);
	}, 0);
	return { repair, violation, colValue };
}

function moves(
	kind: "row" | "column",
	value: Float64Array,
	lower: Float64Array,
	upper: Float64Array,
	name: (index: number) => string,
	words: (index: number) => string,
): Repair[] {
	const repair: Repair[] = [];
	for (let index = 0; index < value.length; index++) {
		const to = value[index] as number;
		const low = lower[index] as number;
		const high = upper[index] as number;
		const from = to < low ? low : high;
		const amount = to < low ? low - to : to - high;
		if (!(amount > 1e-7 * Math.max(1, Math.abs(from)))) continue;
		repair.push({
			kind,
			index,
			name: name(index),
			description: words(index),
			direction: to < low ? "lower the lower bound" : "raise the upper bound",
			amount,
			from,
			to,
		});
	}
	return repair;
}

function tell(conflict: readonly Conflict[], repair: readonly Repair[]): string {
	const clash = conflict.length
		? `These limits cannot all hold (one of possibly several conflicts): ${list(conflict.map((c) => c.description))}.`
		: "No single conflict was isolated.";
	const mend = repair.length
		? `The least change that would make it possible (one of possibly several): ${list(repair.map(sentence))}.`
		: "";
	return [clash, mend].filter(Boolean).join(" ");
}

function sentence({ description, direction, amount, from, to }: Repair): string {
	return `${description}: ${direction} by ${short(amount)}, from ${short(from)} to ${short(to)}`;
}

function list(items: readonly string[]): string {
	const shown = items.slice(0, 12);
	const rest = items.length - shown.length;
	return shown.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}

function short(value: number): string {
	return String(Number(value.toPrecision(6)));
}
