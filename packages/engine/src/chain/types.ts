/**
 * The values that go into and come out of the chain model. Quantities are t of
 * the material as named, money USD, time years unless the name says otherwise.
 */

import type { AbortLike, Progress } from "../lp/index.ts";

export type Bloc = "home" | "allied" | "neutral" | "rival";
export type DefenceCase = "low" | "middle" | "high";

/** Something taken out for a while: the matching units or lanes run at `remaining` of their limit. */
export interface Outage {
	readonly kind: "facility" | "operator" | "region" | "controller" | "lane";
	/** Id; for a lane `cargo:from>to`. */
	readonly id: string;
	readonly remaining: number;
	/** Period indices, inclusive; absent = all periods. */
	readonly from?: number;
	readonly to?: number;
}

/** What is asked of the chain: a data package plus these choices. Plain data, comparable, serialisable. */
export interface Scenario {
	readonly homeRegion: string;
	/** Bloc by region id where it differs from the package. */
	readonly blocs?: Readonly<Record<string, Exclude<Bloc, "home">>>;
	/** First day of the horizon, YYYY-MM-DD. */
	readonly start: string;
	/** Length of each period, years: [1] for a single year, Array(24).fill(1/12) for 24 months. */
	readonly periods: readonly number[];
	/** A year, real: money of a period counts by its middle, closing stocks by the end; default 0. */
	readonly discountRate?: number;
	readonly defenceCase: DefenceCase;
	/** Provenance rule to apply whatever its dates, or "dated" for those in force, or null for none. */
	readonly provenanceRule: string | "dated" | null;
	/** "dated" = measures in force at each period; null = none; else only these measure ids, dated. */
	readonly measures: "dated" | null | readonly string[];
	/** Regions (by control or place) whose lines and lanes are closed: used for independent throughput. */
	readonly closedBlocs?: readonly Bloc[];
	readonly outages?: readonly Outage[];
	/** Multiply demand: the first match wins. Blank field = any. */
	readonly demandChanges?: readonly {
		readonly material?: string;
		readonly region?: string;
		readonly sector?: string;
		readonly factor: number;
	}[];
}

export interface LineFlow {
	readonly line: string;
	readonly facility: string;
	readonly process: string;
	readonly stage: string;
	readonly region: string;
	readonly period: number;
	/** Under a provenance rule: made compliant. */
	readonly compliant: boolean;
	/** t of reference flow. */
	readonly activity: number;
}

export interface Shipment {
	readonly material: string;
	readonly from: string;
	readonly to: string;
	readonly period: number;
	readonly compliant: boolean;
	readonly quantity: number;
}

export interface Delivery {
	readonly demand: string;
	readonly material: string;
	readonly region: string;
	readonly sector: string;
	readonly tier: number;
	/** A provenance rule binds it: compliant material only. */
	readonly bound: boolean;
	readonly period: number;
	readonly required: number;
	readonly delivered: number;
	readonly shortage: number;
}

export interface UnitUse {
	readonly unit: string;
	readonly facility: string;
	readonly region: string;
	readonly stage: string;
	readonly period: number;
	readonly capacity: number;
	readonly used: number;
	/**
	 * Capacity rent: fall of total cost, shortage at its penalty included, per extra t/yr of
	 * capacity held in the period, USD of the period (not discounted); 0 when slack.
	 */
	readonly rent: number;
	/** Fall of shortage, t in the period, per extra t/yr: all tiers together. */
	readonly shortageRent: number;
	/** The same tier by tier, in the order of `ChainSolution.tiers`; below 0 where a tier pays for an earlier one. */
	readonly shortageRentByTier: readonly number[];
}

export interface Balance {
	readonly material: string;
	readonly region: string;
	readonly period: number;
	readonly compliant: boolean;
	readonly stock: number;
	readonly surplus: number;
	/** Rise of total cost, shortage at its penalty included, per extra t wanted here, USD/t of the period. */
	readonly scarcityPrice: number;
	/** Rise of shortage, t, per extra t wanted here: all tiers together. */
	readonly shortagePrice: number;
	/** The same tier by tier, in the order of `ChainSolution.tiers`. */
	readonly shortagePriceByTier: readonly number[];
}

