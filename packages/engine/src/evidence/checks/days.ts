import type { AttributeRow } from "../ledger.ts";
import { spanOf } from "../period.ts";
import { NEIGHBOUR_DAYS, SAME_PERIOD } from "./settings.ts";

/** First and last day of a period, counted from 1970. */
export interface Days {
	readonly first: number;
	readonly last: number;
	/** Named by its first and its last day, month or year. */
	readonly long: boolean;
}

export function daysOf(claim: Parameters<typeof spanOf>[0]): Days | null {
	const span = spanOf(claim);
	if (span === null) return null;
	const long = claim.as_of_end !== null && claim.as_of_end !== claim.as_of;
	return { first: dayNumber(span.first), last: dayNumber(span.last), long };
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
 * Whether two figures are about one period. Levels and shares at a date: the dates meet, 2025 and
 * 2025-06. Everything that happens over time: the periods agree but for a few days. A figure without
 * a date is only compared with others without one.
 */
export function samePeriod(
	a: Days | null,
	b: Days | null,
	kind: AttributeRow["kind"] | undefined,
): boolean {
	if (a === null || b === null) return a === b;
	const dated = kind === "level" || (kind === "share" && !a.long && !b.long);
	return dated ? daysApart(a, b) === 0 : sharedPart(a, b) >= SAME_PERIOD;
}

/** Within a year of each other, or both without a date. */
export function neighbouring(a: Days | null, b: Days | null): boolean {
	if (a === null || b === null) return a === b;
	return daysApart(a, b) <= NEIGHBOUR_DAYS;
}

export function dayNumber(day: string): number {
	const [year, month, date] = day.split("-").map(Number) as [number, number, number];
	return Date.UTC(year, month - 1, date) / 86_400_000;
}
