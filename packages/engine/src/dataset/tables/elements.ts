import { PROVENANCE, table } from "../table.ts";

export const elements = table({
	name: "elements",
	title: "Elements and element groups",
	description:
		"What is conserved in every process. A group (NdPr, EuGd, other heavies) is treated as one element.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Symbol or group, for example NdPr" },
		{ name: "name", type: "text", description: "English name" },
		{
			name: "group",
			type: "enum",
			values: ["light", "heavy", "other"],
			description: "Light or heavy rare earth, or another element",
		},
		{
			name: "oxide_per_element",
			type: "number",
			unit: "t/t",
			min: 1,
			max: 5,
			optional: true,
			description:
				"t of the traded oxide per t of element; blank where no oxide is traded in the chain",
		},
		...PROVENANCE,
	],
});
