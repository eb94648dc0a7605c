/** Small data packages written as plain lists, for the tests of the diagnosis. */

import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage, Tables } from "../../src/dataset/index.ts";

const CITED = { source_ids: ["s"], confidence: "high", note: null };

export interface Sketch {
	/** id: bloc */
	readonly regions: Readonly<Record<string, "allied" | "neutral" | "rival">>;
	/** id: oxide per element */
	readonly elements?: Readonly<Record<string, number>>;
	/** id: [stage, basis, contents?, disposal cost?] */
	readonly materials: Readonly<
		Record<string, readonly [string, string, Readonly<Record<string, number>>?, number?]>
	>;
	/** id: [stage, reference, inputs, outputs] */
	readonly processes: Readonly<
		Record<
			string,
			readonly [string, string, Readonly<Record<string, number>>, Readonly<Record<string, number>>]
		>
	>;
	/** facility: [region, controller, process or processes sharing a unit, capacity, cost?] */
	readonly plants: Readonly<
		Record<string, readonly [string, string, string | readonly string[], number | null, number?]>
	>;
	/** [cargo, from, to, capacity?, freight?, loss?] */
	readonly lanes: readonly (readonly [string, string, string, number?, number?, number?])[];
	/** sector: [tier, defence] */
	readonly sectors?: Readonly<Record<string, readonly [number, boolean]>>;
	/** [material, region, sector, t] */
	readonly demand: readonly (readonly [string, string, string, number])[];
	/** [measure, effect, cargo, from, to, value] */
	readonly effects?: readonly (readonly [
		string,
		"cap" | "tariff",
		string,
		string,
		string,
		number,
	])[];
	readonly references?: readonly Readonly<Record<string, unknown>>[];
	/** [material, region, t] */
	readonly stocks?: readonly (readonly [string, string, number])[];
}

export const YEAR_2025: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: "dated",
};

