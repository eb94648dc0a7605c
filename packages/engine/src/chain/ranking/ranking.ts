import { type ElementaryEffects, morrisEffects } from "../../ensemble/index.ts";
import type { CellRef, Factor } from "../../evidence/index.ts";
import type { Scenario } from "../types.ts";
import type { RankingPlan } from "./plan.ts";
import type { ChainResultRef, ResultUnit } from "./result.ts";
import { titleOf } from "./sentence.ts";
import type { TrajectoryResult } from "./trajectory.ts";

/** One parameter and what its uncertainty does to the result, in the unit of the result. */
export interface RankedFactor extends ElementaryEffects {
	readonly id: string;
	readonly title: string;
	readonly kind: Factor["kind"];
	/** Which way the result goes when the parameter rises. */
	readonly direction: "up" | "down" | "either" | "none";
	/** What was swept. */
	readonly range: { readonly low: number; readonly high: number; readonly unit: string };
	readonly cells: readonly CellRef[];
	readonly sourceIds: readonly string[];
	readonly confidence: string;
}

export interface Ranking {
	/** The answer in one sentence. */
	readonly title: string;
	/** The result in words. */
	readonly of: string;
	readonly result: ChainResultRef;
	readonly unit: ResultUnit;
	/** The result of the package as it stands. */
	readonly baseline: number | null;
	/** Smallest and largest value met on the way; null before the first. */
	readonly met: { readonly low: number; readonly high: number } | null;
	/** By μ*, largest first. */
	readonly rows: readonly RankedFactor[];
	readonly leftOut: RankingPlan["leftOut"];
	readonly scenario: Scenario;
	readonly package: RankingPlan["package"];
	readonly seed: number;
	readonly levels: number;
	/** Trajectories planned, and those whose results are in. */
	readonly trajectories: { readonly planned: number; readonly done: number };
	/** Times that the result was worked out, the baseline included. */
	readonly solves: number;
	readonly warnings: readonly string[];
}

/**
 * Rank the swept parameters by μ*. Results may come in any order, and some may still be missing:
 * the ranking is then that of the trajectories at hand.
 */
export function rankingOf(
	plan: RankingPlan,
	baseline: number | null,
	results: readonly TrajectoryResult[],
): Ranking {
	const values: (Float64Array | null)[] = plan.design.trajectories.map(() => null);
	for (const { index, values: found } of results)
		values[index] = Float64Array.from(found, (value) => value ?? Number.NaN);
	const effects = morrisEffects(plan.design, values, { resolution: resolutionOf(plan, baseline) });
	const rows = plan.factors
		.map((factor, i) => row(factor, effects[i] as ElementaryEffects))
		.sort((a, b) => b.muStar - a.muStar || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const all = results.flatMap((result) => result.values.filter((value) => value !== null));
	const solves = results.reduce((sum, result) => sum + result.values.length, 1);
	return {
		title: titleOf(plan, rows),
		of: plan.title,
		result: plan.result,
		unit: plan.unit,
		baseline,
		met: all.length === 0 ? null : { low: Math.min(...all), high: Math.max(...all) },
		rows,
		leftOut: plan.leftOut,
		scenario: plan.scenario,
		package: plan.package,
		seed: plan.design.seed,
		levels: plan.design.levels,
		trajectories: { planned: plan.design.trajectories.length, done: results.length },
		solves,
		warnings: warningsOf(plan, baseline, results),
	};
}

function row(factor: Factor, effects: ElementaryEffects): RankedFactor {
	const { id, title, kind, distribution, unit, cells, sourceIds, confidence } = factor;
	const { mu, muStar } = effects;
	const oneWay = Math.abs(mu) > (1 - 1e-9) * muStar;
	return {
		id,
		title,
		kind,
		...effects,
		direction: muStar === 0 ? "none" : !oneWay ? "either" : mu > 0 ? "up" : "down",
		range: { low: distribution.low, high: distribution.high, unit },
		cells,
		sourceIds,
		confidence,
	};
}

/**
 * Differences that are the solver's rounding: shortages are held to 1e-6 of themselves, so shares
 * and tonnes that come from flows are sure to a hundred-thousandth.
 */
function resolutionOf({ result, unit }: RankingPlan, baseline: number | null): number {
	if (result.kind === "coverage" || result.kind === "weakest") return 1e-9;
	if (unit === "fraction") return 1e-5;
	return (unit === "USD" ? 1e-7 : 1e-5) * Math.max(1, Math.abs(baseline ?? 0));
}

function warningsOf(
	{ design, factors, title }: RankingPlan,
	baseline: number | null,
	results: readonly TrajectoryResult[],
): string[] {
	const troubles = results.flatMap((result) => result.troubles);
	const none = results.flatMap((result) => result.values).filter((value) => value === null).length;
	return [
		...(baseline === null ? [`${title}: nothing is needed, so there is nothing to move`] : []),
		...(none > 0
			? [
					`${none} points have no answer${troubles.length > 0 ? ` (${[...new Set(troubles)].join(", ")})` : ""}: their effects are left out`,
				]
			: []),
		...(factors.length === 0 ? ["no uncertain parameter reaches this result"] : []),
		...(design.trajectories.length < 4
			? ["fewer than four trajectories: the order below the first few is chance"]
			: []),
	];
}
