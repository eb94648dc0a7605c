import type { ClaimRole, ClaimRow, Interval, OriginGroup, ParameterRow } from "../types.ts";

/** One independent origin with a number, as a rule sees it. */
export interface Voice {
	readonly group: OriginGroup;
	readonly claim: ClaimRow;
	/** In the unit of the parameter. */
	readonly value: number;
	readonly interval: Interval;
	/** Figures that the outlet of the claim prints for it. */
	readonly readings: number;
	/** Last day of its period; of the edition where the claim names no period. */
	readonly until: string;
	/** When its origin published it; blank where nobody says. */
	readonly edition: string;
	/** Who says so, in words. */
	who(): string;
}

export interface Choice {
	/** Null: the rule gives no number. */
	readonly value: number | null;
	/** Range that the rule itself gives; null = that of the voices that count. */
	readonly support: Interval | null;
	/** Voices that the number rests on. */
	readonly counted: readonly Voice[];
	/** What the others did, by claim. */
	others(): readonly ClaimRole[];
	/** One sentence on how the number was chosen. */
	step(): string;
}

/** How a number is chosen among independent origins. */
export interface ResolutionRule {
	/** Whether only official origins may speak. */
	readonly officialOnly: boolean;
	/** @param voices one for each origin, in an order that does not depend on that of the rows */
	choose(voices: readonly Voice[], parameter: ParameterRow, symbol: string): Choice;
}
