import { PROVENANCE, table } from "../table.ts";

export const sectors = table({
	name: "sectors",
	title: "Sectors of demand",
	description: "Who needs the product, and the tier that is served first.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name" },
		{
			name: "defence",
			type: "boolean",
			description: "true = platforms and munitions; carried as a low, middle and high case",
		},
		{
			name: "tier",
			type: "integer",
			min: 1,
			max: 9,
			description: "Priority: shortage of tier 1 is minimised first",
		},
		{
			name: "shortage_penalty_usd_per_t",
			type: "number",
			unit: "USD/t",
			min: 0,
			max: 1e9,
			description: "Cost of a tonne not delivered, within the tier",
		},
		...PROVENANCE,
	],
});
