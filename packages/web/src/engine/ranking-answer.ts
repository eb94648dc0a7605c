/** The work of one ranking worker, on a package and a solver of its own. */
import {
	type ChainRun,
	type RankingBase,
	rankingBase,
	rankingPlan,
	resultChoices,
	runTrajectory,
} from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import type { Solver } from "@lodegrid/engine/lp";
import type { Flag } from "./flag.ts";
import type { Tell } from "./protocol.ts";
import type { RankingApi } from "./ranking-protocol.ts";

/** Crossing to the page takes longer than a point: it hears of one in so many. */
const TELL_EVERY = 4;

export function rankingApi(open: () => Promise<readonly [DataPackage, Solver]>): RankingApi {
	let ready: ReturnType<typeof open> | null = null;
	let base: { readonly of: string; readonly found: RankingBase } | null = null;
	const theBench = () => {
		ready ??= open();
		return ready;
	};
	return {
		async choices(scenario, product, scope) {
			const [pkg] = await theBench();
			return resultChoices(pkg, scenario, { product, scope });
		},
		async plan({ scenario, result, options }, flag, tell) {
			const [pkg, solver] = await theBench();
			return rankingPlan(pkg, scenario, result, solver, options, runOf(flag, tell, 50));
		},
		async trajectory(plan, index, flag, tell) {
			const [pkg, solver] = await theBench();
			const of = JSON.stringify([plan.scenario, plan.result]);
			const run = runOf(flag, tell, TELL_EVERY);
			if (base?.of !== of) base = { of, found: rankingBase(pkg, plan, solver, run) };
			const result = runTrajectory(pkg, plan, index, base.found, solver, run);
			return { baseline: base.found.value, result };
		},
	};
}

function runOf(flag: Flag | null, tell: Tell, every: number): ChainRun {
	return {
		onProgress({ task, done, total }) {
			if (done % every === 0 || done === total) tell(task, done, total);
		},
		...(flag && { cancelFlag: flag }),
	};
}
