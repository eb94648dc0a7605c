import { dimensionText, type Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import { quantityKey } from "../quantity.ts";
import { UNOPENED } from "../settings.ts";
import type { ClaimRow, Conflict } from "../types.ts";
import { axisOf, type Mark } from "./axis.ts";
import { conflictSentence, weaklyDisputed } from "./conflict-sentence.ts";
import { type Days, daysOf, samePeriod } from "./days.ts";
import { figuresOf } from "./figures.ts";
import { stepsOf } from "./steps.ts";
import { editionsOfOneSurvey, surveyOf } from "./survey.ts";
import { topic } from "./words.ts";

interface Rivals {
	readonly disputes: readonly Conflict[];
	readonly unopened: readonly Conflict[];
}

const KNOWN = new WeakMap<Ledger, Rivals>();

/**
 * Rival values of one quantity, each conflict on one axis in one unit; dates in years.
 *
 * A conflict exists where origins that count (opened, current) print figures that differ beyond
 * rounding, or break a bound. Shown with them are the editions they replaced, echoes, and figures of
 * sources that nobody opened. Ordered by the spread, the widest first; dates have none; last those
 * of which nobody opened any source, and the sentence says so.
 */
export function conflicts(ledger: Ledger, run?: Run): readonly Conflict[] {
	return rivalsOf(ledger, run).disputes;
}

/**
 * Quantities that are not in dispute, for all opened sources agree, but of which sources that nobody
 * opened print other figures. `origins` and `figures` are those of the opened sources, `spread` is
 * of all.
 */
export function unopenedRivals(ledger: Ledger, run?: Run): readonly Conflict[] {
	return rivalsOf(ledger, run).unopened;
}

function rivalsOf(ledger: Ledger, run?: Run): Rivals {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const shown = ledger.claims.filter(
		(claim) => claim.standing === "counts" && claim.derivation === "printed",
	);
	const groups = [...Map.groupBy(shown, (claim) => groupKey(claim, ledger)).values()];
	const step = stepsOf(run, "comparing rival figures", groups.length);
	const found = groups.flatMap((group) => {
		step();
		if (group.length < 2) return [];
		return clusters(group, ledger).flatMap((cluster) => conflictOf(cluster, ledger) ?? []);
	});
	const ordered = (basis: Found["basis"]): Conflict[] =>
		found
			.filter((each) => each.basis === basis)
			.map(({ conflict }) => conflict)
			.sort((a, b) => (b.spread ?? 0) - (a.spread ?? 0) || (a.quantity < b.quantity ? -1 : 1));
	const rivals = {
		disputes: [...ordered("opened"), ...ordered("nothing opened")],
		unopened: ordered("one side opened"),
	};
	KNOWN.set(ledger, rivals);
	return rivals;
}

function groupKey(claim: ClaimRow, ledger: Ledger): string {
	const dimension =
		claim.unit_id === null ? "" : dimensionText(ledger.units.dimension(claim.unit_id));
	return [claim.subject_id, claim.attribute_id, claim.basis_id, claim.scope_id, dimension].join(
		"|",
	);
}

/** Claims about one period; those without a date are one more. */
function clusters(group: readonly ClaimRow[], ledger: Ledger): ClaimRow[][] {
	const kind = ledger.attribute((group[0] as ClaimRow).attribute_id)?.kind;
	const dated = group
		.map((claim) => ({ claim, days: daysOf(claim) }))
		.sort(
			(a, b) => (a.days?.first ?? 0) - (b.days?.first ?? 0) || (a.claim.id < b.claim.id ? -1 : 1),
		);
	const found: { days: Days | null; claims: ClaimRow[] }[] = [];
	const undated: ClaimRow[] = [];
	for (const { claim, days } of dated) {
		const cluster = found.at(-1);
		if (days === null) undated.push(claim);
		else if (cluster !== undefined && samePeriod(cluster.days, days, kind))
			cluster.claims.push(claim);
		else found.push({ days, claims: [claim] });
	}
	found.push({ days: null, claims: undated });
	return found.map(({ claims }) => claims).filter(({ length }) => length > 1);
}

interface Found {
	readonly conflict: Conflict;
	readonly basis: "opened" | "one side opened" | "nothing opened";
}

function conflictOf(cluster: readonly ClaimRow[], ledger: Ledger): Found | null {
	const axis = axisOf(cluster, ledger);
	if (axis === null) return null;
	const { rankOf } = figuresOf(ledger);
	const marks = axis.marks.toSorted((a, b) => rankOf(a.claim) - rankOf(b.claim));
	const isEcho = echoes(marks, ledger);
	const isSuperseded = supersessions(marks, ledger);
	const values = marks.map((mark) => ({
		claim: mark.claim.id,
		origin: ledger.origin(mark.claim),
		value: mark.value,
		interval: mark.interval,
		asOf: mark.claim.as_of,
		published: ledger.published(mark.claim),
		confidence: mark.claim.confidence,
		echo: isEcho(mark),
		superseded: isSuperseded(mark),
	}));
	const current = values.filter(({ superseded }) => !superseded);
	const opened = current.filter(
		({ confidence }) => !UNOPENED.has(confidence as ClaimRow["confidence"]),
	);
	const counting = opened.length > 0 ? opened : current;
	const disputed = differ(counting);
	if (!disputed && !differ(current)) return null;
	const seed = cluster[0] as ClaimRow;
	const figures = differentFigures(counting);
	const faces = (disputed ? counting : current).flatMap(({ value }) => value ?? []);
	const sentence = conflictSentence(counting, figures, ledger);
	const unopened = current.length - opened.length;
	const conflict = {
		quantity: quantityKey(seed),
		title: topic(seed, ledger),
		unit: axis.unit,
		values,
		origins: new Set(counting.map(({ origin }) => origin)).size,
		figures,
		spread: seed.date === null ? spreadOf(faces) : null,
	};
	if (!disputed)
		return {
			conflict: { ...conflict, sentence: weaklyDisputed(sentence, unopened) },
			basis: "one side opened",
		};
	if (opened.length === 0)
		return {
			conflict: { ...conflict, sentence: sentence.replace(/\.$/, "; nobody opened any of them.") },
			basis: "nothing opened",
		};
	return { conflict: { ...conflict, sentence }, basis: "opened" };
}

function differ(values: readonly Value[]): boolean {
	return differentFigures(values) > 1 || boundBroken(values);
}

type Value = Conflict["values"][number];

/** Whether a mark repeats the figure of an earlier one of the same origin. */
function echoes(marks: readonly Mark[], ledger: Ledger): (mark: Mark) => boolean {
	const key = ({ claim, value }: Mark): string => `${ledger.origin(claim)}|${value}`;
	const voices = new Map(marks.toReversed().map((mark) => [key(mark), mark]));
	return (mark) => voices.get(key(mark)) !== mark;
}

/** Whether a claim was revised, or its survey has a later edition here. */
function supersessions(marks: readonly Mark[], ledger: Ledger): (mark: Mark) => boolean {
	const published = ({ claim }: Mark): string => ledger.published(claim) ?? "";
	const bySurvey = Map.groupBy(marks, ({ claim }) => surveyOf(ledger.origin(claim), ledger));
	const newest = new Map(
		[...bySurvey].map(([survey, editions]) => [
			survey,
			editions.reduce((a, b) => (published(b) > published(a) ? b : a)),
		]),
	);
	return (mark) => {
		if (!ledger.isCurrent(mark.claim)) return true;
		const origin = ledger.origin(mark.claim);
		const latest = newest.get(surveyOf(origin, ledger)) as Mark;
		return (
			published(latest) > published(mark) &&
			editionsOfOneSurvey(origin, ledger.origin(latest.claim), ledger)
		);
	};
}

/** Figures that no rounding makes one, counted from the smallest up. */
function differentFigures(values: readonly Value[]): number {
	const sorted = values
		.filter(({ value }) => value !== null)
		.toSorted((a, b) => (a.value as number) - (b.value as number));
	let count = 0;
	let last: Value | null = null;
	for (const each of sorted) {
		if (last !== null && each.interval.low <= last.interval.high) continue;
		count++;
		last = each;
	}
	return count;
}

function boundBroken(values: readonly Value[]): boolean {
	const highestLow = Math.max(...values.map(({ interval }) => interval.low));
	const lowestHigh = Math.min(...values.map(({ interval }) => interval.high));
	return highestLow > lowestHigh;
}

function spreadOf(faces: readonly number[]): number | null {
	const least = Math.min(...faces);
	const most = Math.max(...faces);
	if (faces.length < 2 || least <= 0 || most === least) return null;
	return Number((most / least).toPrecision(6));
}
