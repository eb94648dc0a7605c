import { PROVENANCE, table } from "../table.ts";

export const operators = table({
	name: "operators",
	title: "Operators",
	description: "Who runs plants, and which country controls them.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Company or group" },
		{
			name: "controlling_region_id",
			type: "id",
			references: ["regions.id"],
			description: "Country of the controlling owner",
		},
		{ name: "ownership", type: "text", optional: true, description: "Ownership as published" },
		...PROVENANCE,
	],
});
