/** What the pool of a ranking and its workers tell each other. */
import type {
	ChainResultRef,
	RankingOptions,
	RankingPlan,
	Scenario,
	TrajectoryResult,
} from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";

export interface Question {
	readonly scenario: Scenario;
	readonly result: ChainResultRef;
	readonly options: RankingOptions;
}

/** What a worker is started with. */
export interface Start {
	readonly pkg: DataPackage;
	/** Shared: [0] stops all work when not 0; [1] and [2] are parameters looked at, and how many. */
	readonly shared: Int32Array;
}

export const STOP = 0;
export const CHOSEN = 1;
export const TO_CHOOSE = 2;
/** Points of trajectories worked out, by all workers together. */
export const POINTS = 3;

/** One trajectory to run. */
export interface TrajectoryTask {
	readonly plan: RankingPlan;
	readonly index: number;
}

export interface TrajectoryEnd {
	/** The result as the package stands. */
	readonly base: number | null;
	readonly result: TrajectoryResult;
}
