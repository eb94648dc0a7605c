/** Dates as published, to the precision they have. */

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

/** `2026-03-06` → `6 March 2026`; `2026-03` → `March 2026`; `2026` stays; null → `date unknown`. */
export function day(date: string | null | undefined): string {
	if (!date) return "date unknown";
	const [year = "", month, dayOfMonth] = date.split("-");
	const name = MONTHS[Number(month) - 1];
	if (!name) return year;
	return dayOfMonth ? `${Number(dayOfMonth)} ${name} ${year}` : `${name} ${year}`;
}

/** A period from its first to its last day, month or year. */
export function period(from: string | null, to: string | null): string {
	return to && to !== from ? `${day(from)} to ${day(to)}` : day(from);
}

/** Date as a number of years, for axes and order; the middle of a month or year; null stays. */
export function yearsOf(date: string | null): number | null {
	if (!date) return null;
	const [year, month, dayOfMonth] = date.split("-").map(Number);
	if (year === undefined || Number.isNaN(year)) return null;
	if (month === undefined) return year + 0.5;
	return year + (month - 1 + (dayOfMonth === undefined ? 0.5 : (dayOfMonth - 0.5) / 31)) / 12;
}

/** A number of years with a fraction as the day it falls on: `2026.1781` → `2026-03-06`. */
export function isoOfYears(years: number): string {
	const year = Math.floor(years + 1e-6);
	const start = Date.UTC(year, 0, 1);
	const length = Date.UTC(year + 1, 0, 1) - start;
	return new Date(start + Math.max(0, years - year) * length).toISOString().slice(0, 10);
}

/** The same in words: `6 March 2026`. */
export function dayOfYears(years: number): string {
	return day(isoOfYears(years));
}
