import { PROVENANCE, table } from "../table.ts";

export const prices = table({
	name: "prices",
	title: "Prices",
	description:
		"Quotes and averages, in USD/kg net of VAT where that can be derived, with the figure as printed beside.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{
			name: "material_id",
			type: "id",
			references: ["materials.id"],
			optional: true,
			description: "Material of the chain; blank = an item the chain does not carry",
		},
		{ name: "item", type: "text", description: "Item as printed" },
		{ name: "market", type: "text", description: "Market and terms" },
		{ name: "period", type: "fuzzyDate", description: "Date, month or year of the quote" },
		{
			name: "price_usd_per_kg",
			type: "number",
			unit: "USD/kg",
			min: 0,
			max: 1e6,
			optional: true,
			description: "In USD/kg net of VAT; blank = no conversion without a stated rate",
		},
		{
			name: "low_printed",
			type: "number",
			min: 0,
			max: 1e9,
			optional: true,
			description: "Low as printed",
		},
		{
			name: "mid_printed",
			type: "number",
			min: 0,
			max: 1e9,
			optional: true,
			description: "Middle as printed",
		},
		{
			name: "high_printed",
			type: "number",
			min: 0,
			max: 1e9,
			optional: true,
			description: "High as printed",
		},
		{ name: "unit_printed", type: "text", description: "Unit as printed" },
		{
			name: "vat",
			type: "enum",
			values: ["included", "excluded", "unstated"],
			description: "Whether the printed figure includes VAT",
		},
		...PROVENANCE,
	],
});
