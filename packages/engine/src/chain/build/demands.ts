import { dateOf, dayOf, shareOf } from "./calendar.ts";
import { type Context, groupBy } from "./context.ts";

export interface DemandDraft {
	readonly material: string;
	readonly region: string;
	readonly sector: string;
	readonly tier: number;
	readonly penalty: number;
	/** t per period. */
	readonly quantity: Float64Array;
}

/**
 * Demand by product, region and sector, in t per period: the yearly figures of the calendar
 * years that a period touches, weighted by its days in each. Defence sectors use the
 * scenario's case, all others `base`; the first matching demand change multiplies.
 */
export function draftDemands(context: Context): DemandDraft[] {
	const sectors = new Map(context.pkg.tables.sectors.map((row) => [row.id, row]));
	const { first, last } = yearsOf(context);
	const rows = context.pkg.tables.demand.filter((row) => {
		if (row.year < first || row.year > last) return false;
		const wanted = sectors.get(row.sector_id)?.defence ? context.scenario.defenceCase : "base";
		return row.case === wanted;
	});
	noteMissingYears(context, new Set(rows.map((row) => row.year)));
	const drafts: DemandDraft[] = [];
	for (const group of groupBy(
		rows,
		(row) => `${row.material_id}:${row.region_id}:${row.sector_id}`,
	).values()) {
		const { material_id: material, region_id: region, sector_id } = group[0] as (typeof rows)[0];
		const sector = sectors.get(sector_id);
		if (!sector) continue;
		const quantity = new Float64Array(context.periods.length);
		for (const row of group) addYear(context, quantity, row.year, row.quantity_t);
		const factor = factorOf(context, material, region, sector_id);
		for (let t = 0; t < quantity.length; t++) quantity[t] = (quantity[t] as number) * factor;
		if (quantity.every((value) => value === 0)) continue;
		drafts.push({
			material,
			region,
			sector: sector_id,
			tier: sector.tier,
			penalty: sector.shortage_penalty_usd_per_t,
			quantity,
		});
	}
	return drafts.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

function addYear(context: Context, quantity: Float64Array, year: number, rate: number): void {
	const from = dayOf(`${year}-01-01`);
	const to = dayOf(`${year + 1}-01-01`);
	for (let t = 0; t < quantity.length; t++) {
		const share = shareOf(context.spans[t] as Context["spans"][number], from, to);
		quantity[t] = (quantity[t] as number) + share * rate * (context.periods[t]?.years ?? 0);
	}
}

function factorOf(context: Context, material: string, region: string, sector: string): number {
	const change = context.scenario.demandChanges?.find(
		(change) =>
			(change.material ?? material) === material &&
			(change.region ?? region) === region &&
			(change.sector ?? sector) === sector,
	);
	return change?.factor ?? 1;
}

function noteMissingYears(context: Context, years: ReadonlySet<number>): void {
	const { first, last } = yearsOf(context);
	for (let year = first; year <= last; year++)
		if (!years.has(year)) context.gaps.push(`no demand is given for ${year}: counted as none`);
}

/** Calendar years that the horizon touches. */
function yearsOf({ spans }: Context): { first: number; last: number } {
	const yearAt = (day: number) => Number(dateOf(day).slice(0, 4));
	return { first: yearAt(spans[0]?.from ?? 0), last: yearAt((spans.at(-1)?.to ?? 1) - 1) };
}

function keyOf(draft: DemandDraft): string {
	return `${draft.material}:${draft.region}:${draft.sector}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
