import type { NetworkMaterial } from "../network.ts";
import { type Context, groupBy } from "./context.ts";

type Tables = Context["pkg"]["tables"];
type MaterialRow = Tables["materials"][number];
type PriceRow = Tables["prices"][number];

/**
 * Materials, each with what a tonne missing from an initial stock at the end is charged: the
 * mean of its latest quotes that are not later than the start of the horizon (else of its
 * earliest); without a quote its basket value, what it contains of each element at the cheapest
 * quoted material that brings it; 0 where that is unknown too, which is noted for stocks.
 */
export function draftMaterials(context: Context, rows: readonly MaterialRow[]): NetworkMaterial[] {
	const quotes = groupBy(
		context.pkg.tables.prices.filter((row) => row.price_usd_per_kg !== null),
		(row) => row.material_id ?? "",
	);
	const quoted = new Map<string, number>();
	for (const { id } of rows) {
		const price = latestPrice(quotes.get(id) ?? [], context.scenario.start);
		if (price !== null) quoted.set(id, price);
	}
	const basket = basketValues(context.pkg.tables.compositions, quoted);
	const value = (id: string) => quoted.get(id) ?? basket.get(id) ?? 0;
	noteWorthless(context, value);
	return rows.map((row) => ({
		id: row.id,
		stage: row.stage,
		basis: row.basis,
		freightClass: row.freight_class,
		disposalCost: row.disposal_cost_usd_per_t,
		replacementValue: value(row.id),
	}));
}

/** USD/t. */
function latestPrice(quotes: readonly PriceRow[], start: string): number | null {
	const sorted = quotes.map((row) => row.period).sort();
	const period = sorted.findLast((date) => date <= start) ?? sorted[0];
	if (period === undefined) return null;
	const latest = quotes.filter((row) => row.period === period);
	const sum = latest.reduce((total, row) => total + (row.price_usd_per_kg ?? 0), 0);
	return (1000 * sum) / latest.length;
}

/** USD per t of material, Σ over elements of t contained × USD per t of the element. */
function basketValues(
	compositions: Tables["compositions"],
	quoted: ReadonlyMap<string, number>,
): Map<string, number> {
	const ofElement = new Map<string, number>();
	for (const { material_id, element_id, fraction } of compositions) {
		const price = quoted.get(material_id);
		if (price === undefined || fraction === 0) continue;
		const known = ofElement.get(element_id) ?? Infinity;
		ofElement.set(element_id, Math.min(known, price / fraction));
	}
	const values = new Map<string, number>();
	for (const { material_id, element_id, fraction } of compositions) {
		const worth = fraction * (ofElement.get(element_id) ?? 0);
		values.set(material_id, (values.get(material_id) ?? 0) + worth);
	}
	return values;
}

function noteWorthless(context: Context, value: (id: string) => number): void {
	const held = context.pkg.tables.stocks.filter((row) => row.quantity_t > 0);
	const ids = new Set(held.map((row) => row.material_id).filter((id) => value(id) === 0));
	if (ids.size > 0)
		context.gaps.push(
			`in stock, but without a price and of unknown contents, so drawn for nothing: ${[...ids].sort().join(", ")}`,
		);
}
