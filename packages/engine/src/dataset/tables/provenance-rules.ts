import { PROVENANCE, table } from "../table.ts";

export const provenanceRules = table({
	name: "provenance_rules",
	title: "Provenance rules",
	description:
		"Where the steps of a product may not stand for a demand to accept it. The chain model turns a rule into a network with compliant and any material.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "title", type: "text", description: "Name" },
		{ name: "from_date", type: "date", description: "First day" },
		{ name: "to_date", type: "date", optional: true, description: "Last day; blank = open" },
		{
			name: "excluded_region_ids",
			type: "idList",
			references: ["regions.id"],
			description: "Regions where no covered stage may stand",
		},
		{
			name: "stages",
			type: "idList",
			description: "Covered stages, from the list of `processes.stage`",
		},
		{
			name: "product_ids",
			type: "idList",
			references: ["materials.id"],
			description: "Products it covers",
		},
		{
			name: "buyer_region_ids",
			type: "idList",
			references: ["regions.id"],
			description: "Regions whose demand it binds",
		},
		{
			name: "sector_ids",
			type: "idList",
			references: ["sectors.id"],
			description: "Sectors it binds",
		},
		...PROVENANCE,
	],
});
