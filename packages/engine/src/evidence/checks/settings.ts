/** The judgements of the checks, each with its reason. What a printed digit means is in `../settings.ts`. */

/**
 * Two figures of one quantity whose ranges do not meet are called a contradiction when they are
 * more than a twentieth apart: below that lie definitions, dates within a year, and rounding twice.
 */
export const CONTRADICTION_FROM = 1.05;

/** Recomputing from a source's own figures leaves no such excuse: only rounding twice. */
export const ARITHMETIC_FROM = 1.01;

/**
 * A figure recomputed from other sources' figures carries their definitions too; a tenth is what
 * editions of one survey differ by.
 */
export const RECOMPUTED_FROM = 1.1;

/** A reading fits a published total within a tenth; one that is a fourth away does not fit. */
export const READING_FITS = 1.1;
export const READING_FAILS = 1.25;

/** Ratios this near to 10, 100, 1,000 or a ratio of two units are named so. */
export const NAMED_FACTOR_WITHIN = 1.05;

/** A decimal point slips by thousands or millions; beyond that two figures have nothing in common. */
export const LARGEST_SLIP = 1e9;

/**
 * Shares and levels move slowly: a figure a fourth away from at least three independent origins of
 * the same or a neighbouring year, which agree among themselves, is doubted.
 */
export const OUTLIER_FROM = 1.25;
export const OUTLIER_WITNESSES = 3;

/**
 * Figures over a period are compared when the periods share this much of both: a running total of
 * one more day or month is another figure.
 */
export const SAME_PERIOD = 0.97;

/** Flows that enter one recomputation may have started a little apart. */
export const INPUT_PERIOD = 0.5;

/** Days between figures that are called of neighbouring years. */
export const NEIGHBOUR_DAYS = 365;

/** Years beyond its last figure to which a forecast's own growth is carried on. */
export const GROWTH_YEARS = 5;

/** Of more figures for one quantity only the best attested are looked at. */
export const MOST_FIGURES = 2000;

/** Figures of one date that one figure is compared with at most. */
export const MOST_RIVALS = 200;

/** Of more candidates for one input the nearest are tried. */
export const MOST_CANDIDATES = 6;
