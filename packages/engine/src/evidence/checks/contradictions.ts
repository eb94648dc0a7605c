import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import type { Doubt } from "./doubt.ts";
import type { Figure } from "./figures.ts";
import { outliers } from "./outliers.ts";
import { recomputedByOthers } from "./recomputed-by-others.ts";
import { rivalsOfOthers } from "./rival-values.ts";
import { firstOfVoices, voices } from "./voices.ts";
import { quoted, topic } from "./words.ts";

/**
 * Figures that other sources contradict, each told once with every testimony against it: rival
 * values, neighbouring years, its own numerator and denominator. Outlets that repeat one figure of
 * one origin are doubted together.
 */
export function contradictions(ledger: Ledger, run?: Run): EvidenceFinding[] {
	const doubts = [
		...rivalsOfOthers(ledger, run),
		...outliers(ledger, run),
		...recomputedByOthers(ledger, run),
	];
	const byFigure = Map.groupBy(doubts, ({ figure }) => figure);
	const figures = [...byFigure.keys()].sort((a, b) => a.rank - b.rank);
	return voices(figures, ledger).map((doubted) =>
		findingOn(
			doubted,
			doubted.flatMap((figure) => byFigure.get(figure) ?? []),
			ledger,
		),
	);
}

function findingOn(
	doubted: readonly Figure[],
	doubts: readonly Doubt[],
	ledger: Ledger,
): EvidenceFinding {
	const figure = doubted[0] as Figure;
	const witnesses = firstOfVoices(
		doubts.flatMap((doubt) => doubt.witnesses),
		ledger,
	);
	// Of outlets that repeat one figure, the best attested speaks; another reason is heard wherever it is.
	const told = (["on", "alone"] as const).flatMap(
		(reads) => doubts.find((doubt) => doubt.reads === reads) ?? [],
	);
	return {
		kind: doubts.every(({ bound }) => bound) ? "broken bound" : "contradiction between",
		claims: doubted.map(({ claim }) => claim.id),
		against: witnesses.map(({ claim }) => claim.id),
		source: figure.outlet,
		sentence: `${topic(figure.claim, ledger)}: ${quoted(figure, ledger)}${inWords(told)}.`,
		factor: told[0]?.factor ?? null,
	};
}

/** ` against “69 %” (USGS); and “270” (USGS) and “390” (USGS) give 69.23 %`. */
function inWords(told: readonly Doubt[]): string {
	return told
		.map(({ reads, reason }, i) => {
			if (reads === "on") return ` ${reason}`;
			return i === 0 ? `, but ${reason}` : `; and ${reason}`;
		})
		.join("");
}
