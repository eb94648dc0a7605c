import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { Doubt } from "./doubt.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { neighboursAgainst, standings } from "./rivals.ts";
import { OUTLIER_FROM, OUTLIER_WITNESSES } from "./settings.ts";
import { firstOfVoices } from "./voices.ts";
import { quoted, some } from "./words.ts";

/**
 * A share that nobody contradicts for its own year, but that stands alone against at least three
 * independent origins of neighbouring years which agree among themselves: shares move slowly.
 */
export function outliers(ledger: Ledger, run?: Run): Doubt[] {
	const contradicted = new Set(standings(ledger, run).map(({ figure }) => figure));
	return figuresOf(ledger)
		.all.filter(
			(figure) =>
				!figure.bound &&
				!contradicted.has(figure) &&
				ledger.attribute(figure.claim.attribute_id)?.kind === "share",
		)
		.flatMap((figure) => {
			run?.signal?.throwIfAborted();
			const witnesses = firstOfVoices(
				neighboursAgainst(figure, ledger).filter(({ bound }) => !bound),
				ledger,
			);
			const origins = new Set(witnesses.map(({ origin }) => origin));
			if (origins.size < OUTLIER_WITNESSES || !agree(witnesses)) return [];
			if (witnesses.some((each) => gapRatio(each.interval, figure.interval) < OUTLIER_FROM))
				return [];
			return {
				figure,
				witnesses,
				bound: false,
				reason: `stands alone against ${some(witnesses.map((each) => quoted(each, ledger)))} of neighbouring years`,
				reads: "on" as const,
				factor: faceRatio(figure.face, (witnesses[0] as Figure).face),
			};
		});
}

function agree(figures: readonly Figure[]): boolean {
	const faces = figures.map(({ face }) => face);
	return Math.min(...faces) > 0 && Math.max(...faces) / Math.min(...faces) <= OUTLIER_FROM;
}
