/** What a claim says, read out with its unit: beside the figure as printed, never instead of it. */
import type { Interval } from "@lodegrid/engine/evidence";
import type { Catalog, RowOf } from "../engine/catalog.ts";
import { day } from "../lib/date.ts";
import { exact, number, quantity } from "../lib/format.ts";
import { TOKEN_WORDS } from "./words.ts";

type Claim = RowOf<"claims">;

const BOUND: Readonly<Record<string, string>> = {
	about: "about ",
	at_least: "at least ",
	more_than: "more than ",
	at_most: "at most ",
	less_than: "less than ",
};

/** `about 8 000 t/yr`, `7 500 to 8 500 t/yr`, `6 March 2026`, `W: withheld …`. */
export function figureOf(claim: Claim, units: Catalog["units"]): string {
	return read(claim, symbolOf(units, claim.unit_id), number);
}

/** The same with every digit, for the hover text. */
export function exactFigure(claim: Claim, units: Catalog["units"]): string {
	return read(claim, symbolOf(units, claim.unit_id), (value) => exact(value));
}

/** A number of the model: a fraction as per cent, all others with their unit. */
export function inUnit(value: number | null, unit: string): string {
	if (unit !== "fraction") return quantity(value, unit);
	return value === null ? "unknown" : quantity(value * 100, "%");
}

/** A unit as it stands after a number; nothing for a bare number. */
export function symbolOf(units: Catalog["units"], id: string | null): string {
	if (!id || id === "one") return "";
	const unit = units.get(id);
	return unit?.symbol ?? unit?.name ?? id;
}

/** `7 500 to 8 500 t/yr`; a bound is open to one side and says so. */
export function intervalOf({ low, high }: Interval, unit: string): string {
	if (low === high) return quantity(low, unit);
	if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return "anything";
	if (low === Number.NEGATIVE_INFINITY) return `at most ${quantity(high, unit)}`;
	if (high === Number.POSITIVE_INFINITY) return `at least ${quantity(low, unit)}`;
	const [a, b] = [number(low), number(high)];
	return a === b ? quantity(low, unit) : `${a} to ${b}${unit && `\u00a0${unit}`}`;
}

function read(claim: Claim, unit: string, show: (value: number | null) => string): string {
	const after = unit && `\u00a0${unit}`;
	switch (claim.form) {
		case "token":
			return claim.token ? TOKEN_WORDS[claim.token] : "No number";
		case "words":
			return "In words only, no number";
		case "date":
			return day(claim.date);
		case "range":
			return `${show(claim.low)} to ${show(claim.high)}${after}`;
		default: {
			const range =
				claim.low !== null && claim.high !== null
					? ` (${show(claim.low)} to ${show(claim.high)})`
					: "";
			return `${BOUND[claim.form] ?? ""}${show(claim.value)}${range}${after}`;
		}
	}
}
