import type { DataPackage } from "../../dataset/index.ts";
import type { Solver } from "../../lp/index.ts";
import { solveChain } from "../solve-chain.ts";
import type { Bloc, ChainRun, ChainSolution, Scenario } from "../types.ts";
import { regionBloc } from "./blocs.ts";
import { type Book, openBook } from "./book.ts";

/** Demand of one product and tier that is met without the closed blocs, t over the horizon. */
export interface Throughput {
	readonly product: string;
	readonly tier: number;
	readonly bloc: Bloc;
	readonly required: number;
	readonly delivered: number;
	/** delivered / required. */
	readonly served: number;
	/** The same with everything open; null when that was not given. */
	readonly servedNow: number | null;
}

export interface IndependentThroughput {
	readonly closed: readonly Bloc[];
	/** By product, tier and bloc of the user; the closed blocs' own demand is left out. */
	readonly rows: readonly Throughput[];
	readonly solution: ChainSolution;
}

/**
 * The most demand that can be met, tier by tier, when lines and lanes of some blocs (by place or by
 * control) are closed: the chain solved again with `closedBlocs`. Stocks at hand may be used; see
 * `cost.stockDrawn` of the solution.
 *
 * @param now solution with everything open, to compare with
 * @throws Error when the closed chain has no solution (it always has one with shortage allowed)
 */
export function independentThroughput(
	pkg: DataPackage,
	scenario: Scenario,
	solver: Solver,
	now: ChainSolution | null = null,
	closed: readonly Bloc[] = ["rival"],
	run: ChainRun = {},
): IndependentThroughput {
	const book = openBook(pkg);
	const solution = solveChain(
		pkg,
		{ ...scenario, closedBlocs: [...new Set([...(scenario.closedBlocs ?? []), ...closed])] },
		solver,
		run,
	);
	if (solution.status !== "optimal")
		throw new Error(`the chain without ${closed.join(", ")}: ${solution.status}`);
	const open = now === null ? null : totals(book, now);
	const rows = [...totals(book, solution)]
		.filter(([, sum]) => !closed.includes(sum.bloc) && sum.required > 0)
		.map(([key, sum]) => {
			const before = open?.get(key);
			return {
				...sum,
				served: sum.delivered / sum.required,
				servedNow: before && before.required > 0 ? before.delivered / before.required : null,
			};
		});
	return { closed, rows, solution };
}

interface Total {
	readonly product: string;
	readonly tier: number;
	readonly bloc: Bloc;
	required: number;
	delivered: number;
}

function totals(book: Book, solution: ChainSolution): Map<string, Total> {
	const sums = new Map<string, Total>();
	for (const d of solution.deliveries) {
		const bloc = regionBloc(book, solution.scenario, d.region);
		const key = `${d.material}|${d.tier}|${bloc}`;
		const sum = sums.get(key) ?? {
			product: d.material,
			tier: d.tier,
			bloc,
			required: 0,
			delivered: 0,
		};
		sum.required += d.required;
		sum.delivered += d.delivered;
		sums.set(key, sum);
	}
	return sums;
}
