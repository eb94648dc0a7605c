import type { Flow, Line, Unit } from "../network.ts";
import type { Context } from "./context.ts";
import type { Nodes } from "./nodes.ts";
import { tieOf } from "./tie.ts";
import type { UnitDraft, UnitDrafts } from "./units.ts";

type RecipeRow = Context["pkg"]["tables"]["recipes"][number];

/** Lines and units with their nodes. A recipe row of coefficient 0 makes no flow. */
export function tieLines(
	context: Context,
	drafts: UnitDrafts,
	recipes: ReadonlyMap<string, readonly RecipeRow[]>,
	{ nodeOf }: Nodes,
): { units: Unit[]; lines: Line[] } {
	const stages = new Map(context.pkg.tables.processes.map((row) => [row.id, row.stage]));
	const width = context.regions.length;
	const units: Unit[] = [];
	const lines: Line[] = [];
	const flowsAt = new Map<string, Pick<Line, "inputs" | "outputs">>();
	const flows = (process: string, place: string) => {
		const known = flowsAt.get(`${process} ${place}`);
		if (known) return known;
		const region = context.regionAt.get(place) as number;
		const of = (role: RecipeRow["role"]) =>
			flowsOf(context, recipes.get(process) ?? [], role, (m) => nodeOf[m * width + region]);
		const made = { inputs: of("input"), outputs: of("output") };
		flowsAt.set(`${process} ${place}`, made);
		return made;
	};
	for (const draft of drafts.units) {
		const first = lines.length;
		for (const row of draft.lines)
			lines.push({
				id: row.id,
				unit: units.length,
				facility: draft.facility.id,
				process: row.process_id,
				stage: stages.get(row.process_id) ?? "",
				region: draft.facility.region_id,
				compliant: false,
				cost: row.variable_cost_usd_per_t,
				...flows(row.process_id, draft.facility.region_id),
				tie: tieOf(row.id),
			});
		units.push(unitOf(draft, lines, first));
	}
	return { units, lines };
}

function flowsOf(
	context: Context,
	rows: readonly RecipeRow[],
	role: RecipeRow["role"],
	nodeOfMaterial: (material: number) => number | undefined,
): Flow[] {
	return rows
		.filter((row) => row.role === role && row.coefficient > 0)
		.map((row) => ({
			node: nodeOfMaterial(context.materialAt.get(row.material_id) as number) as number,
			coefficient: row.coefficient,
		}))
		.sort((a, b) => a.node - b.node);
}

function unitOf(draft: UnitDraft, lines: readonly Line[], first: number): Unit {
	const own = lines.slice(first);
	return {
		id: draft.id,
		facility: draft.facility.id,
		operator: draft.facility.operator_id,
		controller: draft.facility.controlling_region_id,
		region: draft.facility.region_id,
		stage: own[0]?.stage ?? "",
		lines: own.map((_, k) => first + k),
		source: own.every((line) => line.inputs.length === 0),
	};
}
