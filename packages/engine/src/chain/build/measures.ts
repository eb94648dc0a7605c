import { dayOf, shareOf } from "./calendar.ts";
import { type Context, groupBy } from "./context.ts";
import { type LaneDraft, materialsOfCargo } from "./lanes.ts";

type EffectRow = Context["pkg"]["tables"]["measure_effects"][number];

/** What one measure does to one set of lanes, over the horizon. */
export interface Effect {
	readonly measure: string;
	readonly kind: EffectRow["effect"];
	readonly cargo: string;
	/** Region id or `*`. */
	readonly from: string;
	readonly to: string;
	/** By period: part of it in which a row of the effect is in force, 0 to 1. */
	readonly covered: Float64Array;
	/** By period: Σ over its parts of part × value in force (t/yr, USD/t or days). */
	readonly value: Float64Array;
	/** Lanes it touches. */
	readonly lanes: Int32Array;
}

/**
 * Effects of the scenario's measures that touch a lane in some period. Rows of one measure for
 * the same cargo and route are one effect with a value by period: where they overlap in time the
 * tightest cap holds, tariffs and delays add up.
 */
export function effectsInForce(context: Context, drafts: readonly LaneDraft[]): Effect[] {
	const { measures } = context.scenario;
	if (measures === null) return [];
	const chosen = context.pkg.tables.measure_effects.filter(
		(row) => measures === "dated" || measures.includes(row.measure_id),
	);
	const ofCargo = materialsOfCargo(context);
	const firstOf = indexDrafts(context, drafts);
	const effects: Effect[] = [];
	for (const [, rows] of [...groupBy(chosen, keyOf)].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
		const { covered, value } = byPeriod(context, rows);
		if (covered.every((share) => share === 0)) continue;
		const row = rows[0] as EffectRow;
		const lanes = lanesOf(context, row, drafts, firstOf, ofCargo.get(row.cargo) ?? []);
		if (lanes.length === 0) continue;
		effects.push({
			measure: row.measure_id,
			kind: row.effect,
			cargo: row.cargo,
			from: row.from_region_id,
			to: row.to_region_id,
			covered,
			value,
			lanes,
		});
	}
	return effects;
}

function keyOf(row: EffectRow): string {
	return [row.measure_id, row.effect, row.cargo, row.from_region_id, row.to_region_id].join(":");
}

function byPeriod(context: Context, rows: readonly EffectRow[]) {
	const covered = new Float64Array(context.periods.length);
	const value = new Float64Array(context.periods.length);
	const dated = rows.map((row) => ({
		from: dayOf(row.from_date),
		to: row.to_date === null ? Infinity : dayOf(row.to_date) + 1,
		value: row.value,
	}));
	const isCap = rows[0]?.effect === "cap";
	const days = [...new Set(dated.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
	for (const [k, from] of days.slice(0, -1).entries()) {
		const to = days[k + 1] as number;
		const values = dated.filter((row) => row.from <= from && to <= row.to).map((row) => row.value);
		if (values.length === 0) continue;
		const held = isCap ? Math.min(...values) : values.reduce((sum, one) => sum + one, 0);
		for (const [t, span] of context.spans.entries()) {
			const share = shareOf(span, from, to);
			covered[t] = Math.min(1, (covered[t] as number) + share);
			value[t] = (value[t] as number) + share * held;
		}
	}
	return { covered, value };
}

/** First draft of every material and origin: drafts are sorted by material, origin, destination. */
function indexDrafts(context: Context, drafts: readonly LaneDraft[]): Int32Array {
	const width = context.regions.length;
	const firstOf = new Int32Array(context.materials.length * width + 1);
	for (const { material, from } of drafts)
		firstOf[material * width + from + 1] = (firstOf[material * width + from + 1] as number) + 1;
	for (let k = 1; k < firstOf.length; k++)
		firstOf[k] = (firstOf[k] as number) + (firstOf[k - 1] as number);
	return firstOf;
}

function lanesOf(
	context: Context,
	row: EffectRow,
	drafts: readonly LaneDraft[],
	firstOf: Int32Array,
	materials: readonly number[],
): Int32Array {
	const width = context.regions.length;
	const from = context.regionAt.get(row.from_region_id);
	const to = context.regionAt.get(row.to_region_id);
	const lanes: number[] = [];
	for (const material of materials.toSorted((a, b) => a - b)) {
		const first = firstOf[material * width + (from ?? 0)] as number;
		const end = firstOf[material * width + (from ?? width - 1) + 1] as number;
		for (let l = first; l < end; l++) if (to === undefined || drafts[l]?.to === to) lanes.push(l);
	}
	return Int32Array.from(lanes);
}
