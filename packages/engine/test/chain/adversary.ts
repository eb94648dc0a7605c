/** A chain of three stages to be broken: pit → smelter → hall, at home, with a rival that can do all. */
import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage, Tables } from "../../src/dataset/index.ts";
import { packageOf, type Sketch, YEAR_2025 } from "./diagnosis-package.ts";
import { withTables } from "./random-package.ts";

export const SKETCH: Sketch = {
	regions: { HOM: "allied", MID: "neutral", RIV: "rival" },
	materials: {
		ore: ["mine", "REO", {}, 1],
		metal: ["metal", "metal", {}, 1],
		magnet: ["magnet", "magnet", {}, 1],
	},
	processes: {
		dig: ["mine", "ore", {}, { ore: 1 }],
		smelt: ["metal", "metal", { ore: 2 }, { metal: 1 }],
		sinter: ["magnet", "magnet", { metal: 0.5 }, { magnet: 1 }],
	},
	plants: {
		pit: ["HOM", "HOM", "dig", 1200, 10],
		smelter: ["HOM", "HOM", "smelt", 600, 100],
		hall: ["HOM", "HOM", "sinter", 1200, 1000],
	},
	lanes: [],
	demand: [["magnet", "HOM", "motors", 1000]],
};

export const AT_HOME: Scenario = { ...YEAR_2025, homeRegion: "HOM" };

export function months(count: number): number[] {
	return Array<number>(count).fill(1 / 12);
}

export function sketchOf(change: Partial<Sketch>): DataPackage {
	return packageOf({ ...SKETCH, ...change });
}

/** The same demand in every year of `years`. */
export function yearly(pkg: DataPackage, years: readonly number[]): DataPackage {
	return withTables(pkg, ({ demand }) => ({
		demand: demand.flatMap((row) => years.map((year) => ({ ...row, year }))),
	}));
}

/** Rows of a table changed one by one. */
export function edited<K extends keyof Tables>(
	pkg: DataPackage,
	table: K,
	change: (row: Tables[K][number]) => Partial<Tables[K][number]>,
): DataPackage {
	return withTables(pkg, (tables) => {
		const rows = tables[table] as readonly Tables[K][number][];
		return { [table]: rows.map((row) => ({ ...row, ...change(row) })) } as Partial<Tables>;
	});
}

export const RULE: Tables["provenance_rules"][number] = {
	id: "rule",
	title: "Nothing from RIV",
	from_date: "2025-01-01",
	to_date: null,
	excluded_region_ids: ["RIV"],
	stages: ["mine", "metal", "magnet"],
	product_ids: ["magnet"],
	buyer_region_ids: ["HOM"],
	sector_ids: ["motors"],
	source_ids: ["s"],
	confidence: "high",
	note: null,
};

export function ruled(pkg: DataPackage, rule: Partial<typeof RULE> = {}): DataPackage {
	return withTables(pkg, () => ({ provenance_rules: [{ ...RULE, ...rule }] }));
}
