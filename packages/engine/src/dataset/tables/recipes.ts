import { PROVENANCE, table } from "../table.ts";

export const recipes = table({
	name: "recipes",
	title: "Recipes",
	description: "Inputs and outputs of a process per t of its reference flow.",
	primaryKey: ["process_id", "material_id", "role"],
	columns: [
		{ name: "process_id", type: "id", references: ["processes.id"], description: "Process" },
		{ name: "material_id", type: "id", references: ["materials.id"], description: "Material" },
		{ name: "role", type: "enum", values: ["input", "output"], description: "Consumed or made" },
		{
			name: "coefficient",
			type: "number",
			unit: "t/t",
			min: 0,
			max: 100,
			description: "t of the material per t of the reference flow",
		},
		{
			name: "low",
			type: "number",
			unit: "t/t",
			min: 0,
			max: 100,
			optional: true,
			description: "Lower end of the published or assumed range",
		},
		{
			name: "high",
			type: "number",
			unit: "t/t",
			min: 0,
			max: 100,
			optional: true,
			description: "Upper end of the published or assumed range",
		},
		...PROVENANCE,
	],
});
