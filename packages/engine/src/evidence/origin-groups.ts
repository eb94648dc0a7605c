import { lastDay } from "../dataset/index.ts";
import { EVERYTHING, hull } from "./interval.ts";
import type { Ledger } from "./ledger.ts";
import { spanOf } from "./period.ts";
import { claimInterval, faceValue } from "./printed.ts";
import type { Voice } from "./rules/index.ts";
import type { ClaimRole, ClaimRow, OriginGroup } from "./types.ts";

/** After every date: an outlet without one is not the first that said so. */
const LATEST = "9999";

/**
 * Claims by origin: ten outlets that repeat one study are one group. The voice of a group is the
 * claim about the latest period, of these the one read most directly (shortest chain), then the
 * newest edition, then the earliest outlet; so an echo never changes it. Where the outlet of the
 * voice prints several figures for the period, the interval of the group spans them.
 *
 * @param unit id of the unit that values and intervals are in
 * @returns groups in order of their origins
 */
export function originGroups(
	ledger: Ledger,
	claims: readonly ClaimRow[],
	unit: string,
): OriginGroup[] {
	const groups = Map.groupBy(claims, (claim) => ledger.origin(claim));
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([origin, members]) => groupOf(ledger, origin, members, unit));
}

/** A group with a number, as a rule hears it. */
export function voiceOf(ledger: Ledger, group: OriginGroup): Voice {
	const claim = ledger.claim(group.voice);
	return {
		group,
		claim,
		value: group.value as number,
		interval: group.interval,
		readings: group.claims.filter((id) => speaksWith(ledger, ledger.claim(id), claim)).length,
		until: untilOf(ledger, claim),
		edition: editionOf(ledger, claim),
		who: () => ledger.attribution(claim),
	};
}

/** What the other claims of a group did. */
export function echoes(ledger: Ledger, group: OriginGroup): ClaimRole[] {
	const voice = ledger.claim(group.voice);
	return group.claims
		.filter((id) => id !== group.voice)
		.map((id): ClaimRole => {
			const claim = ledger.claim(id);
			if (untilOf(ledger, claim) < untilOf(ledger, voice))
				return {
					claim: id,
					role: "older",
					why: "The same origin has a figure for a later period.",
				};
			if (sameReading(claim, voice))
				return {
					claim: id,
					role: "used",
					why: "The same source prints another figure too; the range spans both.",
				};
			const why = `It comes from ${publisher(ledger, group.origin)} too, and counts once.`;
			return { claim: id, role: "echo", why };
		});
}

function groupOf(
	ledger: Ledger,
	origin: string,
	members: readonly ClaimRow[],
	unit: string,
): OriginGroup {
	const ordered = members.toSorted((a, b) => byVoice(ledger, a, b));
	const voice = ordered[0] as ClaimRow;
	const value = faceValue(voice, ledger.units, unit);
	const readings =
		value === null ? [voice] : ordered.filter((claim) => speaksWith(ledger, claim, voice));
	const interval = hull(readings.map((claim) => claimInterval(claim, ledger.units, unit)));
	return {
		origin,
		claims: ordered.map(({ id }) => id),
		voice: voice.id,
		value,
		interval: interval ?? EVERYTHING,
	};
}

function speaksWith(ledger: Ledger, claim: ClaimRow, voice: ClaimRow): boolean {
	return (
		faceValue(claim, ledger.units) !== null &&
		sameReading(claim, voice) &&
		untilOf(ledger, claim) === untilOf(ledger, voice)
	);
}

function sameReading(a: ClaimRow, b: ClaimRow): boolean {
	return a.source_ids.join(";") === b.source_ids.join(";");
}

function byVoice(ledger: Ledger, a: ClaimRow, b: ClaimRow): number {
	const numbered = (claim: ClaimRow): number => Number(faceValue(claim, ledger.units) === null);
	return (
		numbered(a) - numbered(b) ||
		order(untilOf(ledger, b), untilOf(ledger, a)) ||
		a.source_ids.length - b.source_ids.length ||
		order(editionOf(ledger, b), editionOf(ledger, a)) ||
		order(ledger.published(a) ?? LATEST, ledger.published(b) ?? LATEST) ||
		order(a.id, b.id)
	);
}

/** Last day of the period; without one, of the edition. */
function untilOf(ledger: Ledger, claim: ClaimRow): string {
	const span = spanOf(claim);
	if (span !== null) return span.last;
	const edition = editionOf(ledger, claim);
	return edition === "" ? "" : lastDay(edition);
}

/** When the origin published it: for a figure read at its origin its own date. */
function editionOf(ledger: Ledger, claim: ClaimRow): string {
	const origin = ledger.source(ledger.origin(claim))?.published ?? null;
	return (claim.source_ids.length > 1 ? origin : null) ?? ledger.published(claim) ?? origin ?? "";
}

function publisher(ledger: Ledger, id: string): string {
	return ledger.source(id)?.publisher ?? id;
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
