import { PROVENANCE, table } from "../table.ts";
import { STAGES } from "./materials.ts";

export const references = table({
	name: "references",
	title: "Published reference figures",
	description:
		"What the model has to reproduce for a reference year. Shares are fractions of the world over the same materials and basis.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "title", type: "text", description: "What the figure says" },
		{
			name: "metric",
			type: "enum",
			values: [
				"output",
				"output_share",
				"shipment",
				"shipment_share",
				"delivery",
				"delivery_share",
			],
			description:
				"output: made in the region; output_share: of the world; shipment: region to partner; shipment_share: of all the region ships abroad; delivery: used in the region; delivery_share: of the world",
		},
		{
			name: "stage",
			type: "enum",
			values: STAGES,
			optional: true,
			description: "Only output of processes of this stage; blank = any",
		},
		{
			name: "material_ids",
			type: "idList",
			references: ["materials.id"],
			description: "Materials counted",
		},
		{
			name: "element_ids",
			type: "idList",
			optional: true,
			references: ["elements.id"],
			description:
				"Count contained oxide of these elements instead of t of the material; blank = t",
		},
		{
			name: "region_id",
			type: "id",
			references: ["regions.id"],
			wildcards: ["WORLD"],
			description: "Region, or WORLD",
		},
		{
			name: "partner_region_id",
			type: "id",
			references: ["regions.id"],
			wildcards: ["WORLD"],
			optional: true,
			description: "Destination of a shipment; WORLD = all abroad",
		},
		{ name: "year", type: "integer", min: 2000, max: 2100, description: "Reference year" },
		{ name: "value", type: "number", min: 0, max: 1e9, description: "Published figure" },
		{
			name: "low",
			type: "number",
			min: 0,
			max: 1e9,
			optional: true,
			description: "Lower end of what is published",
		},
		{
			name: "high",
			type: "number",
			min: 0,
			max: 1e9,
			optional: true,
			description: "Upper end of what is published",
		},
		{ name: "unit", type: "enum", values: ["t", "fraction"], description: "Unit of value" },
		{
			name: "relation",
			type: "enum",
			values: ["input", "emergent"],
			description:
				"input = a capacity or demand of the package rests on the same figure, so agreement proves little; emergent = the model has to find it",
		},
		{
			name: "explanation",
			type: "text",
			optional: true,
			description: "Written reason where the model stays off",
		},
		...PROVENANCE,
	],
});
