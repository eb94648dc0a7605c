import type { Run } from "../../dataset/index.ts";
import { divide } from "../interval.ts";
import type { Ledger } from "../ledger.ts";
import { TRAILING_ZEROS_AT_MOST } from "../settings.ts";
import type { EvidenceFinding, Interval } from "../types.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { candidatesFor, type Identity, identitiesOf, publishedFor } from "./identities.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { CONTRADICTION_FROM, READING_FAILS, READING_FITS } from "./settings.ts";
import { inUnitOf, quoted, rangeInUnitOf, some, topic } from "./words.ts";

/**
 * Which of several counts a printed share fits. Where an outlet prints a share and two counts that
 * its numerator may be, each count implies a whole; if one implies a whole that is published and
 * another is a fourth away from all of them, the share was not worked out from that other one. A
 * bound is taken at its printed figure here, for that is the figure the share may rest on.
 */
export function fittingCount(ledger: Ledger, run?: Run): EvidenceFinding[] {
	const found = figuresOf(ledger).all.flatMap((share) => {
		run?.signal?.throwIfAborted();
		if (share.bound || share.interval.low <= 0) return [];
		return misfits(share, identitiesOf(ledger, share.claim.attribute_id), ledger);
	});
	const byCount = Map.groupBy(found, ({ count }) => count);
	return [...byCount].map(([count, misfit]) => {
		const { share, fitting, wholes } = misfit[0] as Misfit;
		const against = new Set(
			misfit.flatMap((each) =>
				[each.share, each.fitting, ...each.wholes].map(({ claim }) => claim.id),
			),
		);
		const whole = wholes[0] as Figure;
		return {
			kind: "contradiction within" as const,
			claims: [count.claim.id],
			against: [...against],
			source: count.outlet,
			sentence:
				`${topic(count.claim, ledger)}: ${quoted(count, ledger)} does not fit ${quoted(share, ledger)}, ` +
				`printed beside it. It would imply ${inUnitOf(whole.claim, count.face / share.face, ledger)} in all; ` +
				`published are ${some(wholes.map((each) => quoted(each, ledger)))}. ` +
				`${quoted(fitting, ledger)} fits, with ${rangeInUnitOf(whole.claim, impliedRange(fitting, share), ledger)}.`,
			factor: faceRatio(count.face, fitting.face),
		};
	});
}

interface Misfit {
	readonly count: Figure;
	readonly share: Figure;
	readonly fitting: Figure;
	readonly wholes: readonly Figure[];
}

function misfits(share: Figure, identities: readonly Identity[], ledger: Ledger): Misfit[] {
	const fractions = identities.flatMap(({ fraction }) => fraction ?? []);
	const counts = new Map<string, Figure[]>();
	const wholes = new Map<string, Figure[]>();
	for (const { over, under } of fractions) {
		if (over.kind !== "name") continue;
		const own = candidatesFor(over, share, ledger).filter(({ outlet }) => outlet === share.outlet);
		counts.set(over.id, own);
		wholes.set(over.id, [...(wholes.get(over.id) ?? []), ...publishedFor(under, share, ledger)]);
	}
	return [...counts].flatMap(([name, rivals]) => {
		const published = (wholes.get(name) ?? []).filter((whole) => whole.face > 0);
		if (rivals.length < 2 || published.length === 0) return [];
		const fit = (count: Figure): number =>
			Math.min(...published.map((whole) => gapRatio(impliedRange(count, share), atFace(whole))));
		const fitting = rivals.toSorted((a, b) => fit(a) - fit(b) || a.rank - b.rank)[0] as Figure;
		if (fit(fitting) > READING_FITS) return [];
		return rivals
			.filter((count) => fit(count) > READING_FAILS)
			.filter((count) => (faceRatio(count.face, fitting.face) ?? 1) > CONTRADICTION_FROM)
			.map((count) => ({ count, share, fitting, wholes: published }));
	});
}

function impliedRange(count: Figure, share: Figure): Interval {
	return divide(atFace(count), share.interval);
}

function atFace(figure: Figure): Interval {
	if (!figure.bound) return figure.interval;
	const half = TRAILING_ZEROS_AT_MOST * Math.abs(figure.face);
	return { low: figure.face - half, high: figure.face + half };
}
