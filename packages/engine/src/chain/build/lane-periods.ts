import type { Lanes } from "../network.ts";
import type { Context } from "./context.ts";
import type { LaneDraft, LaneRow } from "./lanes.ts";
import type { Effect } from "./measures.ts";
import { applyOutage, isClosed } from "./units.ts";

/** Fill what changes by period: tariffs and delays of measures, closures and outages. */
export function datePeriods(
	context: Context,
	lanes: Lanes,
	rows: readonly LaneRow[],
	drafts: readonly LaneDraft[],
	effects: readonly Effect[],
): void {
	addTariffs(context, lanes, effects);
	addDelays(context, lanes, rows, effects);
	addClosures(context, lanes, rows, drafts);
}

function addTariffs(context: Context, lanes: Lanes, effects: readonly Effect[]): void {
	const periods = context.periods.length;
	for (const effect of effects)
		if (effect.kind === "tariff")
			for (const l of effect.lanes)
				for (let t = 0; t < periods; t++)
					lanes.tariff[l * periods + t] =
						(lanes.tariff[l * periods + t] as number) + (effect.value[t] as number);
}

/** Periods between leaving and arriving: those that begin within the lead time after the start. */
function addDelays(
	context: Context,
	lanes: Lanes,
	rows: readonly LaneRow[],
	effects: readonly Effect[],
): void {
	const periods = context.periods.length;
	const days = new Float64Array(lanes.count * periods);
	for (let l = 0; l < lanes.count; l++)
		days.fill(
			(rows[lanes.row[l] as number] as LaneRow).lead_time_days,
			l * periods,
			(l + 1) * periods,
		);
	for (const effect of effects)
		if (effect.kind === "delay")
			for (const l of effect.lanes)
				for (let t = 0; t < periods; t++)
					days[l * periods + t] = (days[l * periods + t] as number) + (effect.value[t] as number);
	const edges = edgesOf(context);
	for (let k = 0; k < days.length; k++)
		lanes.delay[k] = periodsLater(edges, k % periods, (days[k] as number) / 365.25);
}

/** Years from the start to the beginning of each period, and to the end of the last. */
function edgesOf(context: Context): Float64Array {
	const edges = new Float64Array(context.periods.length + 1);
	for (const [t, period] of context.periods.entries())
		edges[t + 1] = (edges[t] as number) + period.years;
	return edges;
}

function periodsLater(edges: Float64Array, t: number, years: number): number {
	const arrival = (edges[t] as number) + years + 1e-9;
	let later = 0;
	while (t + later + 1 < edges.length && (edges[t + later + 1] as number) <= arrival) later++;
	return later;
}

function addClosures(
	context: Context,
	lanes: Lanes,
	rows: readonly LaneRow[],
	drafts: readonly LaneDraft[],
): void {
	const periods = context.periods.length;
	const outages = (context.scenario.outages ?? []).filter((outage) => outage.kind === "lane");
	const closed = context.regions.map((region) => isClosed(context, region));
	for (const [l, lane] of drafts.entries()) {
		const open = lanes.open.subarray(l * periods, (l + 1) * periods);
		if (closed[lane.from] || closed[lane.to]) open.fill(0);
		if (outages.length === 0) continue;
		const row = rows[lane.row] as LaneRow;
		const route = `${row.from_region_id}>${row.to_region_id}`;
		const names = [`${row.cargo}:${route}`, `${context.materials[lane.material]}:${route}`];
		for (const outage of outages) if (names.includes(outage.id)) applyOutage(open, outage);
	}
}
