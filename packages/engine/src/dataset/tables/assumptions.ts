import { table } from "../table.ts";

export const assumptions = table({
	name: "assumptions",
	title: "Assumptions",
	description:
		"Figures nobody published and that the model needs: each with a range and a reason. Other rows cite them by id, beside or instead of sources.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key, starts with `a_`" },
		{ name: "subject", type: "text", description: "What the assumption is about, in a few words" },
		{ name: "statement", type: "text", description: "The assumption, in one sentence" },
		{
			name: "value",
			type: "number",
			optional: true,
			description: "Central value; blank when it is a rule, not a figure",
		},
		{ name: "low", type: "number", optional: true, description: "Lower end of the range" },
		{ name: "high", type: "number", optional: true, description: "Upper end of the range" },
		{ name: "unit", type: "text", optional: true, description: "Unit of value, low and high" },
		{ name: "reason", type: "text", description: "Why this value and this range" },
	],
});
