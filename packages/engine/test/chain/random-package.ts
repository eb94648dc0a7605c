/** Small random chains for property tests: ore → oxides → metal → product, some of it scrap. */
import fc from "fast-check";
import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { packageOf, YEAR_2025 } from "./diagnosis-package.ts";

const REGIONS = ["AAA", "BBB", "CCC"] as const;
const PROCESSES = ["dig", "separate", "reduce", "make", "recycle"] as const;

const amount = (low: number, high: number) =>
	fc.integer({ min: low * 1000, max: high * 1000 }).map((value) => value / 1000);

/** Ore is counted by the hundred tonnes, so that chains are not all short of it. */
const plantOf = (process: fc.Arbitrary<(typeof PROCESSES)[number]>) =>
	fc
		.record({
			process,
			region: fc.constantFrom(...REGIONS),
			capacity: amount(5, 100),
			cost: amount(1, 500),
		})
		.map((plant) => ({
			...plant,
			capacity: plant.capacity * (plant.process === "dig" || plant.process === "separate" ? 20 : 1),
		}));

/** Every route of every cargo, most of them open. */
const lanes = fc.tuple(
	...["reo", "oxide", "metal", "magnet", "scrap"].flatMap((cargo) =>
		REGIONS.flatMap((from) =>
			REGIONS.filter((to) => to !== from).map((to) =>
				fc.option(
					fc.record({
						cargo: fc.constant(cargo),
						from: fc.constant(from),
						to: fc.constant(to),
						freight: amount(1, 50),
						loss: fc.constantFrom(0, 0.01, 0.1),
						capacity: fc.option(amount(1, 60), { nil: undefined }),
					}),
					{ freq: 3 },
				),
			),
		),
	),
);

const demand = fc.record({
	region: fc.constantFrom(...REGIONS),
	sector: fc.constantFrom("motors", "defence", "lamps"),
	material: fc.constantFrom("product", "heavy_oxide"),
	quantity: amount(1, 60),
});

/** A package in which every plant has a cost of its own, so that the cheapest answer is unique. */
export const randomPackage: fc.Arbitrary<DataPackage> = fc
	.record({
		first: fc.tuple(...PROCESSES.map((process) => plantOf(fc.constant(process)))),
		others: fc.array(plantOf(fc.constantFrom(...PROCESSES)), { maxLength: 10 }),
		lanes,
		demand: fc.uniqueArray(demand, {
			minLength: 1,
			maxLength: 6,
			selector: ({ region, sector, material }) => `${region}${sector}${material}`,
		}),
	})
	.map(({ first, others, lanes, demand }) =>
		packageOf({
			regions: { AAA: "allied", BBB: "neutral", CCC: "rival" },
			elements: { Light: 1.2, Heavy: 1.1 },
			materials: {
				ore: ["mine", "REO", { Light: 0.3, Heavy: 0.02 }, 3],
				light_oxide: ["separation", "oxide", { Light: 0.83 }, 2],
				heavy_oxide: ["separation", "oxide", { Heavy: 0.9 }, 1],
				metal: ["metal", "metal", { Light: 1 }, 7],
				product: ["magnet", "magnet", { Light: 0.28, Heavy: 0.02 }, 11],
				scrap: ["magnet", "scrap", { Light: 0.28, Heavy: 0.02 }, 1],
			},
			processes: {
				dig: ["mine", "ore", {}, { ore: 1 }],
				separate: ["separation", "ore", { ore: 1 }, { light_oxide: 0.32, heavy_oxide: 0.02 }],
				reduce: ["metal", "metal", { light_oxide: 1.25 }, { metal: 1 }],
				make: [
					"magnet",
					"product",
					{ metal: 0.36, heavy_oxide: 0.03 },
					{ product: 1, scrap: 0.25 },
				],
				recycle: ["recycling", "scrap", { scrap: 1 }, { light_oxide: 0.3, heavy_oxide: 0.019 }],
			},
			plants: Object.fromEntries(
				[...first, ...others].map(({ process, region, capacity, cost }, k) => [
					`plant_${String.fromCharCode(97 + k)}`,
					[region, region, process, capacity, cost + k / 7] as const,
				]),
			),
			lanes: lanes
				.filter((lane) => lane !== null)
				.map(({ cargo, from, to, capacity, freight, loss }) => [
					cargo,
					from,
					to,
					...([capacity, freight, loss] as [number, number, number]),
				]),
			sectors: { defence: [1, true], motors: [2, false], lamps: [3, false] },
			demand: demand.map(({ material, region, sector, quantity }) => [
				material,
				region,
				sector,
				quantity,
			]),
		}),
	);

export const ONE_YEAR: Scenario = { ...YEAR_2025, homeRegion: "AAA" };

/** The same package with some tables replaced. */
export function withTables(
	pkg: DataPackage,
	change: (tables: DataPackage["tables"]) => Partial<DataPackage["tables"]>,
): DataPackage {
	return { ...pkg, tables: { ...pkg.tables, ...change(pkg.tables) } };
}
