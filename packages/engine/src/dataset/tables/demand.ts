import { PROVENANCE, table } from "../table.ts";

export const demand = table({
	name: "demand",
	title: "Demand",
	description:
		"Product × region × sector × year, t of the product. Defence carries a low, middle and high case, everything else one base case with a range.",
	primaryKey: ["material_id", "region_id", "sector_id", "year", "case"],
	columns: [
		{ name: "material_id", type: "id", references: ["materials.id"], description: "Product" },
		{
			name: "region_id",
			type: "id",
			references: ["regions.id"],
			description: "Where it is used (built in)",
		},
		{ name: "sector_id", type: "id", references: ["sectors.id"], description: "Sector" },
		{ name: "year", type: "integer", min: 2000, max: 2100, description: "Year" },
		{
			name: "case",
			type: "enum",
			values: ["base", "low", "middle", "high"],
			description: "base, or the defence case",
		},
		{ name: "quantity_t", type: "number", unit: "t/yr", min: 0, max: 1e8, description: "Demand" },
		{
			name: "low_t",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description: "Lower end of the range",
		},
		{
			name: "high_t",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description: "Upper end of the range",
		},
		...PROVENANCE,
	],
});
