import { columnBounds, columnUnit, type DataPackage } from "../dataset/index.ts";
import { assumptionOf } from "./assumed.ts";
import { cellId, type NumberCell } from "./cells.ts";
import { distributionOf } from "./distribution.ts";
import { UNOPENED } from "./settings.ts";
import { spreadOf } from "./spread.ts";
import type { Interval, Resolution } from "./types.ts";
import { tidy } from "./units.ts";
import { figure, rangeInWords } from "./words.ts";

/** Where the range of a stated number comes from. */
export type RangeOrigin = "row" | "assumption" | "confidence" | "none";

export interface StatedRange {
	readonly support: Interval;
	readonly from: RangeOrigin;
	/** Id of the assumption it rests on, the spread by confidence among them. */
	readonly assumption: string | null;
}

/**
 * A number without a row in `parameters` stands on its own row. Its range is that of the row, else
 * that of the assumption it rests on in proportion, else the spread by confidence that the
 * package assumes (`a_spread_*`), else none; a triangle with the number as its mode.
 */
export function statedResolution(pkg: DataPackage, cell: NumberCell): Resolution {
	const { stated, row } = cell;
	const unit = columnUnit(cell.table, cell.numbers, row);
	const base = {
		id: cellId(cell.ref),
		cell: cell.ref,
		rule: "stated" as const,
		stated,
		groups: [],
		roles: [],
	};
	if (stated === null) {
		const steps = ["The row leaves the number blank: a gap."];
		const value = { value: null, distribution: null };
		return { ...base, ...value, sourceIds: row.source_ids, steps, warnings: [] };
	}
	const range = statedRange(pkg, cell, stated);
	const steps = [`Its row states ${figure(stated, unit)}, confidence ${row.confidence}.`];
	steps.push(whence(range, unit, row.confidence));
	return {
		...base,
		value: stated,
		distribution: distributionOf("triangular", stated, range.support),
		sourceIds: statedSources(cell, range),
		steps,
		warnings: unopened(row.confidence) ? ["Nobody opened a source of this number."] : [],
	};
}

/** Range of a stated number in its own unit, within the limits of its column. */
export function statedRange(pkg: DataPackage, cell: NumberCell, stated: number): StatedRange {
	const { numbers, row } = cell;
	if (numbers.defined?.(row, pkg))
		return { support: { low: stated, high: stated }, from: "none", assumption: null };
	const own = rowRange(cell, stated);
	if (own !== null) return limited(cell, own, "row", null);
	const assumption = assumptionOf(pkg, cell);
	if (assumption !== null) {
		const support = scaled(stated, assumption.low, assumption.value, assumption.high);
		return limited(cell, support, "assumption", assumption.id);
	}
	const spread = spreadOf(pkg, row.confidence);
	if (spread === null)
		return { support: { low: stated, high: stated }, from: "none", assumption: null };
	const reach = Math.abs(stated) * spread.value;
	const support = { low: stated - reach, high: stated + reach };
	return limited(cell, support, "confidence", spread.id);
}

/** The sources of its row, and the assumption that its range rests on. */
export function statedSources({ row }: NumberCell, { assumption }: StatedRange): readonly string[] {
	return assumption === null || row.source_ids.includes(assumption)
		? row.source_ids
		: [...row.source_ids, assumption];
}

function rowRange({ numbers, row }: NumberCell, stated: number): Interval | null {
	if (numbers.range !== undefined) {
		const [low, high] = numbers.range.map((column) => row[column] as number | null);
		if (low == null && high == null) return null;
		return { low: low ?? stated, high: high ?? stated };
	}
	if (numbers.printedRange === undefined) return null;
	const [low, mid, high] = numbers.printedRange.map((column) => row[column] as number | null);
	if (low == null || high == null || low === high) return null;
	const middle = mid ?? (low + high) / 2;
	return middle === 0 ? null : scaled(stated, low, middle, high);
}

/** The range of another figure, in proportion. */
function scaled(stated: number, low: number, middle: number, high: number): Interval {
	const ends = [(stated * low) / middle, (stated * high) / middle];
	return { low: Math.min(...ends), high: Math.max(...ends) };
}

function limited(
	cell: NumberCell,
	{ low, high }: Interval,
	from: RangeOrigin,
	assumption: string | null,
): StatedRange {
	const limits = columnBounds(cell.table, cell.ref.column);
	const support = {
		low: tidy(Math.max(low, limits.low)),
		high: tidy(Math.min(high, limits.high)),
	};
	return { support, from, assumption };
}

function whence({ from, support, assumption }: StatedRange, unit: string, sure: string): string {
	const span = rangeInWords(support, unit);
	if (from === "row") return `Its row gives the range ${span}.`;
	if (from === "assumption") return `It moves with the assumption ${assumption}: ${span}.`;
	if (from === "confidence")
		return `No range is given; the spread of a figure of ${sure} confidence (${assumption}) gives ${span}.`;
	return "No range is given or assumed: it is taken as fixed.";
}

function unopened(confidence: NumberCell["row"]["confidence"]): boolean {
	return UNOPENED.has(confidence);
}
