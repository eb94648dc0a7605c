import { table } from "../table.ts";

export const units = table({
	name: "units",
	title: "Units of claims",
	description:
		"What published figures are counted in. Two units convert into each other when their dimensions agree; money of different currencies does not.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name, singular" },
		{ name: "symbol", type: "text", optional: true, description: "As shown after a number" },
		{
			name: "dimension",
			type: "text",
			description:
				"Product of base dimensions: `1`, `mass`, `mass/time`, `money_usd/mass`, `count/time`, `length`, ...",
		},
		{
			name: "factor",
			type: "number",
			min: 1e-12,
			max: 1e15,
			description:
				"One of this unit in the base unit of the dimension (t, year, km, USD, one, and so on)",
		},
	],
});
