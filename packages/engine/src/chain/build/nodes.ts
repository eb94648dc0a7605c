import type { Node } from "../network.ts";
import type { Context } from "./context.ts";
import type { DemandDraft } from "./demands.ts";
import type { StoreDraft } from "./stores.ts";
import type { UnitDrafts } from "./units.ts";

type RecipeRow = Context["pkg"]["tables"]["recipes"][number];

export interface Nodes {
	readonly nodes: readonly Node[];
	readonly nodeOf: Int32Array;
	/** materials × regions: 1 where a line or a store can supply it, a line or demand can use it. */
	readonly supplies: Uint8Array;
	readonly uses: Uint8Array;
}

/** A node for every material and region where a line, a demand or a store touches it. */
export function placeNodes(
	context: Context,
	units: UnitDrafts,
	recipes: ReadonlyMap<string, readonly RecipeRow[]>,
	demands: readonly DemandDraft[],
	stores: readonly StoreDraft[],
): Nodes {
	const width = context.regions.length;
	const cells = context.materials.length * width;
	const supplies = new Uint8Array(cells);
	const uses = new Uint8Array(cells);
	const cell = (material: string, region: string) =>
		(context.materialAt.get(material) as number) * width + (context.regionAt.get(region) as number);
	for (const unit of units.units)
		for (const line of unit.lines)
			for (const row of recipes.get(line.process_id) ?? [])
				if (row.coefficient > 0)
					(row.role === "output" ? supplies : uses)[
						cell(row.material_id, unit.facility.region_id)
					] = 1;
	for (const demand of demands) uses[cell(demand.material, demand.region)] = 1;
	for (const store of stores) supplies[cell(store.material, store.region)] = 1;
	const nodes: Node[] = [];
	const nodeOf = new Int32Array(2 * cells).fill(-1);
	for (let k = 0; k < cells; k++) {
		if (!(supplies[k] || uses[k])) continue;
		nodeOf[k] = nodes.length;
		nodes.push({ material: Math.floor(k / width), region: k % width, compliant: false });
	}
	return { nodes, nodeOf, supplies, uses };
}
