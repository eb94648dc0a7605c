import type { Lanes } from "../network.ts";
import type { Context } from "./context.ts";
import type { Nodes } from "./nodes.ts";
import { tieOf, tieOfThree } from "./tie.ts";

export type LaneRow = Context["pkg"]["tables"]["lanes"][number];

/** A lane of one material between two regions, all as positions; `row` of the sorted table. */
export interface LaneDraft {
	readonly material: number;
	readonly from: number;
	readonly to: number;
	readonly row: number;
}

export interface LaneTable {
	readonly drafts: readonly LaneDraft[];
	readonly lanes: Lanes;
}

/**
 * Expand the rows of `lanes` into lanes of single materials: a row for a freight class makes
 * one for each of its materials that the origin can supply (a line or a store there) and the
 * destination can use (a line or a demand there); a row for a material wins over its class.
 */
export function expandLanes(context: Context, nodes: Nodes, rows: readonly LaneRow[]): LaneTable {
	const drafts = draftLanes(context, nodes, rows);
	return { drafts, lanes: tabulate(context, nodes, rows, drafts) };
}

/** Rows of the table in the order that `Lanes.row` counts. */
export function sortedLaneRows(context: Context): LaneRow[] {
	const key = (row: LaneRow) => `${row.cargo}:${row.from_region_id}>${row.to_region_id}`;
	return context.pkg.tables.lanes
		.map((row) => ({ row, key: key(row) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ row }) => row);
}

function draftLanes(context: Context, nodes: Nodes, rows: readonly LaneRow[]): LaneDraft[] {
	const width = context.regions.length;
	const ofCargo = materialsOfCargo(context);
	const own = new Set<number>();
	const key = (material: number, from: number, to: number) =>
		(material * width + from) * width + to;
	const drafts: LaneDraft[] = [];
	const expand = (row: LaneRow, index: number, single: boolean) => {
		const from = context.regionAt.get(row.from_region_id) as number;
		const to = context.regionAt.get(row.to_region_id) as number;
		if (from === to) return;
		for (const material of ofCargo.get(row.cargo) ?? []) {
			if (single) own.add(key(material, from, to));
			else if (own.has(key(material, from, to))) continue;
			if (!nodes.supplies[material * width + from] || !nodes.uses[material * width + to]) continue;
			drafts.push({ material, from, to, row: index });
		}
	};
	const isMaterial = rows.map((row) => context.materialAt.has(row.cargo));
	for (const [k, row] of rows.entries()) if (isMaterial[k]) expand(row, k, true);
	for (const [k, row] of rows.entries()) if (!isMaterial[k]) expand(row, k, false);
	return drafts.sort((a, b) => a.material - b.material || a.from - b.from || a.to - b.to);
}

/** Materials (positions) that a cargo names: itself, or all of the class. */
export function materialsOfCargo(context: Context): Map<string, number[]> {
	const ofCargo = new Map<string, number[]>();
	for (const row of context.pkg.tables.materials) {
		const at = context.materialAt.get(row.id) as number;
		const ofClass = ofCargo.get(row.freight_class);
		if (ofClass) ofClass.push(at);
		else ofCargo.set(row.freight_class, [at]);
	}
	for (const row of context.pkg.tables.materials)
		ofCargo.set(row.id, [context.materialAt.get(row.id) as number]);
	return ofCargo;
}

function tabulate(
	context: Context,
	{ nodeOf }: Nodes,
	rows: readonly LaneRow[],
	drafts: readonly LaneDraft[],
): Lanes {
	const width = context.regions.length;
	const periods = context.periods.length;
	const materialTie = context.materials.map(tieOf);
	const regionTie = context.regions.map(tieOf);
	const lanes: Lanes = {
		count: drafts.length,
		from: new Int32Array(drafts.length),
		to: new Int32Array(drafts.length),
		row: new Int32Array(drafts.length),
		freight: new Float64Array(drafts.length),
		loss: new Float64Array(drafts.length),
		tariff: new Float64Array(drafts.length * periods),
		delay: new Int32Array(drafts.length * periods),
		open: new Float64Array(drafts.length * periods).fill(1),
		tie: new Float64Array(drafts.length),
	};
	for (const [l, draft] of drafts.entries()) {
		const row = rows[draft.row] as LaneRow;
		lanes.from[l] = nodeOf[draft.material * width + draft.from] as number;
		lanes.to[l] = nodeOf[draft.material * width + draft.to] as number;
		lanes.row[l] = draft.row;
		lanes.freight[l] = row.freight_usd_per_t;
		lanes.loss[l] = row.loss_fraction;
		lanes.tariff.fill(row.tariff_usd_per_t, l * periods, (l + 1) * periods);
		lanes.tie[l] = tieOfThree(
			materialTie[draft.material] as number,
			regionTie[draft.from] as number,
			regionTie[draft.to] as number,
		);
	}
	return lanes;
}
