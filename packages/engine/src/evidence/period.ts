import { firstDay, lastDay } from "../dataset/index.ts";
import type { ClaimRow } from "./types.ts";

/** Days from the first to the last that a claim is about; null where it has no date. */
export interface Span {
	readonly first: string;
	readonly last: string;
}

export function spanOf(claim: Pick<ClaimRow, "as_of" | "as_of_end">): Span | null {
	if (claim.as_of === null) return null;
	return { first: firstDay(claim.as_of), last: lastDay(claim.as_of_end ?? claim.as_of) };
}

/**
 * Whether a claim is about a period, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * A claim about one year, month or day (`as_of` alone) matches when it lies within the period:
 * 2025 takes in 2025, 2025-04 and 2025-04-04; 2025-04 does not take in 2025. A claim about a
 * longer period (`as_of_end`) matches when the two overlap: 2023 to 2025 matches 2025. A claim
 * without a date matches only where no period is asked for (null), which everything matches.
 */
export function aboutPeriod(claim: ClaimRow, period: string | null): boolean {
	if (period === null) return true;
	const span = spanOf(claim);
	if (span === null) return false;
	const first = firstDay(period);
	const last = lastDay(period);
	return claim.as_of_end === null
		? first <= span.first && span.last <= last
		: span.first <= last && first <= span.last;
}

/** Whether a claim is about the whole of a period, or more. */
export function aboutWhole(claim: ClaimRow, period: string): boolean {
	const span = spanOf(claim);
	return span !== null && span.first <= firstDay(period) && lastDay(period) <= span.last;
}

/** `2025`, `2023 to 2025`, empty without a date. */
export function periodInWords({ as_of, as_of_end }: ClaimRow): string {
	if (as_of === null) return "";
	return as_of_end === null || as_of_end === as_of ? as_of : `${as_of} to ${as_of_end}`;
}
