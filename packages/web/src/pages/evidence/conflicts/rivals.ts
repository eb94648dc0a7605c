/**
 * The picture of one disputed quantity: a row per figure, newest origin at the top, what repeats
 * or precedes a figure right under it, all on one axis. Positions only, px; knows no drawing.
 */
import type { Conflict, Distribution } from "@lodegrid/engine/evidence";
import { yearsOf } from "../../../lib/date.ts";
import { type Scale, scaleOf } from "./scale.ts";

export type Rival = Conflict["values"][number];
export type RowKind = "figure" | "superseded" | "echo";

/** A number of the model that rests on this quantity, in the unit of the axis. */
export interface ModelNumber {
	/** `table/row/column`. */
	readonly id: string;
	readonly value: number;
	readonly distribution: Distribution | null;
}

export interface RivalRow {
	readonly rival: Rival;
	readonly kind: RowKind;
	/** Middle of the mark. */
	readonly y: number;
	/** Row of its origin's figure, for the tie; null for that figure itself. */
	readonly origin: number | null;
	/** Mark of the figure itself; null for a bound and for a token. */
	readonly dot: number | null;
	/** Its range; an end without a number is open. */
	readonly bar: {
		readonly from: number;
		readonly to: number;
		readonly open: "low" | "high" | null;
	} | null;
}

export interface Picture {
	readonly scale: Scale | null;
	readonly rows: readonly RivalRow[];
	readonly height: number;
	/** Top of the rows, under the model's strip and the axis. */
	readonly top: number;
}

export interface Frame {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	/** Height of a row, by what it shows. */
	readonly row: Readonly<Record<RowKind, number>>;
	/** The figures are dates, as years with a fraction. */
	readonly calendar: boolean;
}

/** How far the arrow of an open bound reaches, px. */
const REACH = 64;

export function layOut(
	conflict: Conflict,
	model: readonly ModelNumber[],
	{ left, right, top, row, calendar }: Frame,
): Picture {
	const numbers = [
		...conflict.values.flatMap(({ value, interval }) => [
			...(value === null ? [] : [value]),
			interval.low,
			interval.high,
		]),
		...model.flatMap(({ value, distribution }) =>
			distribution ? [value, distribution.low, distribution.high] : [value],
		),
	].filter(Number.isFinite);
	const scale = numbers.length > 0 ? scaleOf(numbers, left, right, calendar) : null;
	let y = top;
	const rows: RivalRow[] = [];
	for (const group of groupsOf(conflict.values)) {
		let origin: number | null = null;
		for (const { rival, kind } of group) {
			const middle = y + row[kind] / 2;
			rows.push({
				rival,
				kind,
				y: middle,
				origin,
				dot: scale && rival.value !== null ? scale.at(rival.value) : null,
				bar: scale && barOf(rival, scale, left, right),
			});
			origin ??= middle;
			y += row[kind];
		}
		y += GAP;
	}
	return { scale, rows, height: y, top };
}

const GAP = 6;

/** One group an origin: its current figures, then earlier editions, then what repeats them. */
export function groupsOf(
	values: readonly Rival[],
): { readonly rival: Rival; readonly kind: RowKind }[][] {
	const groups = [...Map.groupBy(values, ({ origin }) => origin).values()];
	const ordered = groups.map((group) =>
		group
			.map((rival) => ({ rival, kind: kindOf(rival) }))
			.toSorted(
				(a, b) => RANK[a.kind] - RANK[b.kind] || when(b.rival) - when(a.rival) || byId(a, b),
			),
	);
	const newest = (group: (typeof ordered)[number]) =>
		Math.max(...group.map(({ rival, kind }) => (kind === "echo" ? NEVER : when(rival))));
	return ordered.toSorted((a, b) => newest(b) - newest(a) || byId(a[0] as Placed, b[0] as Placed));
}

type Placed = { readonly rival: Rival; readonly kind: RowKind };

const RANK = { figure: 0, superseded: 1, echo: 2 } as const;
const NEVER = -1e6;

function kindOf({ echo, superseded }: Rival): RowKind {
	return superseded ? "superseded" : echo ? "echo" : "figure";
}

/** Publication as a number; one without a date comes last. */
function when({ published }: Rival): number {
	return yearsOf(published) ?? NEVER;
}

function byId(a: Placed, b: Placed): number {
	return a.rival.claim < b.rival.claim ? -1 : 1;
}

function barOf({ interval }: Rival, scale: Scale, left: number, right: number): RivalRow["bar"] {
	const { low, high } = interval;
	const [hasLow, hasHigh] = [Number.isFinite(low), Number.isFinite(high)];
	if (hasLow && hasHigh) return { from: scale.at(low), to: scale.at(high), open: null };
	if (hasLow) {
		const from = scale.at(low);
		return { from, to: Math.min(right, from + REACH), open: "high" };
	}
	if (hasHigh) {
		const to = scale.at(high);
		return { from: Math.max(left, to - REACH), to, open: "low" };
	}
	return null;
}
