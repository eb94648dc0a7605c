import { PROVENANCE, table } from "../table.ts";

export const lines = table({
	name: "lines",
	title: "Lines",
	description:
		"One process at one facility. A facility that nobody has published a process or capacity for has none: a gap.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "facility_id", type: "id", references: ["facilities.id"], description: "Facility" },
		{
			name: "unit_id",
			type: "id",
			description:
				"Equipment whose capacity the line uses; lines of one facility with the same unit share it",
		},
		{
			name: "process_id",
			type: "id",
			references: ["processes.id"],
			description: "Process it runs",
		},
		{
			name: "variable_cost_usd_per_t",
			type: "number",
			unit: "USD/t reference flow",
			min: 0,
			max: 1e7,
			description: "Variable cost without the materials of the recipe",
		},
		...PROVENANCE,
	],
});
