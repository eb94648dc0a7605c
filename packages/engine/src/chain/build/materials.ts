import type { NetworkMaterial } from "../network.ts";
import { type Context, groupBy } from "./context.ts";

type MaterialRow = Context["pkg"]["tables"]["materials"][number];
type PriceRow = Context["pkg"]["tables"]["prices"][number];

/**
 * Materials, each with what a tonne missing from an initial stock at the end is charged: the
 * mean of its latest quotes that are not later than the start of the horizon (else of its
 * earliest), 0 where the package has no price, which is noted for materials in stock.
 */
export function draftMaterials(context: Context, rows: readonly MaterialRow[]): NetworkMaterial[] {
	const quotes = groupBy(
		context.pkg.tables.prices.filter((row) => row.price_usd_per_kg !== null),
		(row) => row.material_id ?? "",
	);
	const stocked = new Set(context.pkg.tables.stocks.map((row) => row.material_id));
	return rows.map((row) => {
		const value = replacementValue(quotes.get(row.id) ?? [], context.scenario.start);
		if (value === null && stocked.has(row.id))
			context.gaps.push(`${row.id} has no price: its stocks may be drawn for nothing`);
		return {
			id: row.id,
			stage: row.stage,
			basis: row.basis,
			freightClass: row.freight_class,
			disposalCost: row.disposal_cost_usd_per_t,
			replacementValue: value ?? 0,
		};
	});
}

function replacementValue(quotes: readonly PriceRow[], start: string): number | null {
	const sorted = quotes.map((row) => row.period).sort();
	const period = sorted.findLast((date) => date <= start) ?? sorted[0];
	if (period === undefined) return null;
	const latest = quotes.filter((row) => row.period === period);
	const sum = latest.reduce((total, row) => total + (row.price_usd_per_kg ?? 0), 0);
	return (1000 * sum) / latest.length;
}
