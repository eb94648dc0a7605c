import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { neighbouring } from "./days.ts";
import type { Figure } from "./figures.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { quantityGroups } from "./rivals.ts";
import { CONTRADICTION_FROM, MOST_RIVALS } from "./settings.ts";
import { quoted, some, topic } from "./words.ts";

/**
 * Two subjects of one kind whose figures in one outlet look exchanged: both disagree with every
 * other source, their order is the reverse of every other origin that prints both, and exchanged
 * they are less than half as far from those (on a scale of ratios).
 */
export function swapped(ledger: Ledger): EvidenceFinding[] {
	const groups = quantityGroups(ledger);
	const suspects: Suspect[] = [];
	for (const group of groups.values())
		for (const figure of group) {
			if (figure.bound || figure.face <= 0) continue;
			const others = othersOf(figure, group, ledger);
			if (others.length > 0) suspects.push({ figure, others });
		}
	const comparable = Map.groupBy(suspects, ({ figure: { claim, outlet } }) => {
		const kind = ledger.subject(claim.subject_id)?.kind;
		return [outlet, kind, claim.attribute_id, claim.basis_id, claim.scope_id].join("|");
	});
	return [...comparable.values()].flatMap((list) =>
		list
			.slice(0, MOST_RIVALS)
			.flatMap((a, i) =>
				list.slice(i + 1, MOST_RIVALS).flatMap((b) => exchange(a, b, ledger) ?? []),
			),
	);
}

interface Suspect {
	readonly figure: Figure;
	/** Figures of other outlets and origins for the same; all of them disagree. */
	readonly others: readonly Figure[];
}

function othersOf(figure: Figure, group: readonly Figure[], ledger: Ledger): readonly Figure[] {
	const kind = ledger.attribute(figure.claim.attribute_id)?.kind;
	const others = group.filter(
		(other) =>
			other.outlet !== figure.outlet &&
			other.origin !== figure.origin &&
			other.face > 0 &&
			neighbouring(other.days, figure.days, kind),
	);
	return others.every((other) => gapRatio(other.interval, figure.interval) > CONTRADICTION_FROM)
		? others
		: [];
}

function exchange(a: Suspect, b: Suspect, ledger: Ledger): EvidenceFinding | null {
	if (a.figure.claim.subject_id === b.figure.claim.subject_id) return null;
	const pairs = a.others.flatMap((x) =>
		b.others.filter((y) => y.origin === x.origin).map((y) => [x, y] as const),
	);
	const order = Math.sign(a.figure.face - b.figure.face);
	if (pairs.length === 0 || order === 0) return null;
	if (pairs.some(([x, y]) => Math.sign(x.face - y.face) !== -order)) return null;
	const apart = (of: Figure, from: Figure): number => Math.abs(Math.log(of.face / from.face));
	const printed = pairs.map(([x, y]) => apart(a.figure, x) + apart(b.figure, y));
	const exchanged = pairs.map(([x, y]) => apart(a.figure, y) + apart(b.figure, x));
	if (exchanged.some((distance, i) => distance >= (printed[i] as number) / 2)) return null;
	const witnesses = [...new Set(pairs.flat())];
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
