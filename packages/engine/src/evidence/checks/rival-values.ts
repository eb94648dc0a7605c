import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import type { Doubt } from "./doubt.ts";
import type { Figure } from "./figures.ts";
import { faceRatio } from "./ratio.ts";
import { lessBorneOut, neighboursAgainst, type Standing, standings } from "./rivals.ts";
import { toldByExchange } from "./told-once.ts";
import { firstOfVoices, oneVoice } from "./voices.ts";
import { quoted, some, sourceName, topic } from "./words.ts";

/**
 * Rival values of one quantity (same subject, attribute, basis, scope and period, units converted)
 * whose ranges do not meet, in one outlet: both cannot hold. Figures of other outlets that only
 * repeat one of the two stand beside it and are not told again.
 */
export function rivalValues(ledger: Ledger, run?: Run): EvidenceFinding[] {
	const all = standings(ledger, run);
	const byFigure = new Map(all.map((standing) => [standing.figure, standing]));
	return all.flatMap((standing) => within(standing, byFigure, ledger));
}

/**
 * Rival values of other outlets. Of two figures the one that fewer independent origins bear out is
 * doubted, at a tie the worse attested, so that no pair is told twice; nor is one that an exchange
 * of two figures tells of. Against bounds alone it is a
 * broken bound. Editions of one survey revise, they do not contradict.
 */
export function rivalsOfOthers(ledger: Ledger, run?: Run): Doubt[] {
	const exchanged = toldByExchange(ledger);
	return standings(ledger, run).flatMap((standing) => {
		const { figure } = standing;
		const rivals = testifying(standing).filter(
			(rival) => !toldWithin(standing, rival, ledger) && !exchanged(figure, rival),
		);
		return rivals.length === 0 ? [] : doubtOf(standing, rivals, ledger);
	});
}

function within(
	{ figure, rivals, supportOf }: Standing,
	byFigure: ReadonlyMap<Figure, Standing>,
	ledger: Ledger,
): EvidenceFinding[] {
	const inside = rivals.filter(
		(rival) => rival.outlet === figure.outlet && lessBorneOut(figure, rival, supportOf),
	);
	return firstOfVoices(inside, ledger).map((rival) => {
		const repeating = [
			...repeats(rivals, rival, ledger),
			...repeats(byFigure.get(rival)?.rivals ?? [], figure, ledger),
		];
		return {
			kind: figure.bound || rival.bound ? "broken bound" : "contradiction within",
			claims: [figure.claim.id, rival.claim.id],
			against: firstOfVoices(repeating, ledger).map(({ claim }) => claim.id),
			source: figure.outlet,
			sentence:
				`${sourceName(figure.outlet, ledger)} prints two figures for ${topic(figure.claim, ledger)} ` +
				`that cannot both hold: ${quoted(figure, ledger)} and ${quoted(rival, ledger)}.`,
			factor: faceRatio(figure.face, rival.face),
		};
	});
}

/** Figures of other outlets that are one voice with a figure. */
function repeats(others: readonly Figure[], figure: Figure, ledger: Ledger): Figure[] {
	return others.filter(
		(other) => other.outlet !== figure.outlet && oneVoice(other, figure, ledger),
	);
}

function testifying({ figure, rivals, supportOf }: Standing): Figure[] {
	return rivals.filter(
		(rival) => rival.outlet !== figure.outlet && lessBorneOut(figure, rival, supportOf),
	);
}

/** Whether the figure's own outlet prints what the rival says, too. */
function toldWithin({ figure, rivals }: Standing, rival: Figure, ledger: Ledger): boolean {
	return rivals.some((own) => own.outlet === figure.outlet && oneVoice(own, rival, ledger));
}

function doubtOf(
	{ figure, supportOf }: Standing,
	rivals: readonly Figure[],
	ledger: Ledger,
): Doubt {
	const bound = figure.bound || rivals.every((rival) => rival.bound);
	const neighbours =
		bound || ledger.attribute(figure.claim.attribute_id)?.kind !== "share"
			? []
			: neighboursAgainst(figure, ledger).filter((other) => lessBorneOut(figure, other, supportOf));
	const witnesses = firstOfVoices([...rivals, ...neighbours], ledger);
	const said = some(witnesses.map((rival) => quoted(rival, ledger)));
	const misquoted = rivals.every(({ origin }) => origin === figure.origin);
	return {
		figure,
		witnesses,
		bound,
		reason: `against ${said}${misquoted ? ": outlets that name one origin for different figures" : ""}`,
		reads: "on",
		factor: faceRatio(figure.face, (witnesses[0] as Figure).face),
	};
}
