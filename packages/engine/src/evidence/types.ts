/**
 * The values of the evidence ledger. A claim is a row of `claims`; a quantity is what several
 * claims are about (subject, attribute, basis, scope, period); a parameter is a number of the
 * model with its value, distribution and explanation. Plain data, comparable, serialisable.
 */

import type { Tables } from "../dataset/index.ts";

export type ClaimRow = Tables["claims"][number];
export type ParameterRow = Tables["parameters"][number];

/** Closed interval; an end may be infinite: a bound is half of a line, never a value. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** Support and middle of an uncertain number; `fixed` has low = middle = high. */
export interface Distribution {
	readonly shape: "fixed" | "uniform" | "triangular";
	readonly low: number;
	/** Mode of a triangle, middle of a uniform. */
	readonly middle: number;
	readonly high: number;
}

/** A number of the model: where it stands in the data package. */
export interface CellRef {
	readonly table: string;
	/** Key columns in order, joined by `|`. */
	readonly row: string;
	readonly column: string;
}

export type Rule = ParameterRow["rule"] | "stated";

/** Claims that count as one: all repeat, or come from, one origin. */
export interface OriginGroup {
	/** Source id of the origin: the last of the attribution chain. */
	readonly origin: string;
	readonly claims: readonly string[];
	/** Claim whose figure stands for the group: the newest edition, read most directly. */
	readonly voice: string;
	/** In the unit of the parameter, `factor` not applied; null for a bound or a token. */
	readonly value: number | null;
	readonly interval: Interval;
}

/** What a claim did in a resolution, in one word and one sentence. */
export interface ClaimRole {
	readonly claim: string;
	readonly role:
		| "used"
		| "echo"
		| "superseded"
		| "bound"
		| "no number"
		| "excluded"
		| "unopened"
		| "not official"
		| "older"
		| "implied";
	readonly why: string;
}

export interface Resolution {
	/** `table/row/column`. */
	readonly id: string;
	readonly cell: CellRef;
	readonly rule: Rule;
	/** In the unit of the model's column; null = the claims give no number (a gap). */
	readonly value: number | null;
	/** Null where there is no number. */
	readonly distribution: Distribution | null;
	/** Number as it stands in the row of the model's table. */
	readonly stated: number | null;
	readonly groups: readonly OriginGroup[];
	readonly roles: readonly ClaimRole[];
	/** Sources and assumptions that the number rests on in the end. */
	readonly sourceIds: readonly string[];
	/** The way from claims to number, a sentence a step. */
	readonly steps: readonly string[];
	/** Sentences on what is wrong or weak: rivals that disagree, a bound that is broken, no opened source. */
	readonly warnings: readonly string[];
}

export type VerdictKind = "consistent" | "arithmetic error" | "cannot check";

/** One recomputation of one claim. */
export interface Verdict {
	readonly claim: string;
	readonly verdict: VerdictKind;
	/** Formula or identity it was recomputed with; null when there is none. */
	readonly by: string | null;
	/** Figure of the claim, in its unit; an interval by its printed digits and qualifier. */
	readonly found: Interval | null;
	/** What the other figures give, same unit. */
	readonly expected: Interval | null;
	/** expected / found at face value: 100 for a fraction printed as a percentage. */
	readonly factor: number | null;
	/** Claims that the recomputation used. */
	readonly inputs: readonly string[];
	/** One sentence: what was recomputed, what came out. */
	readonly sentence: string;
}

export type FindingKind =
	| "arithmetic error" // a formula or an identity gives another figure
	| "other reading" // fits only under a reading that is not the one printed: gross, not net
	| "contradiction within" // two figures of one source cannot both hold
	| "contradiction between" // sources disagree beyond their ranges, same basis and period
	| "part exceeds whole"
	| "swapped" // two figures fit the other sources when exchanged
	| "broken bound"; // a value outside a bound that another claim sets

/** Something wrong, found by a general rule, never by a rule for one row. */
export interface EvidenceFinding {
	readonly kind: FindingKind;
	/** Claims it is about: those a reader should doubt, first. */
	readonly claims: readonly string[];
	/** Claims that testify against them. */
	readonly against: readonly string[];
	/** Source id of the doubted figures' outlet. */
	readonly source: string;
	readonly sentence: string;
	/** Ratio between rival figures at face value, the larger over the smaller; null without numbers. */
	readonly factor: number | null;
}

/** Rival values of one quantity on one axis. */
export interface Conflict {
	/** `subject|attribute|basis|scope|period`. */
	readonly quantity: string;
	readonly title: string;
	/** Unit id all values are in. */
	readonly unit: string;
	readonly values: readonly {
		readonly claim: string;
		readonly origin: string;
		readonly value: number | null;
		readonly interval: Interval;
		readonly asOf: string | null;
		readonly published: string | null;
		readonly confidence: string;
		/** Repeats another claim's figure from the same origin. */
		readonly echo: boolean;
		readonly superseded: boolean;
	}[];
	/** Origins that count. */
	readonly origins: number;
	/** Different figures beyond rounding. */
	readonly figures: number;
	/** Largest over smallest figure; null when one of them is 0 or there is only one. */
	readonly spread: number | null;
	/** "Seven sources, four values; three repeat one study". */
	readonly sentence: string;
}

/** One source's figures, each with its verdict and what was found about it. */
export interface Audit {
	readonly source: string;
	readonly claims: readonly {
		readonly claim: string;
		readonly verdict: Verdict;
		/** Indices into `findings`. */
		readonly findings: readonly number[];
	}[];
	readonly findings: readonly EvidenceFinding[];
	readonly counts: Readonly<Record<VerdictKind, number>>;
	readonly sentence: string;
}

/** Something uncertain that moves one or many numbers of the model together. */
export interface Factor {
	/** `table/row/column` of one number, or the id of an assumption that many rows cite. */
	readonly id: string;
	readonly title: string;
	readonly kind: "parameter" | "stated" | "assumption";
	/** Of the number itself; for an assumption of its own figure, or of a factor around 1. */
	readonly distribution: Distribution;
	readonly unit: string;
	/** Numbers that move with it; one cell belongs to at most one factor. */
	readonly cells: readonly CellRef[];
	readonly sourceIds: readonly string[];
	readonly confidence: string;
}

/** What accepting new claims would do, before anything is written. */
export interface ImportReview {
	/** Rows of the file that would be added, as claims. */
	readonly added: readonly ClaimRow[];
	/** Rows that say the same as a claim already there. */
	readonly duplicates: readonly {
		readonly claim: string;
		readonly of: string;
		/** same: word for word; echo: same figure and origin through another outlet; agrees: same figure, another origin. */
		readonly kind: "same" | "echo" | "agrees";
		readonly sentence: string;
	}[];
	/** Claims that a row revises. */
	readonly revised: readonly { readonly claim: string; readonly by: string }[];
	/** Parameters whose value or distribution changes. */
	readonly parameters: readonly {
		readonly id: string;
		readonly before: Resolution | null;
		readonly after: Resolution | null;
	}[];
	/** Findings of the arithmetic and contradiction checks that are new. */
	readonly findings: readonly EvidenceFinding[];
	/** The package with the new claims in it. */
	readonly tables: { readonly claims: readonly ClaimRow[] };
}
