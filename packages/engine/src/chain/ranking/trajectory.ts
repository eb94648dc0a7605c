import type { DataPackage } from "../../dataset/index.ts";
import { trajectoryPoints } from "../../ensemble/index.ts";
import type { Basis, Solver } from "../../lp/index.ts";
import type { ChainRun } from "../types.ts";
import { evaluatorOf } from "./evaluate.ts";
import type { RankingPlan } from "./plan.ts";
import { quantile } from "./quantile.ts";
import { moverOf } from "./variant.ts";

/** The result as the package stands, and where trajectories start from. */
export interface RankingBase {
	readonly value: number | null;
	readonly start: Basis | null;
}

/** Results along one trajectory; null where the chain has no answer. */
export interface TrajectoryResult {
	readonly index: number;
	readonly values: readonly (number | null)[];
	/** Points without an answer, by the solver's status. */
	readonly troubles: readonly string[];
}

/** The result of the package as it stands. Each worker works it out once: it is the same in all. */
export function rankingBase(
	pkg: DataPackage,
	plan: RankingPlan,
	solver: Solver,
	run: ChainRun = {},
): RankingBase {
	const { base, evaluate } = evaluatorOf(pkg, plan.scenario, plan.result, solver, run);
	const { value, start } = evaluate(base, null);
	return { value, start };
}

/**
 * Work out the result at every point of one trajectory. It rests on package, plan and index alone:
 * the first point starts from the basis of the package as it stands, every other from the point
 * before it, so the answer is the same whichever worker gives it and whatever ran there before.
 *
 * @throws DOMException `AbortError` when cancelled
 * @throws RangeError when the plan has no such trajectory, or was made for another package
 */
export function runTrajectory(
	pkg: DataPackage,
	plan: RankingPlan,
	index: number,
	base: RankingBase,
	solver: Solver,
	run: ChainRun = {},
): TrajectoryResult {
	const trajectory = plan.design.trajectories[index];
	if (trajectory === undefined) throw new RangeError(`the plan has no trajectory ${index}`);
	if (pkg.hash !== plan.package.hash)
		throw new RangeError(`the plan is for package ${plan.package.hash}, found ${pkg.hash}`);
	const evaluator = evaluatorOf(pkg, plan.scenario, plan.result, solver, run);
	const move = moverOf(evaluator.base, plan.factors);
	const points = trajectoryPoints(trajectory);
	const values: (number | null)[] = [];
	const troubles: string[] = [];
	let start = base.start;
	for (const [done, point] of points.entries()) {
		run.onProgress?.({ task: `trajectory ${index + 1}`, done, total: points.length });
		const at = evaluator.evaluate(move(valuesAt(plan, point)), start);
		values.push(at.value);
		if (at.trouble !== null) troubles.push(at.trouble);
		start = at.start ?? base.start;
	}
	run.onProgress?.({ task: `trajectory ${index + 1}`, done: points.length, total: points.length });
	return { index, values, troubles };
}

/** Every swept parameter at its place in the unit cube. */
function valuesAt({ factors }: RankingPlan, point: readonly number[]): ReadonlyMap<number, number> {
	return new Map(
		factors.map(({ distribution }, i) => [i, quantile(distribution, point[i] as number)] as const),
	);
}
