import { type Context, groupBy } from "./context.ts";

export interface StoreDraft {
	readonly material: string;
	readonly region: string;
	readonly initial: number;
	readonly storage: Float64Array;
	readonly holdingCost: Float64Array;
}

/**
 * Stores: the initial stock is that of the latest row not later than the start (none before
 * the first row); storage and holding cost are those of the latest row at each period's start,
 * but storage is never below the initial stock: what lies there may stay.
 */
export function draftStores(context: Context): StoreDraft[] {
	const { periods, pkg } = context;
	const groups = groupBy(pkg.tables.stocks, (row) => `${row.material_id}:${row.region_id}`);
	const drafts: StoreDraft[] = [];
	for (const rows of groups.values()) {
		const sorted = rows.toSorted((a, b) => (a.date < b.date ? -1 : 1));
		const at = (date: string) => sorted.findLast((row) => row.date <= date);
		const current = periods.map((period) => at(period.start));
		if (current.every((row) => row === undefined)) continue;
		const initial = at(context.scenario.start)?.quantity_t ?? 0;
		drafts.push({
			material: rows[0]?.material_id ?? "",
			region: rows[0]?.region_id ?? "",
			initial,
			storage: Float64Array.from(current, (row) => Math.max(row?.storage_t ?? 0, initial)),
			holdingCost: Float64Array.from(
				current,
				(row, t) => (row?.holding_cost_usd_per_t_year ?? 0) * (periods[t]?.years ?? 0),
			),
		});
	}
	return drafts.sort((a, b) => {
		const byMaterial = a.material < b.material ? -1 : a.material > b.material ? 1 : 0;
		return byMaterial || (a.region < b.region ? -1 : 1);
	});
}
