/** Pairs of figures of one quantity and period that cannot both hold, and who agrees with whom. */

import { dimensionText, type Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import { neighbouring, samePeriod } from "./days.ts";
import { bestAttested, convertible, type Figure, figuresOf, subjectKey } from "./figures.ts";
import { gapRatio } from "./ratio.ts";
import { CONTRADICTION_FROM, MOST_RIVALS } from "./settings.ts";
import { editionsOfOneSurvey } from "./survey.ts";

/** Who bears a figure out: itself and the figures whose ranges meet its own. */
export interface Support {
	readonly origins: number;
	/** Rank of the best attested of them. */
	readonly rank: number;
}

/** What the other figures of its quantity say about one figure. */
export interface Standing {
	readonly figure: Figure;
	/** Figures whose range does not meet its own, the best attested first. */
	readonly rivals: readonly Figure[];
	/** Of any figure of the quantity. */
	readonly supportOf: (figure: Figure) => Support;
}

const KNOWN = new WeakMap<Ledger, readonly Standing[]>();

/** All figures that have a rival, in order of their ids. */
export function standings(ledger: Ledger, run?: Run): readonly Standing[] {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const found: Standing[] = [];
	for (const group of quantityGroups(ledger).values()) {
		run?.signal?.throwIfAborted();
		if (group.length < 2) continue;
		const kind = ledger.attribute((group[0] as Figure).claim.attribute_id)?.kind;
		const rivals = new Map<Figure, Figure[]>();
		const agreeing = new Map(group.map((figure) => [figure, [figure]]));
		for (const [a, b] of pairs(group)) {
			if (!samePeriod(a.days, b.days, kind) || editionsOfOneSurvey(a.origin, b.origin, ledger))
				continue;
			const gap = gapRatio(a.interval, b.interval);
			if (gap > CONTRADICTION_FROM) {
				listIn(rivals, a).push(b);
				listIn(rivals, b).push(a);
			} else {
				agreeing.get(a)?.push(b);
				agreeing.get(b)?.push(a);
			}
		}
		const supports = new Map([...agreeing].map(([figure, all]) => [figure, supportBy(all)]));
		const supportOf = (figure: Figure): Support => supports.get(figure) ?? supportBy([figure]);
		for (const [figure, against] of rivals) {
			against.sort((a, b) => a.rank - b.rank);
			found.push({ figure, rivals: against, supportOf });
		}
	}
	found.sort((a, b) => (a.figure.claim.id < b.figure.claim.id ? -1 : 1));
	KNOWN.set(ledger, found);
	return found;
}

function supportBy(figures: readonly Figure[]): Support {
	return {
		origins: new Set(figures.map(({ origin }) => origin)).size,
		rank: Math.min(...figures.map(({ rank }) => rank)),
	};
}

/**
 * Whether fewer independent origins bear a figure out than its rival; at a tie by the best attested
 * of those that bear each out, then by its own standing. Of two figures exactly one is.
 */
export function lessBorneOut(
	figure: Figure,
	rival: Figure,
	supportOf: Standing["supportOf"],
): boolean {
	const own = supportOf(figure);
	const other = supportOf(rival);
	if (own.origins !== other.origins) return own.origins < other.origins;
	return own.rank === other.rank ? figure.rank > rival.rank : own.rank > other.rank;
}

/** Figures of the same quantity in a neighbouring year that contradict a figure. */
export function neighboursAgainst(figure: Figure, ledger: Ledger): readonly Figure[] {
	return (figuresOf(ledger).bySubject.get(subjectKey(figure.claim)) ?? [])
		.filter(
			(other) =>
				other.claim.scope_id === figure.claim.scope_id &&
				convertible(other, figure) &&
				other.outlet !== figure.outlet &&
				other.origin !== figure.origin &&
				neighbouring(other.days, figure.days) &&
				gapRatio(other.interval, figure.interval) > CONTRADICTION_FROM,
		)
		.sort((a, b) => a.rank - b.rank);
}

const GROUPS = new WeakMap<Ledger, ReadonlyMap<string, readonly Figure[]>>();

/** Figures by subject, attribute, basis, scope and dimension (currencies apart), whatever their period. */
export function quantityGroups(ledger: Ledger): ReadonlyMap<string, readonly Figure[]> {
	const known = GROUPS.get(ledger);
	if (known !== undefined) return known;
	const groups = Map.groupBy(
		figuresOf(ledger).all,
		({ claim, dimension }) =>
			`${subjectKey(claim)}|${claim.scope_id ?? ""}|${dimensionText(dimension)}`,
	);
	const best = new Map([...groups].map(([key, group]) => [key, bestAttested(group)]));
	GROUPS.set(ledger, best);
	return best;
}

/**
 * Pairs whose periods meet or that lack a date, found by a sweep over time. A figure that meets
 * more than 200 others is compared with the 200 that begin next.
 */
function* pairs(group: readonly Figure[]): Generator<readonly [Figure, Figure]> {
	const sorted = group.toSorted((a, b) => begins(a) - begins(b) || a.rank - b.rank);
	for (const [i, a] of sorted.entries()) {
		const last = a.days === null ? Infinity : a.days.last;
		for (let j = i + 1; j < sorted.length && j - i <= MOST_RIVALS; j++) {
			const b = sorted[j] as Figure;
			if (begins(b) > last) break;
			yield [a, b];
		}
	}
}

function begins(figure: Figure): number {
	return figure.days === null ? Number.MIN_SAFE_INTEGER : figure.days.first;
}

function listIn(map: Map<Figure, Figure[]>, key: Figure): Figure[] {
	const known = map.get(key);
	if (known !== undefined) return known;
	const fresh: Figure[] = [];
	map.set(key, fresh);
	return fresh;
}
