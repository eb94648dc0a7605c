import type { Run } from "../../dataset/index.ts";
import { divide } from "../interval.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { samePeriod } from "./days.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { nameKey, namesOf } from "./formula.ts";
import { candidatesFor, type Identity, identitiesOf, publishedFor } from "./identities.ts";
import { gapRatio } from "./ratio.ts";
import { type Amount, recompute } from "./recompute.ts";
import { READING_FAILS, READING_FITS } from "./settings.ts";
import { inUnitOf, quoted, some, topic } from "./words.ts";

/**
 * A share that fits only under a reading that is not the one meant: a decrease that leaves out what
 * was produced meanwhile. Each reading of the attribute (`identities`) has a numerator, worked out
 * from the figures beside the share, and so implies a whole; published wholes decide. Where one
 * share of a list is so found out, the others of the list (same outlet, origin, attribute, period)
 * that have no published whole are read the same way.
 */
export function otherReading(ledger: Ledger, run?: Run): EvidenceFinding[] {
	const candidates = figuresOf(ledger)
		.all.filter((share) => !share.bound && share.interval.low > 0)
		.flatMap((share) => {
			run?.signal?.throwIfAborted();
			return readingsOf(share, ledger) ?? [];
		});
	const decided = candidates.flatMap(decide);
	const findings = decided.map((each) => decidedFinding(each, ledger));
	const known = new Set(decided.map(({ share }) => share));
	for (const { share, meant, others } of candidates) {
		if (known.has(share) || meant.fit <= READING_FAILS) continue;
		const sibling = decided.find((each) => listedTogether(each.share, share, ledger));
		const other = others.find(({ identity }) => identity.row.id === sibling?.other.identity.row.id);
		if (sibling === undefined || other === undefined || other.wholes.length > 0) continue;
		findings.push(siblingFinding({ share, meant, other }, sibling.share, ledger));
	}
	return findings;
}

interface Reading {
	readonly identity: Identity;
	readonly over: Amount;
	readonly inputs: readonly Figure[];
	readonly wholes: readonly Figure[];
	/** Ratio between the whole it implies and the nearest published one. */
	readonly fit: number;
}

interface Readings {
	readonly share: Figure;
	readonly meant: Reading;
	readonly others: readonly Reading[];
}

interface Decided {
	readonly share: Figure;
	readonly meant: Reading;
	readonly other: Reading;
}

/** The readings of a share whose numerators differ from the meant one. */
function readingsOf(share: Figure, ledger: Ledger): Readings | null {
	const all = identitiesOf(ledger, share.claim.attribute_id).flatMap(
		(identity) => readingOf(share, identity, ledger) ?? [],
	);
	const meant = all.find(({ identity }) => identity.row.meant);
	if (meant === undefined) return null;
	const others = all.filter(
		({ identity, over }) =>
			!identity.row.meant && gapRatio(over.interval, meant.over.interval) > READING_FITS,
	);
	return others.length === 0 ? null : { share, meant, others };
}

function readingOf(share: Figure, identity: Identity, ledger: Ledger): Reading | null {
	if (identity.fraction === null) return null;
	const { over, under } = identity.fraction;
	const inputs = new Map(
		namesOf(over).map((name) => [
			nameKey(name),
			candidatesFor(name, share, ledger).find(({ outlet }) => outlet === share.outlet),
		]),
	);
	if ([...inputs.values()].includes(undefined)) return null;
	const result = recompute(over, (name) => inputs.get(nameKey(name)) ?? "not published");
	if (!result.ok || result.amount.interval.low <= 0) return null;
	const wholes = publishedFor(under, share, ledger);
	const implied = divide(result.amount.interval, share.interval);
	return {
		identity,
		over: result.amount,
		inputs: [...inputs.values()].filter((figure) => figure !== undefined),
		wholes,
		fit: Math.min(...wholes.map((whole) => gapRatio(implied, whole.interval))),
	};
}

function decide({ share, meant, others }: Readings): Decided[] {
	const [other] = others.toSorted((a, b) => a.fit - b.fit);
	return other !== undefined && other.fit <= READING_FITS && meant.fit > READING_FAILS
		? [{ share, meant, other }]
		: [];
}

function listedTogether(a: Figure, b: Figure, ledger: Ledger): boolean {
	const { attribute_id } = a.claim;
	return (
		attribute_id === b.claim.attribute_id &&
		a.outlet === b.outlet &&
		a.origin === b.origin &&
		samePeriod(a.days, b.days, ledger.attribute(attribute_id)?.kind)
	);
}

function decidedFinding({ share, meant, other }: Decided, ledger: Ledger): EvidenceFinding {
	const wholes = some(other.wholes.map((whole) => quoted(whole, ledger)));
	const first = other.wholes[0] as Figure;
	const implied = (reading: Reading): string =>
		inUnitOf(first.claim, reading.over.face / share.face, ledger);
	return finding(
		{ share, meant, other },
		`${opening(share, meant, other, ledger)}: it implies ${implied(other)} where ${wholes} ` +
			`${other.wholes.length === 1 ? "is" : "are"} published; read as meant it would imply ${implied(meant)}.`,
		other.wholes,
		ledger,
	);
}

function siblingFinding(each: Decided, sibling: Figure, ledger: Ledger): EvidenceFinding {
	const { share, meant, other } = each;
	return finding(
		each,
		`${opening(share, meant, other, ledger)}, as ${topic(sibling.claim, ledger)} ` +
			`(${quoted(sibling, ledger)}) in the same list does.`,
		[sibling],
		ledger,
	);
}

function opening(share: Figure, meant: Reading, other: Reading, ledger: Ledger): string {
	return (
		`${topic(share.claim, ledger)}: ${quoted(share, ledger)} fits only as ` +
		`${other.identity.row.reading ?? "another reading"}, not ${meant.identity.row.reading ?? "as meant"}`
	);
}

function finding(
	{ share, meant, other }: Decided,
	sentence: string,
	witnesses: readonly Figure[],
	ledger: Ledger,
): EvidenceFinding {
	const asMeant = (share.face * meant.over.face) / other.over.face;
	const inputs = meant.inputs.map((input) => quoted(input, ledger)).join(", ");
	return {
		kind: "other reading",
		claims: [share.claim.id],
		against: [...new Set([...meant.inputs, ...witnesses].map(({ claim }) => claim.id))],
		source: share.outlet,
		sentence:
			`${sentence} With ${inputs} the ${meant.identity.row.reading ?? "meant"} figure ` +
			`would be about ${inUnitOf(share.claim, asMeant, ledger)}.`,
		factor: Number((other.over.face / meant.over.face).toPrecision(6)),
	};
}
