/** One of several workers that share the trajectories of a ranking. */
import { openSolver } from "@lodegrid/engine/lp";
import { expose } from "comlink";
import highsUrl from "highs/runtime?url";
import { fetchPackage } from "./package.ts";
import { rankingApi } from "./ranking-answer.ts";

expose(
	rankingApi(async () => {
		const solver = openSolver({ locateFile: () => highsUrl });
		return [(await fetchPackage()).pkg, await solver] as const;
	}),
);
