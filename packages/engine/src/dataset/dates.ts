/** Calendar dates as text: YYYY-MM-DD, or as published, YYYY and YYYY-MM (ISO 8601). */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FUZZY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a day that exists, from 1800 to 2199. */
export function isDate(text: string): boolean {
	const match = DATE.exec(text);
	return match !== null && exists(match);
}

/** True for a year, a month or a day that exists. */
export function isFuzzyDate(text: string): boolean {
	const match = FUZZY.exec(text);
	return match !== null && exists(match);
}

/** First day that a date as published can mean. */
export function firstDay(fuzzy: string): string {
	return fuzzy + "-01-01".slice(fuzzy.length - 4);
}

/** Last day that a date as published can mean. */
export function lastDay(fuzzy: string): string {
	if (fuzzy.length === 4) return `${fuzzy}-12-31`;
	if (fuzzy.length === 10) return fuzzy;
	const days = daysIn(Number(fuzzy.slice(0, 4)), Number(fuzzy.slice(5, 7)));
	return `${fuzzy}-${String(days).padStart(2, "0")}`;
}

/** The date that a spreadsheet's form of it stands for, where only one reading is possible. */
export function explainDate(raw: string): string | null {
	const text = raw.trim().replaceAll("/", "-").replaceAll(".", "-");
	const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
	if (yearFirst !== null) return valid(yearFirst[1], yearFirst[2], yearFirst[3]);
	const yearLast = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
	if (yearLast === null) return null;
	const monthFirst = valid(yearLast[3], yearLast[1], yearLast[2]);
	const dayFirst = valid(yearLast[3], yearLast[2], yearLast[1]);
	if (monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst) return null;
	return monthFirst ?? dayFirst;
}

function valid(year = "", month = "", day = ""): string | null {
	const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return isDate(text) ? text : null;
}

function exists(match: RegExpExecArray): boolean {
	const year = Number(match[1]);
	const month = match[2] === undefined ? 1 : Number(match[2]);
	const day = match[3] === undefined ? 1 : Number(match[3]);
	if (year < 1800 || year > 2199 || month < 1 || month > 12) return false;
	return day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
