import { PROVENANCE, table } from "../table.ts";

export const regions = table({
	name: "regions",
	title: "Regions",
	description:
		"Countries (ISO 3166-1 alpha-3) and aggregates, with the bloc each belongs to unless a scenario says otherwise.",
	primaryKey: ["id"],
	columns: [
		{
			name: "id",
			type: "id",
			description: "ISO 3166-1 alpha-3 code, or the id of an aggregate (upper case)",
		},
		{ name: "name", type: "text", description: "English name" },
		{
			name: "kind",
			type: "enum",
			values: ["country", "aggregate"],
			description: "Country or aggregate of countries",
		},
		{
			name: "latitude",
			type: "number",
			unit: "degrees",
			min: -90,
			max: 90,
			description: "Of the label and of arcs on the map",
		},
		{
			name: "longitude",
			type: "number",
			unit: "degrees",
			min: -180,
			max: 180,
			description: "Of the label and of arcs on the map",
		},
		{
			name: "bloc",
			type: "enum",
			values: ["allied", "neutral", "rival"],
			description: "Bloc in the baseline; the scenario's home region becomes `home`",
		},
		...PROVENANCE,
	],
});
