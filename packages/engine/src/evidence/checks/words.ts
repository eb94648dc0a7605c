/** How the findings name a figure: whose it is, what it is about, as it was printed. */

import type { Ledger } from "../ledger.ts";
import { periodInWords } from "../period.ts";
import { UNOPENED } from "../settings.ts";
import type { ClaimRow, Interval } from "../types.ts";
import { tidy } from "../units.ts";
import { figure as numberInWords, rangeInWords } from "../words.ts";
import type { Figure } from "./figures.ts";

/** `China, share of world output (reo), 2025`. */
export function topic(claim: ClaimRow, ledger: Ledger): string {
	const subject = ledger.subject(claim.subject_id)?.name ?? claim.subject_id;
	const attribute = ledger.attribute(claim.attribute_id)?.name ?? claim.attribute_id;
	const basis =
		claim.basis_id === null ? null : (ledger.basis(claim.basis_id)?.name ?? claim.basis_id);
	const scope =
		claim.scope_id === null ? null : (ledger.subject(claim.scope_id)?.name ?? claim.scope_id);
	const parts = [
		subject,
		`${attribute}${basis === null ? "" : ` (${basis})`}`,
		scope,
		periodInWords(claim),
	];
	return parts.filter((part) => part !== null && part !== "").join(", ");
}

/** `“44%” (USGS)`: the printed words and the origin; says so where nobody opened the source. */
export function quoted(figure: Figure, ledger: Ledger): string {
	const lead = UNOPENED.has(figure.claim.confidence) ? ", not opened" : "";
	return `“${figure.claim.printed}” (${sourceName(figure.origin, ledger)}${lead})`;
}

export function sourceName(id: string, ledger: Ledger): string {
	return ledger.source(id)?.publisher ?? id;
}

/** A number of base units in the unit of a claim. */
export function inUnitOf(claim: ClaimRow, value: number, ledger: Ledger): string {
	const unit = claim.unit_id;
	if (unit === null) return numberInWords(rounded(value));
	return numberInWords(rounded(value / ledger.units.row(unit).factor), ledger.units.symbol(unit));
}

/** An interval of base units in the unit of a claim. */
export function intervalInUnitOf(claim: ClaimRow, interval: Interval, ledger: Ledger): Interval {
	const factor = claim.unit_id === null ? 1 : ledger.units.row(claim.unit_id).factor;
	return { low: tidy(interval.low / factor), high: tidy(interval.high / factor) };
}

export function rangeInUnitOf(claim: ClaimRow, interval: Interval, ledger: Ledger): string {
	const { low, high } = intervalInUnitOf(claim, interval, ledger);
	const symbol = claim.unit_id === null ? "" : ledger.units.symbol(claim.unit_id);
	return rangeInWords({ low: rounded(low), high: rounded(high) }, symbol);
}

/** At most eight of a list, the rest counted. */
export function some(items: readonly string[]): string {
	const shown = items.slice(0, 8).join(", ");
	return items.length > 8 ? `${shown} and ${items.length - 8} more` : shown;
}

function rounded(value: number): number {
	return Number(value.toPrecision(4));
}
