/** The small magnet chain with ranges: what moves its results can be worked out on paper. */
import type { ChainResultRef } from "../../src/chain/index.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { MAGNET_WORLD, packageOf, withPlants } from "./diagnosis-package.ts";

/** Capacities that are assumed: facility, low, value, high, t/yr. */
const ASSUMED: readonly (readonly [string, number, number, number])[] = [
	["jpn_dy", 4, 5, 6],
	["jpn_metal", 95, 100, 105],
	["chn_mine", 5000, 9000, 13000],
];

/**
 * Per t of magnet 0.03 t of Dy metal and 0.45 t of Nd metal; allied demand 500 t, of it 250 t in
 * Japan within 225 to 275. Allied Dy metal 5 t (4 to 6) against 15: the weakest link.
 */
export function rankedChain(): DataPackage {
	const pkg = packageOf(withPlants(MAGNET_WORLD, { jpn_dy: ["JPN", "JPN", "reduce_dy", 5] }));
	const { capacities, demand } = pkg.tables;
	const own = new Map(ASSUMED.map(([plant]) => [`${plant}_unit`, `a_${plant}`]));
	return {
		...pkg,
		tables: {
			...pkg.tables,
			assumptions: ASSUMED.map(([plant, low, value, high]) => ({
				id: `a_${plant}`,
				subject: `Capacity of ${plant}`,
				statement: "Assumed.",
				value,
				low,
				high,
				unit: "t/yr",
				reason: "For the test",
			})),
			capacities: capacities.map((row) => {
				const id = own.get(row.unit_id);
				return id
					? { ...row, nameplate_t_per_year: null, source_ids: [id], confidence: "assumption" }
					: row;
			}),
			demand: [
				...demand.map((row) =>
					row.region_id === "JPN" ? { ...row, low_t: 225, high_t: 275 } : row,
				),
				...demand.map((row) => ({ ...row, year: 2030, low_t: 1, high_t: 2000 })),
			],
		},
	};
}

export const JAPAN = "demand/magnet|JPN|motors|2025|base/quantity_t";

export const DY_METAL: ChainResultRef = {
	kind: "coverage",
	product: "magnet",
	scope: "allied",
	stage: "metal",
	material: "dy_metal",
	element: null,
};
export const WEAKEST: ChainResultRef = { kind: "weakest", product: "magnet", scope: "allied" };
export const ALONE: ChainResultRef = { kind: "alone", product: "magnet", scope: "allied" };
