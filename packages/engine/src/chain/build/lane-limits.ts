import type { Demand, LaneLimit, Lanes, Line, Store, Unit } from "../network.ts";
import type { Outage } from "../types.ts";
import type { Context } from "./context.ts";
import type { LaneRow } from "./lanes.ts";
import type { Effect } from "./measures.ts";

/** The parts of a network that limits are derived from. */
export interface Known {
	readonly lanes: Lanes;
	readonly units: readonly Unit[];
	readonly unitCapacity: Float64Array;
	readonly lines: readonly Line[];
	readonly demands: readonly Demand[];
	readonly nodeCount: number;
	readonly stores: readonly Store[];
}

/** Capacities of lane rows, then caps of measures, each over all the lanes it covers. */
export function limitLanes(
	context: Context,
	rows: readonly LaneRow[],
	effects: readonly Effect[],
	known: Known,
): LaneLimit[] {
	noteIdleOutages(context, rows, known.lanes);
	return [
		...capacityLimits(context, rows, known.lanes),
		...capLimits(context, rows, effects, known),
	];
}

/** An outage that leaves a part of a lane needs a capacity to be a part of. */
function noteIdleOutages(context: Context, rows: readonly LaneRow[], lanes: Lanes): void {
	const partial = ({ kind, remaining }: Outage) =>
		kind === "lane" && remaining > 0 && remaining < 1;
	if (!context.scenario.outages?.some(partial)) return;
	const periods = context.periods.length;
	const widest = new Map<string, number>();
	const key = (k: number) => `${lanes.row[Math.floor(k / periods)]} ${k % periods}`;
	for (let k = 0; k < lanes.count * periods; k++)
		if ((lanes.open[k] as number) > (widest.get(key(k)) ?? 0))
			widest.set(key(k), lanes.open[k] as number);
	const idle = new Set<string>();
	for (let k = 0; k < lanes.count * periods; k++) {
		const open = lanes.open[k] as number;
		const row = rows[lanes.row[Math.floor(k / periods)] as number] as LaneRow;
		if (open === 0 || open === 1) continue;
		if (row.capacity_t_per_year === null || (widest.get(key(k)) as number) > open)
			idle.add(`${row.cargo}:${row.from_region_id}>${row.to_region_id}`);
	}
	if (idle.size > 0)
		context.gaps.push(
			`outages that leave a part of a lane without a capacity of its own, so change nothing: ${[...idle].sort().join(", ")}`,
		);
}

function capacityLimits(context: Context, rows: readonly LaneRow[], lanes: Lanes): LaneLimit[] {
	const ofRow = new Map<number, number[]>();
	for (let l = 0; l < lanes.count; l++) {
		const row = lanes.row[l] as number;
		if (rows[row]?.capacity_t_per_year === null) continue;
		const group = ofRow.get(row);
		if (group) group.push(l);
		else ofRow.set(row, [l]);
	}
	return [...ofRow].map(([index, members]) => {
		const row = rows[index] as LaneRow;
		return {
			id: `capacity:${row.cargo}:${row.from_region_id}>${row.to_region_id}`,
			measure: null,
			lanes: Int32Array.from(members),
			limit: Float64Array.from(context.periods, ({ years }, t) => {
				const open = members.map((l) => lanes.open[l * context.periods.length + t] as number);
				return (row.capacity_t_per_year ?? 0) * years * Math.max(...open);
			}),
		};
	});
}

/**
 * Caps of measures. While a cap is in force its lanes carry at most its value together; in the
 * rest of a period that it covers in part they carry at most what their origins could make in
 * that time and have in stock, what their destinations could use in it and have room for, and no
 * more than their own capacities where all have one.
 */
function capLimits(
	context: Context,
	rows: readonly LaneRow[],
	effects: readonly Effect[],
	known: Known,
): LaneLimit[] {
	const caps = effects.filter((effect) => effect.kind === "cap");
	if (caps.length === 0) return [];
	const partial = caps.filter(({ covered }) => covered.some((share) => share > 0 && share < 1));
	const ends = endsOf(context, known, partial);
	return caps.map((cap) => ({
		id: `measure:${cap.measure}:${cap.cargo}:${cap.from}>${cap.to}`,
		measure: cap.measure,
		lanes: cap.lanes,
		limit: Float64Array.from(context.periods, ({ years }, t) => {
			const covered = cap.covered[t] as number;
			if (covered === 0) return Infinity;
			const capped = (cap.value[t] as number) * years;
			if (covered > 1 - 1e-9) return capped;
			const own = ownCapacity(rows, known.lanes, cap.lanes) * years;
			const free = uncapped(context, known.lanes, cap.lanes, ends, t, 1 - covered);
			return capped + Math.min(free, (1 - covered) * own);
		}),
	}));
}