export function packageOf(sketch: Sketch): DataPackage {
	const sectors = sketch.sectors ?? { motors: [2, false], defence: [1, true] };
	const tables = {
		sources: [],
		assumptions: [],
		regions: Object.entries(sketch.regions).map(([id, bloc], i) => ({
			id,
			name: `Land of ${id}`,
			kind: "country",
			latitude: i,
			longitude: 10 * i,
			bloc,
			...CITED,
		})),
		elements: Object.entries(sketch.elements ?? {}).map(([id, oxide]) => ({
			id,
			name: id,
			group: "light",
			oxide_per_element: oxide,
			...CITED,
		})),
		materials: Object.entries(sketch.materials).map(([id, [stage, basis, , disposal]]) => ({
			id,
			name: `${id.replaceAll("_", " ")}, t ${basis}`,
			stage,
			basis,
			unit: "t",
			hs_code: null,
			freight_class: basis.toLowerCase(),
			disposal_cost_usd_per_t: disposal ?? 0,
			...CITED,
		})),
		compositions: Object.entries(sketch.materials).flatMap(([material_id, [, , contents]]) =>
			Object.entries(contents ?? {}).map(([element_id, fraction]) => ({
				material_id,
				element_id,
				fraction,
				...CITED,
			})),
		),
		ore_baskets: [],
		processes: Object.entries(sketch.processes).map(([id, [stage, reference]]) => ({
			id,
			name: id,
			stage,
			reference_material_id: reference,
			...CITED,
		})),
		recipes: Object.entries(sketch.processes).flatMap(([process_id, [, , inputs, outputs]]) =>
			[
				...Object.entries(inputs).map((e) => ["input", ...e] as const),
				...Object.entries(outputs).map((e) => ["output", ...e] as const),
			].map(([role, material_id, coefficient]) => ({
				process_id,
				material_id,
				role,
				coefficient,
				low: null,
				high: null,
				...CITED,
			})),
		),
		operators: Object.entries(sketch.plants).map(([id, [, controller]]) => ({
			id: `op_${id}`,
			name: `${id} company`,
			controlling_region_id: controller,
			ownership: null,
			...CITED,
		})),
		facilities: Object.entries(sketch.plants).map(([id, [region, controller, processes]]) => ({
			id,
			name: id,
			operator_id: `op_${id}`,
			region_id: region,
			controlling_region_id: controller,
			latitude: 1,
			longitude: 2,
			coordinate_quality: "site",
			aggregate: false,
			status: "operating",
			stages: [sketch.processes[[processes].flat()[0] as string]?.[0] ?? "mine"],
			start_year: 2000,
			products: null,
			capacity_as_published: null,
			latest_output_as_published: null,
			feed: null,
			offtake: null,
			public_support: null,
			...CITED,
		})),
		lines: Object.entries(sketch.plants).flatMap(([id, [, , processes, , cost]]) =>
			[processes].flat().map((process_id) => ({
				id: `${id}_${process_id}`,
				facility_id: id,
				unit_id: `${id}_unit`,
				process_id,
				variable_cost_usd_per_t: cost ?? 1,
				...CITED,
			})),
		),
		capacities: Object.entries(sketch.plants).map(([id, [, , , capacity]]) => ({
			unit_id: `${id}_unit`,
			from_date: "2020-01-01",
			status: "operating",
			nameplate_t_per_year: capacity,
			effective_t_per_year: capacity,
			committed_t_per_year: null,
			latest_output_t: null,
			latest_output_year: null,
			basis: "nameplate",
			...CITED,
		})),
		lanes: sketch.lanes.map(([cargo, from, to, capacity, freight, loss]) => ({
			cargo,
			from_region_id: from,
			to_region_id: to,
			freight_usd_per_t: freight ?? 1,
			lead_time_days: 0,
			loss_fraction: loss ?? 0,
			tariff_usd_per_t: 0,
			capacity_t_per_year: capacity ?? null,
			...CITED,
		})),
		stocks: (sketch.stocks ?? []).map(([material_id, region_id, quantity_t]) => ({
			material_id,
			region_id,
			date: "2025-01-01",
			holder: "state",
			quantity_t,
			low_t: null,
			high_t: null,
			storage_t: quantity_t,
			holding_cost_usd_per_t_year: 0,
			...CITED,
		})),
		sectors: Object.entries(sectors).map(([id, [tier, defence]]) => ({
			id,
			name: id,
			defence,
			tier,
			shortage_penalty_usd_per_t: 1e6,
			...CITED,
		})),
		demand: sketch.demand.map(([material_id, region_id, sector_id, quantity_t]) => ({
			material_id,
			region_id,
			sector_id,
			year: 2025,
			case: sectors[sector_id]?.[1] ? "middle" : "base",
			quantity_t,
			low_t: null,
			high_t: null,
			...CITED,
		})),
		prices: [],
		measures: [...new Set((sketch.effects ?? []).map((e) => e[0]))].map((id) => ({
			id,
			title: `the ${id} measure`,
			kind: "ban",
			jurisdiction_region_id: Object.keys(sketch.regions)[0],
			from_date: "2025-01-01",
			to_date: null,
			legal_reference: null,
			scope: null,
			effect: null,
			status: null,
			...CITED,
		})),
		measure_effects: (sketch.effects ?? []).map(([measure_id, effect, cargo, from, to, value]) => ({
			measure_id,
			effect,
			cargo,
			from_region_id: from,
			to_region_id: to,
			from_date: "2025-01-01",
			to_date: null,
			value,
			unit: effect === "cap" ? "t/yr" : "USD/t",
			...CITED,
		})),
		provenance_rules: [],
		units: [],
		bases: [],
		attributes: [],
		subjects: [],
		identities: [],
		claims: [],
		parameters: [],
		references: (sketch.references ?? []).map((row, i) => ({
			id: `ref_${i}`,
			title: `figure ${i}`,
			stage: null,
			element_ids: null,
			partner_region_id: null,
			year: 2025,
			low: null,
			high: null,
			unit: "t",
			relation: "emergent",
			explanation: null,
			...CITED,
			...row,
		})),
	};
	return {
		name: "sketch",
		version: "1.0.0",
		hash: "0",
		tables: tables as unknown as Tables,
	};
}

