import { dimensionText } from "../dataset/index.ts";
import { contains } from "./interval.ts";
import { claimInterval, faceValue } from "./printed.ts";
import type { ClaimRow, Interval } from "./types.ts";
import type { Units } from "./units.ts";

/** What a claim says, brought to the base unit, so that two can be compared. */
export interface Figure {
	/** Only figures of one kind can be the same: a bound is no value, a mass no money. */
	readonly kind: string;
	/** What it says where that is no number: a token, a date, words. */
	readonly text: string;
	/** Null where it says no number. */
	readonly interval: Interval | null;
	/** Null for a range or a bound. */
	readonly value: number | null;
}

export function figureOf(claim: ClaimRow, units: Units): Figure {
	const { form, unit_id } = claim;
	if (form === "token") return inText("token", claim.token ?? "");
	if (form === "date") return inText("date", claim.date ?? "");
	if (form === "words" || unit_id === null || !units.has(unit_id))
		return inText("words", plain(claim.printed));
	const { factor } = units.row(unit_id);
	const { low, high } = claimInterval(claim, units);
	const value = form === "exact" || form === "about" ? faceValue(claim, units) : null;
	return {
		kind: `${value === null ? form : "value"} ${dimensionText(units.dimension(unit_id))}`,
		text: "",
		interval: { low: low * factor, high: high * factor },
		value: value === null ? null : value * factor,
	};
}

/**
 * The same figure: values of which one lies within the printed precision of the other, equal
 * ranges and bounds, equal tokens and words, dates of which one is the other printed shorter.
 */
export function sameFigure(a: Figure, b: Figure): boolean {
	if (a.kind !== b.kind) return false;
	if (a.kind === "date") return a.text.startsWith(b.text) || b.text.startsWith(a.text);
	if (a.interval === null || b.interval === null) return a.text === b.text;
	if (a.value === null || b.value === null)
		return near(a.interval.low, b.interval.low) && near(a.interval.high, b.interval.high);
	return contains(widened(b.interval), a.value) || contains(widened(a.interval), b.value);
}

/** Dust of the conversion between units. */
const DUST = 1e-9;

function near(a: number, b: number): boolean {
	return a === b || Math.abs(a - b) <= DUST * Math.max(Math.abs(a), Math.abs(b));
}

function widened({ low, high }: Interval): Interval {
	return { low: low - DUST * Math.abs(low), high: high + DUST * Math.abs(high) };
}

function inText(kind: string, text: string): Figure {
	return { kind, text, interval: null, value: null };
}

function plain(printed: string): string {
	return printed.trim().toLowerCase().replaceAll(/\s+/g, " ");
}