/** t a year that the rows of the lanes can carry together; Infinity where one has no limit. */
function ownCapacity(rows: readonly LaneRow[], lanes: Lanes, members: Int32Array): number {
	let sum = 0;
	for (const row of new Set([...members].map((l) => lanes.row[l] as number)))
		sum += rows[row]?.capacity_t_per_year ?? Infinity;
	return sum;
}

/** nodes × periods, t: what a node makes and uses in a whole period, has in stock and has room for. */
interface Ends {
	readonly supply: Float64Array;
	readonly need: Float64Array;
	readonly stock: Float64Array;
	readonly room: Float64Array;
}

/** Most that lanes could usefully carry in a share of a period. */
function uncapped(
	context: Context,
	lanes: Lanes,
	members: Int32Array,
	{ supply, need, stock, room }: Ends,
	t: number,
	share: number,
): number {
	const at = (rate: Float64Array, once: Float64Array, k: number) =>
		share * (rate[k] as number) + (once[k] as number);
	const periods = context.periods.length;
	const byOrigin = new Map<number, number>();
	const byDestination = new Map<number, number>();
	for (const l of members) {
		const from = lanes.from[l] as number;
		const to = lanes.to[l] as number;
		byOrigin.set(from, at(supply, stock, from * periods + t));
		byDestination.set(to, at(need, room, to * periods + t));
	}
	const sum = (values: Map<number, number>) => [...values.values()].reduce((a, b) => a + b, 0);
	return Math.min(sum(byOrigin), sum(byDestination));
}

/** What nodes could supply and take; lines only for the ends of lanes under the given caps. */
function endsOf(context: Context, known: Known, caps: readonly Effect[]): Ends {
	const periods = context.periods.length;
	const asked = new Uint8Array(known.nodeCount);
	for (const { lanes } of caps)
		for (const l of lanes) {
			asked[known.lanes.from[l] as number] = 1;
			asked[known.lanes.to[l] as number] = 1;
		}
	const supply = new Float64Array(known.nodeCount * periods);
	const need = new Float64Array(known.nodeCount * periods);
	for (const [u, unit] of known.units.entries()) {
		const most = { in: new Map<number, number>(), out: new Map<number, number>() };
		for (const k of unit.lines) {
			const line = known.lines[k] as Line;
			for (const flow of line.inputs)
				if (asked[flow.node]) raise(most.in, flow.node, flow.coefficient);
			for (const flow of line.outputs)
				if (asked[flow.node]) raise(most.out, flow.node, flow.coefficient);
		}
		for (let t = 0; t < periods; t++) {
			const capacity = known.unitCapacity[u * periods + t] as number;
			for (const [node, rate] of most.in) add(need, node * periods + t, rate * capacity);
			for (const [node, rate] of most.out) add(supply, node * periods + t, rate * capacity);
		}
	}
	for (const demand of known.demands)
		for (let t = 0; t < periods; t++)
			add(need, demand.node * periods + t, demand.quantity[t] as number);
	const stock = new Float64Array(known.nodeCount * periods);
	const room = new Float64Array(known.nodeCount * periods);
	for (const { nodes, initial, storage } of known.stores)
		for (let t = 0; t < periods; t++) {
			const k = (nodes[0] as number) * periods + t;
			stock[k] = t === 0 ? initial : (storage[t - 1] as number);
			room[k] = (storage[t] as number) - (t === 0 ? initial : 0);
		}
	return { supply, need, stock, room };
}

function raise(most: Map<number, number>, node: number, value: number): void {
	most.set(node, Math.max(most.get(node) ?? 0, value));
}

function add(values: Float64Array, at: number, value: number): void {
	values[at] = (values[at] as number) + value;
}
