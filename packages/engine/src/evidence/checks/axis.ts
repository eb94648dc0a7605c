import { firstDay, lastDay } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import { claimInterval, faceValue } from "../printed.ts";
import type { ClaimRow, Interval } from "../types.ts";
import { tidy } from "../units.ts";
import { dayNumber } from "./days.ts";

/** Claims of one quantity in one unit. */
export interface Axis {
	/** Unit id. */
	readonly unit: string;
	readonly marks: readonly Mark[];
}

export interface Mark {
	readonly claim: ClaimRow;
	/** Null for a bound. */
	readonly value: number | null;
	readonly interval: Interval;
}

/**
 * Puts claims on one axis: in the unit of their attribute where it converts, else in the first
 * claim's; dates as years with a fraction, as wide as they are printed. Claims that print neither
 * number nor date are left out; null when none is left.
 */
export function axisOf(claims: readonly ClaimRow[], ledger: Ledger): Axis | null {
	const first = claims.find((claim) => claim.unit_id !== null && claim.form !== "token");
	if (claims.some(({ date }) => date !== null)) return dates(claims, ledger);
	if (first === undefined || first.unit_id === null) return null;
	const shown = ledger.attribute(first.attribute_id)?.unit_id;
	const unit =
		shown !== null && shown !== undefined && ledger.units.comparable(first.unit_id, shown)
			? shown
			: first.unit_id;
	const marks = claims
		.filter(({ value, low }) => value !== null || low !== null)
		.map((claim) => ({
			claim,
			value: faceValue(claim, ledger.units, unit),
			interval: claimInterval(claim, ledger.units, unit),
		}));
	return marks.length === 0 ? null : { unit, marks };
}

/** Dates need a unit to stand on an axis: the one that is a year long. */
function dates(claims: readonly ClaimRow[], ledger: Ledger): Axis | null {
	const year = ledger.pkg.tables.units.find(
		({ dimension, factor }) => dimension === "time" && factor === 1,
	);
	if (year === undefined) return null;
	const marks = claims.flatMap((claim) => {
		if (claim.date === null) return [];
		const interval = {
			low: decimalYear(dayNumber(firstDay(claim.date))),
			high: decimalYear(dayNumber(lastDay(claim.date)) + 1),
		};
		return { claim, value: tidy((interval.low + interval.high) / 2), interval };
	});
	return { unit: year.id, marks };
}

const DAYS_PER_YEAR = 365.2425;

function decimalYear(day: number): number {
	return Number((1970 + day / DAYS_PER_YEAR).toFixed(4));
}
