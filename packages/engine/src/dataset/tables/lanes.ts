import { PROVENANCE, table } from "../table.ts";

export const lanes = table({
	name: "lanes",
	title: "Lanes",
	description:
		"Who can ship what to whom. A row for a material wins over a row for its freight class; no row = no lane.",
	primaryKey: ["cargo", "from_region_id", "to_region_id"],
	columns: [
		{
			name: "cargo",
			type: "id",
			references: ["materials.id", "materials.freight_class"],
			description: "Material or freight class",
		},
		{ name: "from_region_id", type: "id", references: ["regions.id"], description: "Origin" },
		{ name: "to_region_id", type: "id", references: ["regions.id"], description: "Destination" },
		{
			name: "freight_usd_per_t",
			type: "number",
			unit: "USD/t",
			min: 0,
			max: 1e6,
			description: "Freight and insurance",
		},
		{
			name: "lead_time_days",
			type: "number",
			unit: "days",
			min: 0,
			max: 730,
			description: "Door to door without licences",
		},
		{
			name: "loss_fraction",
			type: "number",
			unit: "fraction",
			min: 0,
			max: 0.5,
			description: "Share lost on the way",
		},
		{
			name: "tariff_usd_per_t",
			type: "number",
			unit: "USD/t",
			min: 0,
			max: 1e7,
			description: "Duty without the measures of the control timeline",
		},
		{
			name: "capacity_t_per_year",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description: "Physical or contract limit; blank = none known",
		},
		...PROVENANCE,
	],
});
