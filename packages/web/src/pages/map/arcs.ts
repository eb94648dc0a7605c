/** The flows of the map: what the solved scenario ships between regions. */
import type { Shipment } from "@lodegrid/engine/chain";
import type { Catalog } from "../../engine/catalog.ts";
import type { View } from "../../scenario/view.ts";

export interface Arc {
	readonly material: string;
	readonly from: string;
	readonly to: string;
	/** t a year of the material as named. */
	readonly quantity: number;
}

/** Drawn at most; the table lists them all. */
export const MOST_ARCS = 60;

/** Materials whose flows are drawn: the one chosen, else those of the stage, else the product. */
export function shownMaterials(catalog: Catalog, view: View): ReadonlySet<string> {
	if (view.material) return new Set([view.material]);
	if (view.stage)
		return new Set(
			catalog.tables.materials.filter(({ stage }) => stage === view.stage).map(({ id }) => id),
		);
	return new Set([view.product]);
}

export function arcsOf(shipments: readonly Shipment[], materials: ReadonlySet<string>): Arc[] {
	const lanes = new Map<string, Arc>();
	for (const { material, from, to, quantity } of shipments) {
		if (!materials.has(material) || from === to || quantity < 0.5) continue;
		const key = `${material},${from}>${to}`;
		lanes.set(key, { material, from, to, quantity: (lanes.get(key)?.quantity ?? 0) + quantity });
	}
	return [...lanes.values()].toSorted((a, b) => b.quantity - a.quantity);
}

/** A bow from one point to another, bent to its left, so that there and back stay apart. */
export function bow(
	[x0, y0]: readonly [number, number],
	[x1, y1]: readonly [number, number],
): string {
	const dx = x1 - x0;
	const dy = y1 - y0;
	const bend = 0.22;
	const up = dx < 0 ? 1 : -1;
	const cx = (x0 + x1) / 2 - up * dy * bend;
	const cy = (y0 + y1) / 2 + up * dx * bend;
	return `M${x0.toFixed(1)} ${y0.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x1.toFixed(1)} ${y1.toFixed(1)}`;
}
