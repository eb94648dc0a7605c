import type { Ledger } from "../ledger.ts";
import { samePeriod } from "./days.ts";
import { type Figure, subjectKey } from "./figures.ts";
import { gapRatio } from "./ratio.ts";

/**
 * Whether two figures are one voice: of one origin, about one quantity and period, both bounds or
 * both values, with ranges that meet. Outlets that repeat an origin are told once.
 */
export function oneVoice(a: Figure, b: Figure, ledger: Ledger): boolean {
	return voiceKey(a) === voiceKey(b) && meets(a, b, ledger);
}

/** Figures by voice, in the order they come; the first of each group speaks for it. */
export function voices(figures: readonly Figure[], ledger: Ledger): (readonly Figure[])[] {
	const groups: Figure[][] = [];
	const byKey = new Map<string, Figure[][]>();
	for (const figure of new Set(figures)) {
		const key = voiceKey(figure);
		const known = byKey.get(key) ?? [];
		const own = known.find(([first]) => first !== undefined && meets(first, figure, ledger));
		if (own !== undefined) {
			own.push(figure);
			continue;
		}
		const group = [figure];
		groups.push(group);
		byKey.set(key, [...known, group]);
	}
	return groups;
}

/** One figure of each voice: the first. */
export function firstOfVoices(figures: readonly Figure[], ledger: Ledger): readonly Figure[] {
	return voices(figures, ledger).map(([first]) => first as Figure);
}

function voiceKey(figure: Figure): string {
	const { claim, origin, bound } = figure;
	return `${origin}|${subjectKey(claim)}|${claim.scope_id ?? ""}|${bound}`;
}

function meets(a: Figure, b: Figure, ledger: Ledger): boolean {
	return (
		samePeriod(a.days, b.days, ledger.attribute(a.claim.attribute_id)?.kind) &&
		gapRatio(a.interval, b.interval) === 1
	);
}
