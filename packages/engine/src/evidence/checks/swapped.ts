import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { neighbouring } from "./days.ts";
import type { Figure } from "./figures.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { quantityGroups } from "./rivals.ts";
import { CONTRADICTION_FROM, MOST_RIVALS } from "./settings.ts";
import { quoted, some, topic } from "./words.ts";

const KNOWN = new WeakMap<Ledger, readonly EvidenceFinding[]>();

/**
 * Two subjects of one kind whose figures in one outlet look exchanged: both disagree with every
 * other source, their order is the reverse of every other origin that prints both, exchanged they
 * are less than half as far from those (on a scale of ratios), and those are more or better attested.
 */
export function swapped(ledger: Ledger, run?: Run): readonly EvidenceFinding[] {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const groups = quantityGroups(ledger);
	const suspects: Suspect[] = [];
	for (const group of groups.values()) {
		run?.signal?.throwIfAborted();
		for (const figure of group) {
			if (figure.bound || figure.face <= 0) continue;
			const others = othersOf(figure, group);
			if (others.length > 0) suspects.push({ figure, others });
		}
	}
	const comparable = Map.groupBy(suspects, ({ figure: { claim, outlet } }) => {
		const kind = ledger.subject(claim.subject_id)?.kind;
		return [outlet, kind, claim.attribute_id, claim.basis_id, claim.scope_id].join("|");
	});
	const found = [...comparable.values()].flatMap((list) =>
		list
			.slice(0, MOST_RIVALS)
			.flatMap((a, i) =>
				list.slice(i + 1, MOST_RIVALS).flatMap((b) => exchange(a, b, ledger) ?? []),
			),
	);
	KNOWN.set(ledger, found);
	return found;
}

interface Suspect {
	readonly figure: Figure;
	/** Figures of other outlets and origins for the same; all of them disagree. */
	readonly others: readonly Figure[];
}

function othersOf(figure: Figure, group: readonly Figure[]): readonly Figure[] {
	const others = group.filter(
		(other) =>
			other.outlet !== figure.outlet &&
			other.origin !== figure.origin &&
			other.face > 0 &&
			neighbouring(other.days, figure.days),
	);
	return others.every((other) => gapRatio(other.interval, figure.interval) > CONTRADICTION_FROM)
		? others
		: [];
}

function exchange(a: Suspect, b: Suspect, ledger: Ledger): EvidenceFinding | null {
	if (a.figure.claim.subject_id === b.figure.claim.subject_id) return null;
	const pairs = pairsByOrigin(a.others, b.others);
	const order = Math.sign(a.figure.face - b.figure.face);
	if (pairs.length === 0 || order === 0) return null;
	if (pairs.some(([x, y]) => Math.sign(x.face - y.face) !== -order)) return null;
	const apart = (of: Figure, from: Figure): number => Math.abs(Math.log(of.face / from.face));
	const printed = pairs.map(([x, y]) => apart(a.figure, x) + apart(b.figure, y));
	const exchanged = pairs.map(([x, y]) => apart(a.figure, y) + apart(b.figure, x));
	if (exchanged.some((distance, i) => distance >= (printed[i] as number) / 2)) return null;
	const witnesses = [...new Set(pairs.flat())];
	if (!lessAttested(a.figure, b.figure, witnesses)) return null;
	return {
		kind: "swapped",
		claims: [a.figure.claim.id, b.figure.claim.id],
		against: witnesses.map(({ claim }) => claim.id),
		source: a.figure.outlet,
		sentence:
			`${topic(a.figure.claim, ledger)}: ${quoted(a.figure, ledger)}, and ` +
			`${topic(b.figure.claim, ledger)}: ${quoted(b.figure, ledger)} look exchanged; others print ` +
			`${some(pairs.map(([x, y]) => `${quoted(x, ledger)} and ${quoted(y, ledger)}`))}.`,
		factor: faceRatio(a.figure.face, b.figure.face),
	};
}

/** The best attested figures of every origin that prints both. */
function pairsByOrigin(a: readonly Figure[], b: readonly Figure[]): (readonly [Figure, Figure])[] {
	const second = firstByOrigin(b);
	return [...firstByOrigin(a)].flatMap(([origin, x]) => {
		const y = second.get(origin);
		return y === undefined ? [] : [[x, y] as const];
	});
}

function firstByOrigin(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
	const first = new Map<string, Figure>();
	for (const figure of figures) {
		const known = first.get(figure.origin);
		if (known === undefined || figure.rank < known.rank) first.set(figure.origin, figure);
	}
	return first;
}

function lessAttested(a: Figure, b: Figure, witnesses: readonly Figure[]): boolean {
	const origins = new Set(witnesses.map(({ origin }) => origin)).size;
	return origins > 1 || Math.max(a.rank, b.rank) > Math.min(...witnesses.map(({ rank }) => rank));
}
