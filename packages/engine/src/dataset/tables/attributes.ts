import { table } from "../table.ts";

export const attributes = table({
	name: "attributes",
	title: "Attributes of claims",
	description: "The controlled vocabulary of what a claim can say about its subject.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key; letters, digits and `_`, as formulas use it" },
		{ name: "name", type: "text", description: "Name, as shown" },
		{
			name: "unit_id",
			type: "id",
			references: ["units.id"],
			optional: true,
			description: "Unit it is shown in; claims may use any unit of its dimension; blank = words",
		},
		{
			name: "kind",
			type: "enum",
			values: ["level", "flow", "share", "price", "date", "other"],
			description:
				"level: at a date; flow: over a period or a rate; share: a fraction of something; price: money per amount; date: a day; other: counts, ratios and words that are none of these",
		},
		{
			name: "additive",
			type: "boolean",
			description: "Parts of a subject add up to the whole, so that a part cannot exceed it",
		},
		{
			name: "needs_basis",
			type: "boolean",
			description: "A claim without a basis is refused",
		},
		{ name: "description", type: "text", description: "What exactly is meant" },
	],
});
