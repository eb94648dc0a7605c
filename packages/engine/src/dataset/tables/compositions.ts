import { PROVENANCE, table } from "../table.ts";

export const compositions = table({
	name: "compositions",
	title: "Compositions",
	description:
		"Contained element per tonne of material; the check of element conservation reads it. Materials without rows contain none of the listed elements.",
	primaryKey: ["material_id", "element_id"],
	columns: [
		{ name: "material_id", type: "id", references: ["materials.id"], description: "Material" },
		{
			name: "element_id",
			type: "id",
			references: ["elements.id"],
			description: "Element or group",
		},
		{
			name: "fraction",
			type: "number",
			unit: "t/t",
			min: 0,
			max: 1,
			description: "t of element per t of material (element, not oxide)",
		},
		...PROVENANCE,
	],
});
