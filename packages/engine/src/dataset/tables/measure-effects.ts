import { PROVENANCE, table } from "../table.ts";

export const measureEffects = table({
	name: "measure_effects",
	title: "What the model applies of the measures",
	description:
		"Each row changes the lanes it matches while it is in force; a period that it covers in part feels it in part.",
	primaryKey: ["measure_id", "effect", "cargo", "from_region_id", "to_region_id", "from_date"],
	columns: [
		{ name: "measure_id", type: "id", references: ["measures.id"], description: "Measure" },
		{
			name: "effect",
			type: "enum",
			values: ["cap", "tariff", "delay"],
			description:
				"cap: at most `value` t a year over all matching lanes together (0 = ban); tariff: `value` USD/t on top; delay: `value` days on top",
		},
		{
			name: "cargo",
			type: "id",
			references: ["materials.id", "materials.freight_class"],
			description: "Material or freight class",
		},
		{
			name: "from_region_id",
			type: "id",
			references: ["regions.id"],
			wildcards: ["*"],
			description: "Origin, * = any",
		},
		{
			name: "to_region_id",
			type: "id",
			references: ["regions.id"],
			wildcards: ["*"],
			description: "Destination, * = any",
		},
		{ name: "from_date", type: "date", description: "First day" },
		{ name: "to_date", type: "date", optional: true, description: "Last day; blank = open" },
		{ name: "value", type: "number", min: 0, max: 1e9, description: "In the unit of the effect" },
		{ name: "unit", type: "enum", values: ["t/yr", "USD/t", "days"], description: "Unit of value" },
		...PROVENANCE,
	],
});
