import { PROVENANCE, table } from "../table.ts";

export const oreBaskets = table({
	name: "ore_baskets",
	title: "Ore baskets",
	description:
		"Distribution of rare-earth oxides in each ore or intermediate, t of oxide per t REO.",
	primaryKey: ["basket_id", "element_id"],
	columns: [
		{ name: "basket_id", type: "id", description: "Basket key, for example bayan_obo" },
		{
			name: "material_id",
			type: "id",
			references: ["materials.id"],
			description: "Concentrate that carries this basket",
		},
		{
			name: "element_id",
			type: "id",
			references: ["elements.id"],
			description: "Element or group",
		},
		{
			name: "oxide_share",
			type: "number",
			unit: "t oxide/t REO",
			min: 0,
			max: 1,
			description: "Share of total rare-earth oxide; the shares of a basket sum to at most 1.05",
		},
		...PROVENANCE,
	],
});
