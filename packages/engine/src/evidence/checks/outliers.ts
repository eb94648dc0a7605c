import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { neighboursAgainst, standings } from "./rivals.ts";
import { OUTLIER_FROM, OUTLIER_WITNESSES } from "./settings.ts";
import { quoted, some, topic } from "./words.ts";

/**
 * A share that nobody contradicts for its own year, but that stands alone against at least three
 * independent origins of neighbouring years which agree among themselves: shares move slowly.
 */
export function outliers(ledger: Ledger): EvidenceFinding[] {
	const contradicted = new Set(standings(ledger).map(({ figure }) => figure));
	return figuresOf(ledger)
		.all.filter(
			(figure) =>
				!figure.bound &&
				!contradicted.has(figure) &&
				ledger.attribute(figure.claim.attribute_id)?.kind === "share",
		)
		.flatMap((figure) => {
			const witnesses = neighboursAgainst(figure, ledger).filter(({ bound }) => !bound);
			const origins = new Set(witnesses.map(({ origin }) => origin));
			if (origins.size < OUTLIER_WITNESSES || !agree(witnesses)) return [];
			if (witnesses.some((each) => gapRatio(each.interval, figure.interval) < OUTLIER_FROM))
				return [];
			return {
				kind: "contradiction between" as const,
				claims: [figure.claim.id],
				against: witnesses.map(({ claim }) => claim.id),
				source: figure.outlet,
				sentence:
					`${topic(figure.claim, ledger)}: ${quoted(figure, ledger)} stands alone against ` +
					`${some(witnesses.map((each) => quoted(each, ledger)))} of neighbouring years.`,
				factor: faceRatio(figure.face, (witnesses[0] as Figure).face),
			};
		});
}

function agree(figures: readonly Figure[]): boolean {
	const faces = figures.map(({ face }) => face);
	return Math.min(...faces) > 0 && Math.max(...faces) / Math.min(...faces) <= OUTLIER_FROM;
}
