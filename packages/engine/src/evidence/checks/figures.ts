import { type Dimension, sameDimension } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import { claimInterval, isBound } from "../printed.ts";
import { UNOPENED } from "../settings.ts";
import type { ClaimRow, Interval } from "../types.ts";
import { type Days, daysOf } from "./days.ts";
import { MOST_FIGURES } from "./settings.ts";

/** A claim with a number, ready to be compared: in base units, with its period in days. */
export interface Figure {
	readonly claim: ClaimRow;
	/** The printed number itself: value, bound, or middle of a range. */
	readonly face: number;
	/** By printed precision and qualifier; half of a line for a bound. */
	readonly interval: Interval;
	readonly bound: boolean;
	readonly dimension: Dimension;
	/** Null without a date. */
	readonly days: Days | null;
	readonly outlet: string;
	readonly origin: string;
	/** Place in the order of trust: the smaller, the better attested. */
	readonly rank: number;
}

/** Figures of a ledger that count as said, with the indices of the checks. */
export interface Figures {
	readonly all: readonly Figure[];
	/** By `subject|attribute|basis`, the best attested 2,000 of each. */
	readonly bySubject: ReadonlyMap<string, readonly Figure[]>;
	/** The same of figures from sources that nobody opened. */
	readonly unopened: ReadonlyMap<string, readonly Figure[]>;
	/** The figure of any claim with a number, excluded, superseded and implied ones too. */
	of(claim: ClaimRow): Figure | null;
	/** Place in the order of trust, for claims without a number too. */
	rankOf(claim: ClaimRow): number;
}

const KNOWN = new WeakMap<Ledger, Figures>();

/**
 * Prepares the claims of a ledger. Counts as said what is printed, not excluded and not replaced by
 * a later edition; figures from sources nobody opened stand apart, for they accuse
 * nobody.
 */
export function figuresOf(ledger: Ledger): Figures {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const trusted = byTrust(ledger);
	const rankOf = ({ id }: ClaimRow): number => trusted.get(id) as number;
	const byId = new Map<string, Figure | null>();
	const of = (claim: ClaimRow): Figure | null => {
		let found = byId.get(claim.id);
		if (found === undefined) {
			found = figureOf(claim, ledger, rankOf(claim));
			byId.set(claim.id, found);
		}
		return found;
	};
	const counting = ledger.claims
		.filter((claim) => ledger.counts(claim))
		.map(of)
		.filter((figure) => figure !== null);
	const all = counting.filter(({ claim }) => !UNOPENED.has(claim.confidence));
	const unopened = counting.filter(({ claim }) => UNOPENED.has(claim.confidence));
	const figures = {
		all,
		bySubject: indexed(all),
		unopened: indexed(unopened),
		of,
		rankOf,
	};
	KNOWN.set(ledger, figures);
	return figures;
}

function indexed(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
	const groups = Map.groupBy(figures, ({ claim }) => subjectKey(claim));
	return new Map([...groups].map(([key, group]) => [key, bestAttested(group)]));
}

/** The best attested figures first, 2,000 at most. */
export function bestAttested(figures: readonly Figure[]): readonly Figure[] {
	return figures.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_FIGURES);
}

/** Whether two figures convert into each other; those of one unit share the object. */
export function convertible(a: Figure, b: Figure): boolean {
	return a.dimension === b.dimension || sameDimension(a.dimension, b.dimension);
}

export function subjectKey(claim: ClaimRow): string {
	return `${claim.subject_id}|${claim.attribute_id}|${claim.basis_id ?? ""}`;
}

function figureOf(claim: ClaimRow, ledger: Ledger, rank: number): Figure | null {
	const face =
		claim.value ??
		(claim.low === null || claim.high === null ? null : (claim.low + claim.high) / 2);
	if (face === null || claim.unit_id === null || !ledger.units.has(claim.unit_id)) return null;
	const { factor } = ledger.units.row(claim.unit_id);
	const { low, high } = claimInterval(claim, ledger.units);
	return {
		claim,
		face: face * factor,
		interval: { low: low * factor, high: high * factor },
		bound: isBound(claim),
		dimension: ledger.units.dimension(claim.unit_id),
		days: daysOf(claim),
		outlet: ledger.outlet(claim),
		origin: ledger.origin(claim),
		rank,
	};
}

const CONFIDENCE = ["high", "medium", "low", "assumption", "recalled", "unverified", "lead"];

/** By confidence, then official origins, the shortest chain, the latest publication, the id. */
function byTrust(ledger: Ledger): Map<string, number> {
	const keyed = ledger.claims.map((claim) => ({
		id: claim.id,
		official: ledger.source(ledger.origin(claim))?.kind === "official" ? 0 : 1,
		confidence: CONFIDENCE.indexOf(claim.confidence),
		chain: claim.source_ids.length,
		published: ledger.published(claim) ?? "",
	}));
	keyed.sort(
		(a, b) =>
			a.confidence - b.confidence ||
			a.official - b.official ||
			a.chain - b.chain ||
			(a.published < b.published ? 1 : a.published > b.published ? -1 : 0) ||
			(a.id < b.id ? -1 : 1),
	);
	return new Map(keyed.map(({ id }, rank) => [id, rank]));
}