/** A limit over lanes: a physical or contract capacity, or the cap of a measure. */
export interface LimitUse {
	readonly limit: string;
	readonly measure: string | null;
	readonly period: number;
	readonly capacity: number;
	readonly used: number;
	/** As for units: USD of the period, and t of shortage, per extra t/yr. */
	readonly rent: number;
	readonly shortageRent: number;
}

/** One priority tier over the whole horizon. */
export interface TierResult {
	readonly tier: number;
	readonly required: number;
	readonly shortage: number;
	/**
	 * Fall of total cost (discounted) per tonne of this tier's shortage allowed on top, USD/t: what
	 * its priority costs beyond the penalties; 0 where the penalties alone keep the order.
	 */
	readonly price: number;
}

/** USD, each kind discounted to the start of the horizon at the scenario's rate (default 0). */
export interface CostSplit {
	readonly variable: number;
	readonly freight: number;
	readonly tariff: number;
	readonly holding: number;
	readonly disposal: number;
	/** Stock that ended below where it began, at replacement value. */
	readonly stockDrawn: number;
	/** Shortage at the sectors' penalties, and committed output not made. */
	readonly penalty: number;
	readonly total: number;
}

/** Options of one run. */
export interface ChainRun {
	/** false: every demand has to be met, and a model that cannot is explained. */
	readonly allowShortage?: boolean;
	readonly timeLimitSeconds?: number;
	/**
	 * Goods under way when the horizon begins: "steady" (default) = what the first period alone
	 * would keep on the way, without its lead times; "empty" = nothing.
	 */
	readonly pipeline?: "steady" | "empty";
	/** Default "simplex": measured faster at every size; "auto" is the rule of the lp folder. */
	readonly method?: "auto" | "simplex" | "ipm";
	readonly signal?: AbortLike;
	/** Set by another thread to stop a solve: see `SolveOptions` of the lp folder. */
	readonly cancelFlag?: Int32Array;
	readonly onProgress?: (progress: Progress) => void;
	/** Milliseconds from any origin, for the split of time; absent = times are 0. */
	readonly clock?: () => number;
}

/** What was decided, what it costs, and what it would be worth to change. */
export interface ChainSolution {
	readonly package: { readonly name: string; readonly version: string; readonly hash: string };
	readonly scenario: Scenario;
	readonly provenanceRule: string | null;
	/** Label of each period. */
	readonly periods: readonly string[];
	/** `optimal`, or why not; the lists are empty then. */
	readonly status: string;
	/** How the tiers were kept in order, and which solver methods ran. */
	readonly method: string;
	readonly gap: number;
	/** |primal − dual objective| / max(1, |primal|) of the last solve. */
	readonly dualityGap: number;
	readonly coefficientRange: readonly [number, number];
	readonly size: ChainSize;
	readonly seconds: { readonly build: number; readonly solve: number; readonly extract: number };
	readonly warnings: readonly string[];
	/** Why there is no solution, in words; empty when there is one. */
	readonly explanation: readonly string[];
	readonly cost: CostSplit;
	readonly tiers: readonly TierResult[];
	readonly lines: readonly LineFlow[];
	readonly shipments: readonly Shipment[];
	readonly deliveries: readonly Delivery[];
	readonly units: readonly UnitUse[];
	readonly limits: readonly LimitUse[];
	readonly balances: readonly Balance[];
}

/** Size of the model, known before it is solved. */
export interface ChainSize {
	readonly rows: number;
	readonly columns: number;
	readonly nonzeros: number;
	/** Rows by family, columns by kind. */
	readonly rowsByFamily: Readonly<Record<string, number>>;
	readonly columnsByKind: Readonly<Record<string, number>>;
}
