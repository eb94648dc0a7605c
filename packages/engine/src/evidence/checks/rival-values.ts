import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import type { Figure } from "./figures.ts";
import { faceRatio } from "./ratio.ts";
import { neighboursAgainst, type Standing, standings } from "./rivals.ts";
import { quoted, some, sourceName, topic } from "./words.ts";

/**
 * Rival values of one quantity (same subject, attribute, basis, scope and period, units converted)
 * whose ranges do not meet. In one outlet: both cannot hold. Between outlets: the one that fewer
 * independent origins bear out is doubted, at a tie the worse attested. Against bounds alone it is a
 * broken bound. Editions of one survey revise, they do not contradict.
 */
export function rivalValues(ledger: Ledger): EvidenceFinding[] {
	const all = standings(ledger);
	return [...all.flatMap((standing) => within(standing, ledger)), ...between(all, ledger)];
}

function within({ figure, rivals }: Standing, ledger: Ledger): EvidenceFinding[] {
	return rivals
		.filter((rival) => rival.outlet === figure.outlet && figure.rank > rival.rank)
		.map((rival) => {
			const bound = figure.bound || rival.bound;
			return {
				kind: bound ? "broken bound" : "contradiction within",
				claims: [figure.claim.id, rival.claim.id],
				against: [],
				source: figure.outlet,
				sentence:
					`${sourceName(figure.outlet, ledger)} prints two figures for ${topic(figure.claim, ledger)} ` +
					`that cannot both hold: ${quoted(figure, ledger)} and ${quoted(rival, ledger)}.`,
				factor: faceRatio(figure.face, rival.face),
			};
		});
}

function between(all: readonly Standing[], ledger: Ledger): EvidenceFinding[] {
	const doubted = all
		.map((standing) => ({
			...standing,
			rivals: standing.rivals.filter((rival) => rival.outlet !== standing.figure.outlet),
		}))
		.filter(isDoubted);
	return echoesTogether(doubted).map((group) => betweenFinding(group, ledger));
}

/** Doubted is what fewer origins bear out than one of its rivals; at a tie the worse attested. */
function isDoubted({ figure, rivals, supportOf }: Standing): boolean {
	const own = supportOf(figure);
	return rivals.some((rival) => {
		const { origins, rank } = supportOf(rival);
		return own.origins < origins || (own.origins === origins && own.rank > rank);
	});
}

/** Outlets that repeat one figure of one origin are doubted once. */
function echoesTogether(doubted: readonly Standing[]): Standing[][] {
	const groups = Map.groupBy(doubted, ({ figure: { claim, origin, face } }) =>
		[
			claim.subject_id,
			claim.attribute_id,
			claim.basis_id,
			claim.scope_id,
			claim.as_of,
			origin,
			face,
		].join("|"),
	);
	return [...groups.values()].map((group) =>
		group.toSorted((a, b) => a.figure.rank - b.figure.rank),
	);
}

function betweenFinding(group: readonly Standing[], ledger: Ledger): EvidenceFinding {
	const { figure, rivals } = group[0] as Standing;
	const bound = figure.bound || rivals.every((rival) => rival.bound);
	const witnesses = bound ? rivals : withNeighbours(figure, rivals, ledger);
	const misquoted = rivals.every(({ origin }) => origin === figure.origin);
	const head = `${topic(figure.claim, ledger)}: ${quoted(figure, ledger)} `;
	const said = some(witnesses.map((rival) => quoted(rival, ledger)));
	return {
		kind: bound ? "broken bound" : "contradiction between",
		claims: group.map((each) => each.figure.claim.id),
		against: witnesses.map(({ claim }) => claim.id),
		source: figure.outlet,
		sentence: misquoted
			? `${head}against ${said}: outlets that name one origin for different figures.`
			: `${head}against ${said}.`,
		factor: faceRatio(figure.face, (witnesses[0] as Figure).face),
	};
}

/** For shares, which move slowly, the figures of neighbouring years that contradict it too. */
function withNeighbours(
	figure: Figure,
	rivals: readonly Figure[],
	ledger: Ledger,
): readonly Figure[] {
	if (ledger.attribute(figure.claim.attribute_id)?.kind !== "share") return rivals;
	return [...new Set([...rivals, ...neighboursAgainst(figure, ledger)])];
}
