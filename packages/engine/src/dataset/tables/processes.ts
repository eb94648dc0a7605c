import { PROVENANCE, table } from "../table.ts";
import { STAGES } from "./materials.ts";

export const processes = table({
	name: "processes",
	title: "Processes",
	description:
		"Recipes that lines run. Activity and capacity are counted in t of the reference material.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name" },
		{ name: "stage", type: "enum", values: STAGES, description: "Stage of the chain" },
		{
			name: "reference_material_id",
			type: "id",
			references: ["materials.id"],
			description:
				"Material that activity and capacity are counted in; it must be in the recipe with coefficient 1",
		},
		...PROVENANCE,
	],
});