/**
 * A magnet chain small enough for paper. Per t of magnet: 1.5 t alloy, 0.45 t Nd metal, 0.03 t Dy
 * metal, 0.5625 t Nd oxide, 0.0375 t Dy oxide; separators recover 90 %.
 */
export const MAGNET_WORLD: Sketch = {
	regions: { USA: "allied", JPN: "allied", AUS: "allied", CHN: "rival" },
	elements: { Nd: 1.25, Dy: 1.25 },
	materials: {
		ore: ["mine", "REO", { Nd: 0.16, Dy: 0.008 }],
		nd_oxide: ["separation", "oxide", { Nd: 0.8 }],
		dy_oxide: ["separation", "oxide", { Dy: 0.8 }],
		nd_metal: ["metal", "metal", { Nd: 1 }],
		dy_metal: ["metal", "metal", { Dy: 1 }],
		alloy: ["alloy", "alloy", { Nd: 0.3, Dy: 0.02 }],
		magnet: ["magnet", "magnet", { Nd: 0.3, Dy: 0.02 }],
		swarf: ["magnet", "scrap", { Nd: 0.3, Dy: 0.02 }],
	},
	processes: {
		dig: ["mine", "ore", {}, { ore: 1 }],
		separate: ["separation", "ore", { ore: 1 }, { nd_oxide: 0.18, dy_oxide: 0.009 }],
		reduce_nd: ["metal", "nd_metal", { nd_oxide: 1.25 }, { nd_metal: 1 }],
		reduce_dy: ["metal", "dy_metal", { dy_oxide: 1.25 }, { dy_metal: 1 }],
		cast: ["alloy", "alloy", { nd_metal: 0.3, dy_metal: 0.02 }, { alloy: 1 }],
		sinter: ["magnet", "magnet", { alloy: 1.5 }, { magnet: 1, swarf: 0.4 }],
		recycle: ["recycling", "swarf", { swarf: 1 }, { nd_oxide: 0.36, dy_oxide: 0.02 }],
	},
	plants: {
		aus_mine: ["AUS", "AUS", "dig", 1000],
		chn_mine: ["CHN", "CHN", "dig", 9000],
		aus_separator: ["AUS", "AUS", "separate", 800],
		chn_separator: ["CHN", "CHN", "separate", 9000],
		jpn_metal: ["JPN", "JPN", "reduce_nd", 100],
		chn_metal: ["CHN", "CHN", "reduce_nd", 3000],
		chn_dy: ["CHN", "CHN", "reduce_dy", 200],
		jpn_caster: ["JPN", "JPN", "cast", 500],
		chn_caster: ["CHN", "CHN", "cast", 6000],
		jpn_sinter: ["JPN", "JPN", "sinter", 300],
		usa_sinter: ["USA", "USA", "sinter", 200],
		chn_sinter: ["CHN", "CHN", "sinter", 4000],
	},
	lanes: ["reo", "oxide", "metal", "alloy", "magnet"].flatMap((cargo) =>
		["USA", "JPN", "AUS", "CHN"].flatMap((from) =>
			["USA", "JPN", "AUS", "CHN"]
				.filter((to) => to !== from)
				.map((to) => [cargo, from, to] as const),
		),
	),
	demand: [
		["magnet", "USA", "defence", 100],
		["magnet", "USA", "motors", 150],
		["magnet", "JPN", "motors", 250],
		["magnet", "CHN", "motors", 1000],
	],
};

/** A sketch with some plants replaced or added (null = closed). */
export function withPlants(
	sketch: Sketch,
	plants: Readonly<Record<string, Sketch["plants"][string] | null>>,
): Sketch {
	const merged = { ...sketch.plants, ...plants };
	return {
		...sketch,
		plants: Object.fromEntries(
			Object.entries(merged).filter((e): e is [string, Sketch["plants"][string]] => e[1] !== null),
		),
	};
}
