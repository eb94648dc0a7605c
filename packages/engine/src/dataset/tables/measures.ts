import { PROVENANCE, table } from "../table.ts";

export const measures = table({
	name: "measures",
	title: "Measures",
	description:
		"The control timeline: trade and policy events with a date. What the model applies of them is in `measure_effects`.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "title", type: "text", description: "What was done" },
		{
			name: "kind",
			type: "enum",
			values: [
				"ban",
				"quota",
				"licence",
				"tariff",
				"provenance",
				"stockpile",
				"support",
				"suspension",
				"report",
				"company",
			],
			description: "Kind",
		},
		{
			name: "jurisdiction_region_id",
			type: "id",
			references: ["regions.id"],
			description: "Who did it",
		},
		{ name: "from_date", type: "fuzzyDate", description: "In force or announced from" },
		{
			name: "to_date",
			type: "fuzzyDate",
			optional: true,
			description: "Ended or suspended on; blank = still standing",
		},
		{ name: "legal_reference", type: "text", optional: true, description: "Legal text" },
		{
			name: "scope",
			type: "text",
			optional: true,
			description: "Elements and products in scope, as published",
		},
		{ name: "effect", type: "text", optional: true, description: "Effect as published" },
		{ name: "status", type: "text", optional: true, description: "Status in mid-2026" },
		...PROVENANCE,
	],
});
