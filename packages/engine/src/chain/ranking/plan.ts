import type { DataPackage } from "../../dataset/index.ts";
import { type MorrisDesign, morrisDesign } from "../../ensemble/index.ts";
import { type Factor, uncertainFactors } from "../../evidence/index.ts";
import type { Solver } from "../../lp/index.ts";
import { openBook } from "../diagnosis/book.ts";
import { networkOf } from "../network-of.ts";
import type { ChainRun, Scenario } from "../types.ts";
import { pullsOf } from "./pull.ts";
import { type ChainResultRef, type ResultUnit, resultTitle, unitOf } from "./result.ts";
import { touchTest } from "./touches.ts";

export interface RankingOptions {
	/** How many parameters to sweep at most, those with the strongest pull, or which; default 60. */
	readonly parameters?: number | readonly string[];
	/** Default 6. */
	readonly trajectories?: number;
	/** Even; default 4. */
	readonly levels?: number;
	/** Default 1. */
	readonly seed?: number;
}

/** What is going to be swept, and how. Plain data: every worker gets the same. */
export interface RankingPlan {
	readonly package: { readonly name: string; readonly version: string; readonly hash: string };
	readonly scenario: Scenario;
	readonly result: ChainResultRef;
	readonly title: string;
	readonly unit: ResultUnit;
	/** By strength of pull. */
	readonly factors: readonly Factor[];
	/** Uncertain numbers that are not swept, counted by reason. */
	readonly leftOut: readonly { readonly count: number; readonly why: string }[];
	readonly design: MorrisDesign;
}

/**
 * Choose the uncertain parameters that can move a result, and the points to try: elementary
 * effects of Morris (see `morrisDesign`) in the space of each parameter's distribution.
 *
 * @throws RangeError when the scenario, the result or a parameter named is not in the package, or
 * the counts are out of range
 * @throws DOMException `AbortError` when cancelled
 */
export function rankingPlan(
	pkg: DataPackage,
	scenario: Scenario,
	result: ChainResultRef,
	solver: Solver,
	options: RankingOptions = {},
	run: ChainRun = {},
): RankingPlan {
	const { parameters = 60, trajectories = 6, levels = 4, seed = 1 } = options;
	checkResult(pkg, result);
	const { factors, leftOut } = choose(pkg, scenario, result, parameters, solver, run);
	return {
		package: { name: pkg.name, version: pkg.version, hash: pkg.hash },
		scenario,
		result,
		title: resultTitle(openBook(pkg), result),
		unit: unitOf(result),
		factors,
		leftOut,
		design: morrisDesign({ factors: factors.length, trajectories, levels, seed }),
	};
}

type Choice = Pick<RankingPlan, "factors" | "leftOut">;

function choose(
	pkg: DataPackage,
	scenario: Scenario,
	result: ChainResultRef,
	wanted: number | readonly string[],
	solver: Solver,
	run: ChainRun,
): Choice {
	const all = uncertainFactors(pkg);
	const touches = touchTest(pkg, scenario, networkOf(pkg, scenario), result);
	const near = all.filter((factor) => factor.cells.some(touches));
	const far = all.length - near.length;
	const leftOut = (rest: number, why: string): Choice["leftOut"] =>
		[
			{ count: far, why: "are in nothing that this result is worked out from" },
			{ count: rest, why },
		].filter(({ count }) => count > 0);
	if (typeof wanted !== "number") {
		const factors = named(all, wanted);
		return {
			factors,
			leftOut: leftOut(Math.max(0, near.length - factors.length), "were not asked for"),
		};
	}
	if (!(Number.isSafeInteger(wanted) && wanted >= 1))
		throw new RangeError(`parameters must be a whole number from 1, found ${wanted}`);
	const pulls = pullsOf(pkg, scenario, result, near, solver, run);
	const factors = near
		.map((factor, k) => ({ factor, pull: pulls[k] as number }))
		.sort((a, b) => b.pull - a.pull || (a.factor.id < b.factor.id ? -1 : 1))
		.slice(0, wanted)
		.map(({ factor }) => factor);
	return {
		factors,
		leftOut: leftOut(near.length - factors.length, "pull less than those swept"),
	};
}

function named(all: readonly Factor[], ids: readonly string[]): Factor[] {
	const known = new Map(all.map((factor) => [factor.id, factor]));
	return [...new Set(ids)].map((id) => {
		const factor = known.get(id);
		if (factor === undefined) throw new RangeError(`no uncertain parameter ${id}`);
		return factor;
	});
}

function checkResult(pkg: DataPackage, ref: ChainResultRef): void {
	const known = (what: string, id: string, rows: readonly { readonly id: string }[]) => {
		if (!rows.some((row) => row.id === id))
			throw new RangeError(`the package has no ${what} ${id}`);
	};
	const { materials, sectors } = pkg.tables;
	if ("product" in ref) known("material", ref.product, materials);
	if ("material" in ref && ref.material !== null) known("material", ref.material, materials);
	if (ref.kind === "shortage" && ref.sector !== null) known("sector", ref.sector, sectors);
}
