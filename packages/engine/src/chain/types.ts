/**
 * The values that go into and come out of the chain model. Quantities are t of
 * the material as named, money USD, time years unless the name says otherwise.
 */

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
	/** Fall of the objective per extra t/yr of capacity, USD; 0 when slack. */
	readonly rent: number;
}

export interface Balance {
	readonly material: string;
	readonly region: string;
	readonly period: number;
	readonly compliant: boolean;
	readonly stock: number;
	readonly surplus: number;
	/** Rise of the objective per extra t wanted here, USD/t. */
	readonly scarcityPrice: number;
}
