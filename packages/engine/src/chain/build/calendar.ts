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
 * counted in days of 1/365.25 year, rounded to the nearest from where such lengths began.
 *
 * @throws RangeError on a start that is no date, an empty horizon, or a length that is not a
 * positive number or comes to less than a day
 */
export function periodsOf(start: string, lengths: readonly number[]): Period[] {
	if (!/^\d{4}-\d\d-\d\d$/.test(start) || dateOf(dayOf(start)) !== start)
		throw new RangeError(`a scenario starts on a date, YYYY-MM-DD, found ${start}`);
	if (lengths.length === 0) throw new RangeError("a scenario needs at least one period");
	const edges = edgesOf(start, lengths);
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

/** First days of the periods and of what follows the last. */
function edgesOf(start: string, lengths: readonly number[]): number[] {
	const edges = [dayOf(start)];
	let from = start;
	let [months, days] = [0, 0];
	for (const years of lengths) {
		if (!(years > 0 && Number.isFinite(years)))
			throw new RangeError(`a period must be longer than 0 years, found ${years}`);
		const before = edges.at(-1) as number;
		if (isWholeMonths(years)) {
			if (days > 0) [from, months, days] = [dateOf(before), 0, 0];
			months += Math.round(years * 12);
		} else days += years * 365.25;
		const edge = addMonths(from, months) + Math.round(days);
		if (edge <= before) throw new RangeError(`a period must be a day long, found ${years} years`);
		edges.push(edge);
	}
	return edges;
}

function isWholeMonths(years: number): boolean {
	const months = Math.round(years * 12);
	return months > 0 && Math.abs(years * 12 - months) <= 1e-6;
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

function addMonths(start: string, months: number): number {
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
