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
	for (const draft of drafts.units) {
		const region = context.regionAt.get(draft.facility.region_id) as number;
		const flows = (process: string, role: RecipeRow["role"]): Flow[] =>
			(recipes.get(process) ?? [])
				.filter((row) => row.role === role && row.coefficient > 0)
				.map((row) => ({
					node: nodeOf[
						(context.materialAt.get(row.material_id) as number) * width + region
					] as number,
					coefficient: row.coefficient,
				}))
				.sort((a, b) => a.node - b.node);
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
				inputs: flows(row.process_id, "input"),
				outputs: flows(row.process_id, "output"),
				tie: tieOf(row.id),
			});
		units.push(unitOf(draft, lines, first));
	}
	return { units, lines };
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
