import type { DataPackage } from "../../dataset/index.ts";
import type { Solver } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import { networkOf } from "../network-of.ts";
import { solveNetwork } from "../solve-chain.ts";
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
	/** The closed chain, to explain its shortages with. */
	readonly network: Network;
	readonly solution: ChainSolution;
}

export interface ThroughputOptions {
	/** Solution with everything open, to compare with. */
	readonly now?: ChainSolution;
	/** Blocs whose lines and lanes (by place or by control) are closed; default rival. */
	readonly closed?: readonly Bloc[];
	/** Draw on stocks at hand: then it is what one year can do, not every year. Default false. */
	readonly stocks?: boolean;
	/** Only this product is wanted: the most of it that could be made if it had first call. */
	readonly only?: string;
}

/**
 * The most demand that can be met, tier by tier, when lines and lanes of some blocs are closed: the
 * chain solved again with `closedBlocs` and without their demand; without stocks, so that it is a
 * rate that lasts.
 *
 * @throws Error when the closed chain has no solution (it always has one with shortage allowed)
 */
export function independentThroughput(
	pkg: DataPackage,
	scenario: Scenario,
	solver: Solver,
	{ now, closed = ["rival"], stocks = false, only }: ThroughputOptions = {},
	run: ChainRun = {},
): IndependentThroughput {
	const book = openBook(pkg);
	const network = independentNetwork(pkg, scenario, {
		closed,
		stocks,
		...(only !== undefined && { only }),
	});
	const solution = solveNetwork(network, solver, run);
	if (solution.status !== "optimal")
		throw new Error(`the chain without ${closed.join(", ")}: ${solution.status}`);
	const open = now === undefined ? null : totals(book, now);
	const rows = [...totals(book, solution)]
		.filter(([, sum]) => sum.required > 0)
		.map(([key, sum]) => {
			const before = open?.get(key);
			return {
				...sum,
				served: sum.delivered / sum.required,
				servedNow: before && before.required > 0 ? before.delivered / before.required : null,
			};
		});
	return { closed, rows, network, solution };
}

/** The chain with lines, lanes and demand of the closed blocs taken out. */
export function independentNetwork(
	pkg: DataPackage,
	scenario: Scenario,
	{ closed = ["rival"], stocks = false, only }: Omit<ThroughputOptions, "now"> = {},
): Network {
	const book = openBook(pkg);
	const closedBlocs = [...new Set([...(scenario.closedBlocs ?? []), ...closed])];
	const whole = networkOf(pkg, { ...scenario, closedBlocs });
	return {
		...whole,
		demands: whole.demands.filter(
			(d) =>
				(only === undefined || d.material === only) &&
				!closed.includes(regionBloc(book, scenario, d.region)),
		),
		stores: whole.stores.map((store) => (stocks ? store : { ...store, initial: 0 })),
	};
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
