import { EVERYTHING } from "./interval.ts";
import { ABOUT_AT_LEAST, TRAILING_ZEROS_AT_MOST } from "./settings.ts";
import type { ClaimRow, Interval } from "./types.ts";
import { tidy, type Units } from "./units.ts";

const OWN = new WeakMap<ClaimRow, Interval>();

/**
 * What a claim says its quantity may be, read from its form and its printed digits.
 *
 * exact: the range printed beside the value, else half a unit of the last significant printed
 * digit either way. about: the same, at least 5 %. range: its ends. at_least, more_than, at_most,
 * less_than: half of a line, never a value. date, token, words: everything, for they say nothing about the number.
 *
 * The printed digits are those of the number in `printed` that has the digits of `value`, else
 * of the only number there, else of `value` itself; so the unit of the row does not matter.
 *
 * @param to id of the unit the answer is in; the claim's own if left out
 * @throws RangeError when the claim's unit does not convert into `to`
 */
export function claimInterval(claim: ClaimRow, units: Units, to?: string): Interval {
	let own = OWN.get(claim);
	if (own === undefined) {
		own = ownInterval(claim);
		OWN.set(claim, own);
	}
	if (to === undefined || claim.unit_id === null || own === EVERYTHING) return own;
	return units.convertInterval(own, claim.unit_id, to);
}

/**
 * The figure itself, without its uncertainty: the value, or the middle of a range. Null for a
 * bound, a token, a date or words. Same unit and errors as `claimInterval`.
 */
export function faceValue(claim: ClaimRow, units: Units, to?: string): number | null {
	const own = ownValue(claim);
	if (own === null || to === undefined || claim.unit_id === null) return own;
	return units.convert(own, claim.unit_id, to);
}

/** Whether a claim only limits its quantity: at least, more than, at most, less than. */
export function isBound(claim: ClaimRow): boolean {
	return BOUNDS.has(claim.form);
}

const BOUNDS: ReadonlySet<ClaimRow["form"]> = new Set([
	"at_least",
	"more_than",
	"at_most",
	"less_than",
]);

function ownValue({ form, value, low, high }: ClaimRow): number | null {
	if (form === "exact" || form === "about") return value;
	if (form === "range" && low !== null && high !== null) return value ?? tidy((low + high) / 2);
	return null;
}

function ownInterval(claim: ClaimRow): Interval {
	const { form, value, low, high } = claim;
	if (form === "range") return low === null || high === null ? EVERYTHING : { low, high };
	if (value === null) return EVERYTHING;
	if (form === "at_least" || form === "more_than") return { low: value, high: Infinity };
	if (form === "at_most" || form === "less_than") return { low: -Infinity, high: value };
	if (form !== "exact" && form !== "about") return EVERYTHING;
	const printed = precision(claim.printed, value) * Math.abs(value);
	const half = form === "about" ? Math.max(printed, ABOUT_AT_LEAST * Math.abs(value)) : printed;
	return { low: low ?? tidy(value - half), high: high ?? tidy(value + half) };
}

/** Half a unit of the last significant digit, as a fraction of the value. */
function precision(printed: string, value: number): number {
	if (value === 0) return 0;
	const numbers = numbersIn(printed).filter((text) => Number(text) !== 0);
	const same = numbers.find((text) => digits(text) === digits(String(value)));
	const text = same ?? (numbers.length === 1 ? (numbers[0] as string) : plain(value));
	const point = text.indexOf(".");
	if (point >= 0) return (0.5 * 10 ** -(text.length - point - 1)) / Number(text);
	const zeros = /0*$/.exec(text)?.[0].length ?? 0;
	const half = (0.5 * 10 ** zeros) / Number(text);
	return zeros === 0 ? half : Math.min(half, TRAILING_ZEROS_AT_MOST);
}

/** Unsigned numbers of a text, thousands separators taken out. */
function numbersIn(text: string): string[] {
	const grouped = text.replaceAll(/(?<=\d)[,'’ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
	return grouped.match(/\d+(?:\.\d+)?/g) ?? [];
}

/** Significant digits without point and padding: the same for 12, 12000 and 0.0012. */
function digits(text: string): string {
	return plain(Math.abs(Number(text)))
		.replace(".", "")
		.replace(/^0+/, "")
		.replace(/0+$/, "");
}

/** Without an exponent. */
function plain(value: number): string {
	const text = String(tidy(Math.abs(value)));
	if (!text.includes("e")) return text;
	const [mantissa = "", exponent = "0"] = text.split("e");
	const shift = Number(exponent);
	const [whole = "", fraction = ""] = mantissa.split(".");
	if (shift < 0) return `0.${"0".repeat(-shift - 1)}${whole}${fraction}`;
	return whole + fraction.padEnd(shift, "0");
}
