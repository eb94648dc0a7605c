import { PROVENANCE, table } from "../table.ts";

export const STAGES = [
	"supply",
	"mine",
	"cracking",
	"separation",
	"metal",
	"alloy",
	"magnet",
	"recycling",
	"use",
] as const;

export const materials = table({
	name: "materials",
	title: "Materials",
	description:
		"Anything that flows. The basis is part of the name: t REO in concentrate, t oxide, t metal, t alloy, t magnet are never added.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name with its basis" },
		{ name: "stage", type: "enum", values: STAGES, description: "Stage that makes it" },
		{
			name: "basis",
			type: "enum",
			values: ["REO", "oxide", "metal", "alloy", "magnet", "scrap", "gross"],
			description: "What a tonne of it counts",
		},
		{
			name: "unit",
			type: "enum",
			values: ["t"],
			description: "Unit of every quantity of this material",
		},
		{
			name: "hs_code",
			type: "text",
			optional: true,
			description: "Harmonised System code(s) it is traded under",
		},
		{ name: "freight_class", type: "id", description: "Cargo class that `lanes` are listed by" },
		{
			name: "disposal_cost_usd_per_t",
			type: "number",
			unit: "USD/t",
			min: 0,
			optional: true,
			description:
				"Cost of disposing of or storing surplus nobody wants; blank = surplus not allowed",
		},
		...PROVENANCE,
	],
});
