/** The judgements that the ledger makes where a source is silent, each with its reason. */

import type { ClaimRow } from "./types.ts";

/**
 * Trailing zeros of an integer may be digits or padding. "8,000" is somewhere from 7,500 to 8,500
 * if padding; statistics mostly mean more, so the uncertainty is taken as at most 2.5 %.
 */
export const TRAILING_ZEROS_AT_MOST = 0.025;

/**
 * "About", "some", "roughly" say that the last digit is not meant. Figures so marked in the
 * baseline differ from the exact ones found later by up to a twentieth.
 */
export const ABOUT_AT_LEAST = 0.05;

/** Nobody opened the source: such a claim counts only when nothing opened says anything. */
export const UNOPENED: ReadonlySet<ClaimRow["confidence"]> = new Set([
	"recalled",
	"unverified",
	"lead",
]);

/** Kind of `sources` whose figures are official: a government or a body that counts for one. */
export const OFFICIAL = "official";

/**
 * Rows of `assumptions` that hold the spread, as a fraction of the figure, of a number without
 * a range, by confidence. An assumption that names no range is no better than a weak source.
 */
export const SPREAD_BY_CONFIDENCE: Readonly<Record<ClaimRow["confidence"], string>> = {
	high: "a_spread_high",
	medium: "a_spread_medium",
	low: "a_spread_low",
	assumption: "a_spread_low",
	recalled: "a_spread_unopened",
	unverified: "a_spread_unopened",
	lead: "a_spread_unopened",
};

/**
 * An assumption is taken for the cell's own figure when the two are this near: several
 * assumptions of one row may be in the same unit.
 */
export const SAME_FIGURE_WITHIN = 3;
