import type { Outage } from "../types.ts";
import { dayOf, shareOf } from "./calendar.ts";
import type { Context } from "./context.ts";
import { byId, groupBy } from "./context.ts";

type LineRow = Context["pkg"]["tables"]["lines"][number];
type FacilityRow = Context["pkg"]["tables"]["facilities"][number];
type CapacityRow = Context["pkg"]["tables"]["capacities"][number];

/** A unit that can run in some period, before it is tied to nodes. */
export interface UnitDraft {
	readonly id: string;
	readonly facility: FacilityRow;
	readonly lines: readonly LineRow[];
}

export interface UnitDrafts {
	readonly units: readonly UnitDraft[];
	/** units × periods, t. */
	readonly capacity: Float64Array;
	readonly committed: Float64Array;
}

const RUNNING: ReadonlySet<string> = new Set(["operating", "ramping"]);

/**
 * Units with capacity in some period of the horizon. Capacity is effective capacity, weighted
 * by the days its rows hold within each period and counted only while operating or ramping;
 * outages and closed blocs then scale it. A unit without capacity is left out; where that is
 * because the capacity of a running unit is unknown, the gap is noted.
 */
export function draftUnits(context: Context): UnitDrafts {
	const { pkg, periods } = context;
	const facilities = new Map(pkg.tables.facilities.map((row) => [row.id, row]));
	const dated = groupBy(pkg.tables.capacities, (row) => row.unit_id);
	const units: UnitDraft[] = [];
	const capacity: number[] = [];
	const committed: number[] = [];
	const unknown: string[] = [];
	const limits = {
		capacity: new Float64Array(periods.length),
		committed: new Float64Array(periods.length),
		unknown: false,
	};
	const always = new Float64Array(periods.length).fill(1);
	const ofUnit = groupBy(pkg.tables.lines, (row) => row.unit_id);
	for (const id of [...ofUnit.keys()].sort()) {
		const lines = ofUnit.get(id) as LineRow[];
		const facility = facilities.get(lines[0]?.facility_id ?? "");
		if (!facility) continue;
		limitBy(context, dated.get(id) ?? [], limits);
		if (limits.unknown) unknown.push(id);
		if (limits.capacity.every((value) => value === 0)) continue;
		const available = availability(context, facility, always);
		for (let t = 0; t < periods.length; t++) {
			capacity.push((limits.capacity[t] as number) * (available[t] as number));
			committed.push((limits.committed[t] as number) * (available[t] as number));
		}
		units.push({ id, facility, lines: lines.sort(byId) });
	}
	if (unknown.length > 0)
		context.gaps.push(
			`units that run at an unknown effective capacity, counted as nothing: ${unknown.join(", ")}`,
		);
	return {
		units,
		capacity: Float64Array.from(capacity),
		committed: Float64Array.from(committed),
	};
}

interface Limits {
	readonly capacity: Float64Array;
	readonly committed: Float64Array;
	unknown: boolean;
}

/** Write the limits of one unit into `limits`, which is used again for the next. */
function limitBy(context: Context, rows: readonly CapacityRow[], limits: Limits): void {
	const { capacity, committed } = limits;
	capacity.fill(0);
	committed.fill(0);
	limits.unknown = false;
	const sorted =
		rows.length < 2 ? rows : rows.toSorted((a, b) => (a.from_date < b.from_date ? -1 : 1));
	for (let k = 0; k < sorted.length; k++) {
		const row = sorted[k] as CapacityRow;
		if (!RUNNING.has(row.status)) continue;
		const next = sorted[k + 1];
		const from = dayOf(row.from_date);
		const to = next ? dayOf(next.from_date) : null;
		for (let t = 0; t < capacity.length; t++) {
			const share = shareOf(context.spans[t] as Context["spans"][number], from, to);
			if (share === 0) continue;
			if (row.effective_t_per_year === null) {
				limits.unknown = true;
				continue;
			}
			const years = share * (context.periods[t]?.years ?? 0);
			capacity[t] = (capacity[t] as number) + years * row.effective_t_per_year;
			committed[t] = (committed[t] as number) + years * (row.committed_t_per_year ?? 0);
		}
	}
}

/** Share of its capacity that a plant keeps, by period. */
function availability(context: Context, facility: FacilityRow, always: Float64Array): Float64Array {
	if (isClosed(context, facility.region_id) || isClosed(context, facility.controlling_region_id))
		return new Float64Array(always.length);
	const outages = (context.scenario.outages ?? []).filter((outage) => hits(outage, facility));
	if (outages.length === 0) return always;
	const share = always.slice();
	for (const outage of outages) applyOutage(share, outage);
	return share;
}

export function isClosed(context: Context, region: string): boolean {
	return context.closed.has(context.blocOf.get(region) ?? "neutral");
}

/** Lower the shares of an outage's periods to what it leaves. */
export function applyOutage(share: Float64Array, outage: Outage): void {
	const last = Math.min(outage.to ?? Infinity, share.length - 1);
	for (let t = Math.max(outage.from ?? 0, 0); t <= last; t++)
		share[t] = Math.min(share[t] as number, outage.remaining);
}

function hits(outage: Outage, facility: FacilityRow): boolean {
	if (outage.kind === "facility") return outage.id === facility.id;
	if (outage.kind === "operator") return outage.id === facility.operator_id;
	if (outage.kind === "region") return outage.id === facility.region_id;
	return outage.kind === "controller" && outage.id === facility.controlling_region_id;
}
