/**
 * Which evidence matters: elementary effects of uncertain parameters on a named result of the
 * chain, ranked. A plan is plain data; trajectories run anywhere, in any order; what is at hand can
 * be ranked at any time.
 */

export { type ResultChoice, resultChoices } from "./choices.ts";
export { chainResult } from "./evaluate.ts";
export { type RankingOptions, type RankingPlan, rankingPlan } from "./plan.ts";
export { type RankedFactor, type Ranking, rankingOf } from "./ranking.ts";
export { type ChainResultRef, type ResultUnit, resultId, resultTitle } from "./result.ts";
export { amount as effectInWords } from "./sentence.ts";
export {
	type RankingBase,
	rankingBase,
	runTrajectory,
	type TrajectoryResult,
} from "./trajectory.ts";
