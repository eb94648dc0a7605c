import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { type Days, daysApart } from "./days.ts";
import { convertible, type Figure, figuresOf } from "./figures.ts";
import { wholesOf } from "./identities.ts";
import { faceRatio, gapRatio } from "./ratio.ts";
import { ARITHMETIC_FROM, GROWTH_YEARS, NEIGHBOUR_DAYS, RECOMPUTED_FROM } from "./settings.ts";
import { inUnitOf, quoted, some, topic } from "./words.ts";

/**
 * A part that is larger than its whole (`subjects.part_of`, additive attributes, same basis and
 * scope). Compared with the nearest dates within a year, those of the same outlet if it prints the
 * whole; else the part must exceed every whole of that date. Amounts of a period are compared only
 * where the whole's period holds the part's. An outlet that prints the whole for two other dates
 * is held to the whole's own growth, carried on for at most five years. Where parts of several
 * subjects exceed one whole, the whole is doubted.
 */
export function partExceedsWhole(ledger: Ledger, run?: Run): EvidenceFinding[] {
	const excesses = figuresOf(ledger).all.flatMap((part) => {
		run?.signal?.throwIfAborted();
		return excessesOf(part, ledger);
	});
	const byWhole = Map.groupBy(excesses, ({ wholes }) => wholes[0] as Figure);
	return [...byWhole].flatMap(([whole, all]) => {
		const subjects = new Set(all.map(({ part }) => part.claim.subject_id)).size;
		return subjects > 1
			? wholeFinding(whole, all, ledger)
			: all.map((each) => partFinding(each, ledger));
	});
}

interface Excess {
	readonly part: Figure;
	readonly wholes: readonly Figure[];
	readonly why: string;
}

function excessesOf(part: Figure, ledger: Ledger): Excess[] {
	const attribute = ledger.attribute(part.claim.attribute_id);
	if (attribute?.additive !== true) return [];
	const amount = attribute.kind === "flow" && !part.dimension.has("time");
	return wholesOf(part.claim.subject_id, ledger).flatMap((whole) => {
		const wholes = wholeFigures(part, whole, ledger);
		const own = wholes.filter(({ outlet }) => outlet === part.outlet);
		const near = nearest(part, own, amount) ?? nearest(part, wholes, amount);
		if (near !== null) return exceeding(part, near, ledger);
		return amount ? [] : outgrowing(part, own, ledger);
	});
}

function wholeFigures(part: Figure, whole: string, ledger: Ledger): Figure[] {
	const { attribute_id, basis_id, scope_id } = part.claim;
	const all = figuresOf(ledger).bySubject.get(`${whole}|${attribute_id}|${basis_id ?? ""}`) ?? [];
	return all.filter((figure) => figure.claim.scope_id === scope_id && convertible(figure, part));
}

/** Wholes of the nearest date within a year; null when there is none. */
function nearest(part: Figure, wholes: readonly Figure[], amount: boolean): Figure[] | null {
	const { days } = part;
	if (days === null) return orNull(wholes.filter((whole) => whole.days === null));
	const dated = wholes.flatMap((whole) =>
		whole.days === null ? [] : { whole, days: whole.days, apart: daysApart(whole.days, days) },
	);
	if (amount)
		return orNull(dated.filter((each) => holds(each.days, days)).map(({ whole }) => whole));
	const least = Math.min(...dated.map(({ apart }) => apart));
	if (least > NEIGHBOUR_DAYS) return null;
	return orNull(dated.filter(({ apart }) => apart === least).map(({ whole }) => whole));
}

function orNull(figures: Figure[]): Figure[] | null {
	return figures.length === 0 ? null : figures;
}

function holds(whole: Days, part: Days): boolean {
	return whole.first <= part.first && part.last <= whole.last;
}

function exceeding(part: Figure, wholes: readonly Figure[], ledger: Ledger): Excess[] {
	const exceeds = wholes.every(
		(whole) =>
			part.interval.low > whole.interval.high &&
			gapRatio(part.interval, whole.interval) >
				(whole.outlet === part.outlet ? ARITHMETIC_FROM : RECOMPUTED_FROM),
	);
	if (!exceeds) return [];
	const said = some(wholes.map((whole) => quoted(whole, ledger)));
	return [{ part, wholes, why: `its whole, ${wholeTopic(wholes, ledger)}, is ${said}` }];
}

/** A bound does not stretch to twice its figure: "over 8" is not meant to allow 36. */
const BEYOND_DOUBT = 2;
const YEAR = 365.25;

function outgrowing(part: Figure, wholes: readonly Figure[], ledger: Ledger): Excess[] {
	const dated = wholes
		.filter(({ days, face }) => days !== null && face > 0)
		.toSorted((a, b) => middle(a) - middle(b));
	const first = dated[0];
	const last = dated.at(-1);
	if (
		part.days === null ||
		first === undefined ||
		last === undefined ||
		middle(first) === middle(last)
	)
		return [];
	const years = (middle(part) - middle(last)) / YEAR;
	if (years <= 0 || years > GROWTH_YEARS) return [];
	const growth = (last.face / first.face) ** (YEAR / (middle(last) - middle(first)));
	const carried = last.face * growth ** years;
	if (part.face < BEYOND_DOUBT * carried) return [];
	const reached = inUnitOf(part.claim, carried, ledger);
	return [
		{
			part,
			wholes: [last, first],
			why:
				`its whole, ${wholeTopic([last], ledger)}, is ${quoted(last, ledger)} and by its own growth ` +
				`since ${quoted(first, ledger)} would be ${reached} by then`,
		},
	];
}

function middle({ days }: Figure): number {
	return days === null ? 0 : (days.first + days.last) / 2;
}

function wholeTopic(wholes: readonly Figure[], ledger: Ledger): string {
	return topic((wholes[0] as Figure).claim, ledger);
}

/** Parts of several subjects exceed one whole: the whole is doubted. */
function wholeFinding(whole: Figure, all: readonly Excess[], ledger: Ledger): EvidenceFinding {
	const parts = all.map(({ part }) => part).toSorted((a, b) => b.face - a.face);
	const said = parts.map((part) => `${topic(part.claim, ledger)} ${quoted(part, ledger)}`);
	return {
		kind: "part exceeds whole",
		claims: [whole.claim.id],
		against: parts.map(({ claim }) => claim.id),
		source: whole.outlet,
		sentence:
			`${topic(whole.claim, ledger)} is ${quoted(whole, ledger)}, less than its parts: ` +
			`${some(said)}.`,
		factor: faceRatio(whole.face, (parts[0] as Figure).face),
	};
}

function partFinding({ part, wholes, why }: Excess, ledger: Ledger): EvidenceFinding {
	const [first] = wholes;
	return {
		kind: "part exceeds whole",
		claims: [part.claim.id],
		against: wholes.map(({ claim }) => claim.id),
		source: part.outlet,
		sentence: `${topic(part.claim, ledger)} is ${quoted(part, ledger)}, but ${why}.`,
		factor: faceRatio(part.face, (first as Figure).face),
	};
}
