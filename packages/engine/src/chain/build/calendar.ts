/** Dates as whole days since 1970-01-01 (UTC), so that spans are subtractions. */
import type { Period } from "../network.ts";

const DAY = 86_400_000;

/** Arithmetic of the civil calendar (Hinnant, *chrono-compatible low-level date algorithms*). */
export function dayOf(date: string): number {
	const month = digits(date, 5, 7) || 1;
	const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
	const yearDay = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + (digits(date, 8, 10) || 1) - 1;
	const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
	return 365 * year + leaps + yearDay - 719_468;
}

function digits(text: string, from: number, to: number): number {
	let value = 0;
	for (let k = from; k < to && k < text.length; k++) value = 10 * value + text.charCodeAt(k) - 48;
	return value;
}

export function dateOf(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Periods of the given lengths, one after the other from `start`. A length that is a whole
 * number of months (to 1e-6 of a month) ends on the same day of a month; any other length is
 * counted in days of 1/365.25 year.
 *
 * @throws RangeError on an empty horizon or a length that is not a positive number
 */
export function periodsOf(start: string, lengths: readonly number[]): Period[] {
	if (lengths.length === 0) throw new RangeError("a scenario needs at least one period");
	const edges = [dayOf(start)];
	let elapsed = 0;
	for (const years of lengths) {
		if (!(years > 0 && Number.isFinite(years)))
			throw new RangeError(`a period must be longer than 0 years, found ${years}`);
		elapsed += years;
		edges.push(addYears(start, elapsed));
	}
	return lengths.map((years, index) => {
		const from = dateOf(edges[index] as number);
		return {
			index,
			label: labelOf(from, years),
			start: from,
			end: dateOf(edges[index + 1] as number),
			years,
		};
	});
}

/** Part of a period that lies in [from, to), 0 to 1; null = open end. Days, not dates. */
export function shareOf(period: Span, from: number, to: number | null): number {
	const overlap = Math.min(period.to, to ?? Infinity) - Math.max(period.from, from);
	return overlap > 0 ? overlap / (period.to - period.from) : 0;
}

export interface Span {
	readonly from: number;
	readonly to: number;
}

export function spanOf(period: Period): Span {
	return { from: dayOf(period.start), to: dayOf(period.end) };
}

function addYears(start: string, years: number): number {
	const months = Math.round(years * 12);
	if (Math.abs(years * 12 - months) > 1e-6) return dayOf(start) + Math.round(years * 365.25);
	const [year = 1970, month = 1, day = 1] = start.split("-").map(Number);
	const first = Date.UTC(year, month - 1 + months, 1) / DAY;
	const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return first + Math.min(day, lastDay) - 1;
}

function labelOf(from: string, years: number): string {
	if (years === 1 && from.endsWith("-01-01")) return from.slice(0, 4);
	if (Math.abs(years * 12 - 1) < 1e-6 && from.endsWith("-01")) return from.slice(0, 7);
	return from;
}
