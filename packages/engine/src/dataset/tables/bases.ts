import { table } from "../table.ts";

export const bases = table({
	name: "bases",
	title: "Bases of claims",
	description:
		"What a tonne or a share is a tonne or a share of. Figures on different bases are never compared or mixed.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name" },
		{ name: "description", type: "text", description: "What is counted, what is not" },
	],
});
