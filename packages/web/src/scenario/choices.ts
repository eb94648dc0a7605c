import type { Catalog } from "../engine/catalog.ts";

/** Products that somebody demands, the largest demand first. */
export function productsOf({ tables, materials }: Catalog): { id: string; name: string }[] {
	const totals = new Map<string, number>();
	for (const { material_id, quantity_t } of tables.demand)
		totals.set(material_id, (totals.get(material_id) ?? 0) + quantity_t);
	return [...totals]
		.toSorted(([, a], [, b]) => b - a)
		.map(([id]) => ({ id, name: shortName(materials.get(id)?.name ?? id) }));
}

/** Years that demand is known for, and the one that is asked. */
export function yearsOf({ tables }: Catalog, asked: number): number[] {
	return [...new Set([...tables.demand.map(({ year }) => year), asked])].toSorted((a, b) => a - b);
}

/** A material's name without its basis (`…, t oxide`), for places where space is short. */
export function shortName(name: string): string {
	return name
		.replace(/\s*[,(]\s*t\b.*$/i, "")
		.replace(/, finished$/, "")
		.trim();
}
