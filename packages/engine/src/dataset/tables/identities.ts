import { table } from "../table.ts";

export const identities = table({
	name: "identities",
	title: "Identities between attributes",
	description:
		"What must hold between figures of one subject, basis, scope and period, so that a printed figure can be recomputed from others.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "title", type: "text", description: "The identity in words" },
		{
			name: "attribute_id",
			type: "id",
			references: ["attributes.id"],
			description: "What the formula gives",
		},
		{
			name: "formula",
			type: "text",
			description:
				"Over attribute ids of the same subject; `whole(x)` is x of the largest subject it is a part of: the world for a plant of a country",
		},
		{
			name: "reading",
			type: "text",
			optional: true,
			description:
				"Name of the reading where one attribute is computed in several ways, such as gross and net",
		},
		{
			name: "meant",
			type: "boolean",
			description: "The definition of the attribute; false = another reading, tried for comparison",
		},
	],
});
