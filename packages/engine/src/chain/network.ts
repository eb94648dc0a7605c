/**
 * The network: what a data package and a scenario come to, before any mathematics.
 * Plain data and typed arrays, indexed by position; every list is sorted by id, so the
 * order of rows in the tables never matters. Tables by period are flat, `i * periods + t`.
 *
 * Quantities are t of the material as named, per period (a rate of the tables times the
 * length of the period); money USD per t; time in periods where the name says nothing else.
 */
import type { Scenario } from "./types.ts";

export interface Period {
	readonly index: number;
	/** `2025`, `2025-03` or a date: how the period is called in names and answers. */
	readonly label: string;
	/** First day, and first day of the next period, YYYY-MM-DD. */
	readonly start: string;
	readonly end: string;
	/** Length in years. */
	readonly years: number;
}

/** What 1 USD is worth at the start of the horizon: spent in a period, by period, and at the end. */
export interface Discount {
	readonly middle: Float64Array;
	readonly end: number;
}

export interface NetworkMaterial {
	readonly id: string;
	readonly stage: string;
	readonly basis: string;
	readonly freightClass: string;
	/** USD/t of surplus; null = surplus not allowed. */
	readonly disposalCost: number | null;
	/** What a tonne missing from an initial stock at the end is charged, USD/t. */
	readonly replacementValue: number;
}

/** A material in a region; under a provenance rule once as `any` and once as `compliant`. */
export interface Node {
	readonly material: number;
	readonly region: number;
	readonly compliant: boolean;
}

/** Equipment that one or more lines share. Its limits by period are in `unitCapacity`. */
export interface Unit {
	readonly id: string;
	readonly facility: string;
	readonly operator: string;
	/** Country that controls the plant. */
	readonly controller: string;
	readonly region: string;
	/** Stage of its first line. */
	readonly stage: string;
	/** Lines (positions in `lines`) that share it, every provenance variant included. */
	readonly lines: readonly number[];
	/** True where no line of the unit needs an input. */
	readonly source: boolean;
}

/** t of the material at `node` per t of activity. */
export interface Flow {
	readonly node: number;
	readonly coefficient: number;
}

export interface Line {
	readonly id: string;
	readonly unit: number;
	readonly facility: string;
	readonly process: string;
	readonly stage: string;
	readonly region: string;
	/** This variant makes compliant output from compliant input. */
	readonly compliant: boolean;
	/** USD per t of activity. */
	readonly cost: number;
	readonly inputs: readonly Flow[];
	readonly outputs: readonly Flow[];
	/** Deterministic number in [0, 1) from the id: breaks ties. */
	readonly tie: number;
}

/** Lanes of single materials, one array per property: there are many. */
export interface Lanes {
	readonly count: number;
	/** Node that the lane leaves and node that it reaches. */
	readonly from: Int32Array;
	readonly to: Int32Array;
	/** Row of the table `lanes` that it was expanded from, in the package's sorted order. */
	readonly row: Int32Array;
	/** USD/t, without tariffs. */
	readonly freight: Float64Array;
	readonly loss: Float64Array;
	/** count × periods: USD/t, the lane's own and those of measures in force. */
	readonly tariff: Float64Array;
	/** count × periods: whole periods between leaving and arriving. */
	readonly delay: Int32Array;
	/** count × periods: 1 = open, 0 = closed, between = an outage; applies to limits and caps. */
	readonly open: Float64Array;
	readonly tie: Float64Array;
}

/** A limit over several lanes together: a row's own capacity, or a cap of a measure. */
export interface LaneLimit {
	/** `capacity:oxide:CHN>JPN` or `measure:cn_licence_2025:oxide:CHN>*`. */
	readonly id: string;
	readonly measure: string | null;
	readonly lanes: Int32Array;
	/** t per period; Infinity where it does not bind. */
	readonly limit: Float64Array;
}

export interface Demand {
	/** `material:region:sector`, with `:compliant` where a provenance rule binds it. */
	readonly id: string;
	readonly node: number;
	readonly material: string;
	readonly region: string;
	readonly sector: string;
	readonly tier: number;
	/** USD per t not delivered; splits a shortage within a tier. */
	readonly penalty: number;
	/** A provenance rule binds it: it takes compliant material only. */
	readonly bound: boolean;
	/** t per period. */
	readonly quantity: Float64Array;
}

/** A place where a material can be held: the storage is shared by its nodes. */
export interface Store {
	readonly id: string;
	readonly material: string;
	readonly region: string;
	/** First the `any` node, where the initial stock lies, then the compliant one if there is one. */
	readonly nodes: readonly number[];
	readonly initial: number;
	/** t, by period. */
	readonly storage: Float64Array;
	/** USD per t held for the whole period, by period. */
	readonly holdingCost: Float64Array;
}

/** Goods under way when the horizon begins: they can arrive on `lane` in `period`, at most `quantity`. */
export interface Pipeline {
	readonly lane: Int32Array;
	readonly period: Int32Array;
	/** t before losses. */
	readonly quantity: Float64Array;
}

/** Compliant material used as any: free, never the reverse. */
export interface Conversion {
	readonly from: number;
	readonly to: number;
}

export interface Network {
	readonly package: { readonly name: string; readonly version: string; readonly hash: string };
	readonly scenario: Scenario;
	/** Provenance rule that the network carries, or null. */
	readonly provenanceRule: string | null;
	readonly periods: readonly Period[];
	readonly discount: Discount;
	readonly regions: readonly string[];
	readonly materials: readonly NetworkMaterial[];
	readonly nodes: readonly Node[];
	/** Node by `(compliant ? M·R : 0) + material · R + region`; -1 = none. */
	readonly nodeOf: Int32Array;
	readonly units: readonly Unit[];
	/** units × periods: most activity, t. */
	readonly unitCapacity: Float64Array;
	/** units × periods: least activity, t. */
	readonly unitCommitted: Float64Array;
	readonly lines: readonly Line[];
	readonly lanes: Lanes;
	readonly laneLimits: readonly LaneLimit[];
	readonly demands: readonly Demand[];
	readonly stores: readonly Store[];
	readonly conversions: readonly Conversion[];
	readonly pipeline: Pipeline;
	/** Distinct tiers, ascending. */
	readonly tiers: readonly number[];
	/** What the tables do not say and the network had to leave out, in words. */
	readonly gaps: readonly string[];
}

/** Node of a material in a region, or -1. */
export function nodeAt(
	network: Network,
	material: number,
	region: number,
	compliant = false,
): number {
	const width = network.regions.length;
	const layer = compliant ? network.materials.length * width : 0;
	return network.nodeOf[layer + material * width + region] ?? -1;
}

/** `ndpr_oxide,JPN` or `ndpr_oxide,JPN,compliant`. */
export function nodeName(network: Network, node: number): string {
	const { material, region, compliant } = network.nodes[node] as Node;
	const name = `${network.materials[material]?.id},${network.regions[region]}`;
	return compliant ? `${name},compliant` : name;
}

/** `ndpr_oxide,MYS>JPN` or `ndpr_oxide,MYS>JPN,compliant`. */
export function laneName(network: Network, lane: number): string {
	const from = network.nodes[network.lanes.from[lane] as number] as Node;
	const to = network.nodes[network.lanes.to[lane] as number] as Node;
	const route = `${network.regions[from.region]}>${network.regions[to.region]}`;
	const name = `${network.materials[from.material]?.id},${route}`;
	return from.compliant ? `${name},compliant` : name;
}
