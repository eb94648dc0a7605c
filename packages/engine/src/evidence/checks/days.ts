import type { AttributeRow } from "../ledger.ts";
import type { Span } from "../period.ts";
import { NEIGHBOUR_DAYS, SAME_PERIOD } from "./settings.ts";

/** First and last day of a period, counted from 1970. */
export interface Days {
	readonly first: number;
	readonly last: number;
}

export function daysOf({ first, last }: Span): Days {
	return { first: dayNumber(first), last: dayNumber(last) };
}

/** Days shared over days covered by either, 0 to 1 (Jaccard index). */
export function sharedPart(a: Days, b: Days): number {
	const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
	const covered = Math.max(a.last, b.last) - Math.min(a.first, b.first) + 1;
	return Math.max(0, shared) / covered;
}

/** Days between two periods; 0 where they meet. */
export function daysApart(a: Days, b: Days): number {
	return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last));
}

/**
 * Whether two figures are about one period. Flows and prices: the periods agree to three quarters.
 * Levels, shares and the rest: they meet, and a figure without a date is taken to hold always.
 */
export function samePeriod(
	a: Days | null,
	b: Days | null,
	kind: AttributeRow["kind"] | undefined,
): boolean {
	if (a === null || b === null) return a === b || !hasRhythm(kind);
	return hasRhythm(kind) ? sharedPart(a, b) >= SAME_PERIOD : daysApart(a, b) === 0;
}

/** Within a year of each other; without a date as in `samePeriod`. */
export function neighbouring(
	a: Days | null,
	b: Days | null,
	kind: AttributeRow["kind"] | undefined,
): boolean {
	if (a === null || b === null) return samePeriod(a, b, kind);
	return daysApart(a, b) <= NEIGHBOUR_DAYS;
}

function hasRhythm(kind: AttributeRow["kind"] | undefined): boolean {
	return kind === "flow" || kind === "price";
}

function dayNumber(day: string): number {
	const [year, month, date] = day.split("-").map(Number) as [number, number, number];
	return Date.UTC(year, month - 1, date) / 86_400_000;
}
