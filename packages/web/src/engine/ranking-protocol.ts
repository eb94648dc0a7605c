/** What the page may ask a ranking worker. Everything that crosses is plain data. */
import type {
	ChainResultRef,
	DemandScope,
	RankingOptions,
	RankingPlan,
	ResultChoice,
	Scenario,
	TrajectoryResult,
} from "@lodegrid/engine/chain";
import type { Flag } from "./flag.ts";
import type { Tell } from "./protocol.ts";

export interface RankingQuestion {
	readonly scenario: Scenario;
	readonly result: ChainResultRef;
	/** How many numbers to sweep or which, trajectories, levels, seed. */
	readonly options?: RankingOptions;
}

/** One trajectory, with the result as the package stands. */
export interface Walked {
	readonly baseline: number | null;
	readonly result: TrajectoryResult;
}

export interface RankingApi {
	choices(scenario: Scenario, product: string, scope: DemandScope): Promise<ResultChoice[]>;
	plan(question: RankingQuestion, flag: Flag | null, tell: Tell): Promise<RankingPlan>;
	trajectory(plan: RankingPlan, index: number, flag: Flag | null, tell: Tell): Promise<Walked>;
}
