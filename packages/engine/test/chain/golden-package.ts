/**
 * A chain that has one of everything: two materials and their scrap, four plants, a shared unit,
 * committed output hard and soft, a lane capacity, a cap that begins half-way, a lead time, a
 * stock and a provenance rule. Small enough to read as mathematics.
 */
import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage, Tables } from "../../src/dataset/index.ts";
import { packageOf, YEAR_2025 } from "./diagnosis-package.ts";

const SKETCH = packageOf({
	regions: { HOM: "allied", FAR: "rival" },
	elements: { Nd: 1.17 },
	materials: {
		ore: ["mine", "REO", { Nd: 0.2 }, 1],
		metal: ["metal", "metal", { Nd: 1 }, 2],
		magnet: ["magnet", "magnet", { Nd: 0.3 }],
	},
	processes: {
		dig: ["mine", "ore", {}, { ore: 1 }],
		reduce: ["metal", "metal", { ore: 6 }, { metal: 1 }],
		reduce_again: ["metal", "metal", { ore: 5.5 }, { metal: 1 }],
		sinter: ["magnet", "magnet", { metal: 0.4 }, { magnet: 1 }],
	},
	plants: {
		pit: ["HOM", "HOM", "dig", 120, 10],
		smelter: ["HOM", "HOM", ["reduce", "reduce_again"], 24, 100],
		far_smelter: ["FAR", "FAR", "reduce", 36, 50],
		hall: ["HOM", "HOM", "sinter", 60, 1000],
	},
	lanes: [
		["ore", "HOM", "FAR", 90, 5, 0.01],
		["metal", "FAR", "HOM"],
	],
	sectors: { motors: [2, false], defence: [1, true] },
	demand: [
		["magnet", "HOM", "motors", 48],
		["magnet", "HOM", "defence", 12],
	],
	effects: [["licence", "cap", "metal", "FAR", "HOM", 6]],
	stocks: [["metal", "HOM", 3]],
});

export const GOLDEN: DataPackage = {
	...SKETCH,
	tables: {
		...SKETCH.tables,
		capacities: SKETCH.tables.capacities.map((row) => ({
			...row,
			committed_t_per_year: { pit_unit: 60, far_smelter_unit: 6 }[row.unit_id] ?? null,
		})),
		lanes: SKETCH.tables.lanes.map((row) => ({
			...row,
			lead_time_days: row.cargo === "metal" ? 200 : 0,
			freight_usd_per_t: row.cargo === "metal" ? 20 : 5,
		})),
		measure_effects: SKETCH.tables.measure_effects.map((row) => ({
			...row,
			from_date: "2025-07-01",
		})),
		stocks: SKETCH.tables.stocks.map((row) => ({
			...row,
			storage_t: 5,
			holding_cost_usd_per_t_year: 40,
		})),
		provenance_rules: [
			{
				id: "no_far_metal",
				title: "No metal made in FAR",
				from_date: "2025-01-01",
				to_date: null,
				excluded_region_ids: ["FAR"],
				stages: ["metal", "magnet"],
				product_ids: ["magnet"],
				buyer_region_ids: ["HOM"],
				sector_ids: ["defence"],
				source_ids: ["s"],
				confidence: "high",
				note: null,
			},
		],
	} as Tables,
};

export const TWO_HALVES: Scenario = {
	...YEAR_2025,
	homeRegion: "HOM",
	periods: [0.5, 0.5],
	provenanceRule: "no_far_metal",
};
