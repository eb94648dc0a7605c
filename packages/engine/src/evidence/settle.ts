import { columnBounds } from "../dataset/index.ts";
import { findCell, type NumberCell } from "./cells.ts";
import { claimsFor } from "./claims-for.ts";
import { distributionOf } from "./distribution.ts";
import { contains, hull } from "./interval.ts";
import type { Ledger } from "./ledger.ts";
import { originGroups, voiceOf } from "./origin-groups.ts";
import { claimInterval } from "./printed.ts";
import { type Choice, RULES } from "./rules/index.ts";
import { type Screened, screen } from "./screen.ts";
import { spreadOf } from "./spread.ts";
import type { Distribution, Interval, OriginGroup, ParameterRow } from "./types.ts";
import { tidy } from "./units.ts";

/** A number resolved from its claims, before anything is put in words. */
export interface Settled {
	readonly row: ParameterRow;
	readonly cell: NumberCell;
	readonly screened: Screened;
	readonly groups: readonly OriginGroup[];
	readonly choice: Choice;
	/** In the unit of the claims, cut by bounds; null without a number. */
	readonly support: Interval | null;
	/** Assumption that widens a lone figure without a range; null where there is none. */
	readonly spread: string | null;
	/** In the unit of the model's column, before its limits; null without a number. */
	readonly raw: number | null;
	readonly value: number | null;
	readonly distribution: Distribution | null;
}

/** From the claims of a row of `parameters` to its number; see `resolveAll`. */
export function settle(ledger: Ledger, row: ParameterRow): Settled {
	const cell = findCell(ledger.pkg, {
		table: row.table_name,
		row: row.row_key,
		column: row.column_name,
	});
	const rule = RULES[row.rule];
	const screened = screen(ledger, claimsFor(ledger, row), rule, row);
	const groups = originGroups(ledger, screened.speaking, row.unit_id);
	const choice = rule.choose(
		groups.map((group) => voiceOf(ledger, group)),
		row,
		ledger.units.symbol(row.unit_id),
	);
	const found = { row, cell, screened, groups, choice };
	if (choice.value === null)
		return { ...found, support: null, spread: null, raw: null, value: null, distribution: null };
	const own = row.rule === "override";
	const span = spanOfChoice(choice);
	const spread = own ? null : loneSpread(ledger, choice);
	const wide = spread === null ? span : (hull([span, spread.support]) as Interval);
	const middle = restsOnMiddle(row, choice);
	const cut = !own && !middle;
	const support = cut ? withinBounds(ledger, row, screened, choice.value, wide) : wide;
	const factor = own ? 1 : (row.factor ?? 1);
	const limits = columnBounds(cell.table, cell.ref.column);
	const limit = (x: number): number => Math.min(Math.max(x, limits.low), limits.high);
	const raw = tidy(choice.value * factor);
	const value = limit(raw);
	const topless = middle && !alone(choice) && row.shape === "triangular";
	const shape = topless ? "uniform" : row.shape;
	const distribution = distributionOf(shape, value, {
		low: limit(tidy(support.low * factor)),
		high: limit(tidy(support.high * factor)),
	});
	return { ...found, support, spread: spread?.id ?? null, raw, value, distribution };
}

/** Range of what counts, before bounds cut it. */
export function spanOfChoice({ support, counted }: Choice): Interval {
	return support ?? (hull(counted.map(({ interval }) => interval)) as Interval);
}

/**
 * A lone figure is not as sure as its digits are many: printed without a range, and by one origin
 * only, it may be as far off as the spread that the package assumes for its confidence.
 */
function loneSpread(
	{ pkg }: Ledger,
	{ counted: [only, ...others] }: Choice,
): { readonly id: string; readonly support: Interval } | null {
	if (only === undefined || others.length > 0) return null;
	const { form, low, high, confidence } = only.claim;
	if (form === "range" || low !== null || high !== null) return null;
	const spread = spreadOf(pkg, confidence);
	if (spread === null) return null;
	const reach = Math.abs(only.value) * spread.value;
	const support = { low: tidy(only.value - reach), high: tidy(only.value + reach) };
	return { id: spread.id, support };
}

/**
 * Whether the number moves with the ends of a range. What rests on a middle that nobody printed is
 * held to its ranges alone: bounds do not cut them, and beside other figures no top stands out of
 * them. So a wider range never narrows the distribution, wherever it moves the number.
 */
function restsOnMiddle({ rule }: ParameterRow, { counted }: Choice): boolean {
	return counted.some(
		({ claim: { form, value } }) => form === "range" && (value === null || rule === "range"),
	);
}

/** One origin with one figure: a range then has its top in its middle, however wide it is. */
function alone({ counted: [only, ...others] }: Choice): boolean {
	return only !== undefined && others.length === 0 && only.readings === 1;
}

/** The support without what bounds rule out; a bound that the value breaks is only warned of. */
function withinBounds(
	ledger: Ledger,
	row: ParameterRow,
	{ bounds }: Screened,
	value: number,
	support: Interval,
): Interval {
	let { low, high } = support;
	for (const claim of bounds) {
		const bound = claimInterval(claim, ledger.units, row.unit_id);
		if (!contains(bound, value)) continue;
		low = Math.max(low, bound.low);
		high = Math.min(high, bound.high);
	}
	return { low, high };
}
