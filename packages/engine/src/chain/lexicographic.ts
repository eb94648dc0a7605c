import type { Basis, LpResult, Session, SolveOptions } from "../lp/index.ts";
import type { Layout } from "./constraints/layout.ts";
import type { Network } from "./network.ts";

/** One tier once its shortage is fixed. */
export interface FixedTier {
	readonly shortage: number;
	/** Row duals of the solve that minimised it; null where the shortage is 0. */
	readonly rowDual: Float64Array | null;
}

export interface Ordered {
	/** The cost solve, or the solve that did not end optimal. */
	readonly result: LpResult;
	readonly tiers: readonly FixedTier[];
	/** How the order was kept, in words. */
	readonly method: string;
	/** Solver's own time of all solves, seconds. */
	readonly seconds: number;
	/** Basis of the first solve: where a model of the same shape with other numbers starts best. */
	readonly start: Basis | null;
}

/** A shortage is held at its least plus this share of it (and at least this many tonnes). */
const WITHIN = 1e-6;

/** In the first solve a tonne of the last tier outweighs the dearest unit cost this many times. */
const OUTWEIGH = 1000;

/** How much the first tier outweighs the last in the first solve. */
const SPREAD = 64;

/** Largest coefficient of the first objective: its unit is chosen so, as tolerances are absolute. */
const LARGEST = 1e6;

/**
 * Minimise the shortage of tier 1, then of tier 2 with tier 1 held, and so on, then the cost.
 *
 * The first solve puts everything into one objective, cost plus heavily weighted shortage. It
 * proves nothing by itself, but its basis is where the real steps start:
 * leading tiers without shortage are settled, for 0 is a lower bound; from the first tier that is
 * short each is minimised alone with the earlier ones held, and the solver either finds the basis
 * optimal for that objective as it stands (no iteration: the weights kept the order) or
 * goes on from it. Then the cost is minimised with all tiers held. So the order is exact
 * whatever the weights; good weights only save iterations.
 */
export function solveInOrder(
	session: Session,
	network: Network,
	layout: Layout,
	allowShortage: boolean,
	options: SolveOptions,
): Ordered {
	const cost = session.model.cost.slice();
	const tierOf = tierOfShortColumns(network, layout);
	const count = allowShortage ? network.tiers.length : 0;
	const all = Int32Array.from(cost, (_, j) => j);
	const solves: LpResult[] = [];
	const tiers: FixedTier[] = [];
	let start: Basis | null = null;
	const minimise = (objective: Float64Array): LpResult => {
		session.changeCosts(all, objective);
		const result = session.solve(options);
		if (solves.length === 0) start = session.getBasis();
		solves.push(result);
		return result;
	};
	const ended = (result: LpResult): Ordered => ({
		result,
		tiers,
		method: describe(count, solves),
		seconds: solves.reduce((sum, { seconds }) => sum + seconds, 0),
		start,
	});
	const fix = (tier: number, shortage: number, rowDual: Float64Array | null) => {
		const row = Int32Array.of(layout.rows.tier + tier);
		const most = shortage + WITHIN * Math.max(1, shortage);
		session.changeRowBounds(row, Float64Array.of(-Infinity), Float64Array.of(most));
		tiers.push({ shortage, rowDual });
	};

	if (count > 0) {
		const first = minimise(weightedCost(cost, layout, tierOf, count));
		if (first.status !== "optimal") return ended(first);
		const shortages = shortageByTier(first, layout, tierOf, count);
		while (tiers.length < count && (shortages[tiers.length] as number) <= WITHIN)
			fix(tiers.length, 0, null);
	}
	while (tiers.length < count) {
		const tier = tiers.length;
		const result = minimise(shortageAlone(cost.length, layout, tierOf, tier));
		if (result.status !== "optimal") return ended(result);
		const shortage = shortageByTier(result, layout, tierOf, count)[tier] as number;
		fix(tier, shortage, shortage > WITHIN ? result.rowDual : null);
	}
	return ended(minimise(cost));
}

function weightedCost(
	cost: Float64Array,
	layout: Layout,
	tierOf: Int32Array,
	count: number,
): Float64Array {
	const dearest = cost.reduce((largest, value) => Math.max(largest, value), 1);
	const unit = (OUTWEIGH * dearest * SPREAD) / LARGEST;
	const weighted = cost.map((value) => value / unit);
	for (const [k, tier] of tierOf.entries()) {
		const rank = count === 1 ? 0 : (count - 1 - tier) / (count - 1);
		const at = layout.columns.short + k;
		weighted[at] = ((cost[at] as number) + OUTWEIGH * dearest * SPREAD ** rank) / unit;
	}
	return weighted;
}

function shortageAlone(
	length: number,
	layout: Layout,
	tierOf: Int32Array,
	wanted: number,
): Float64Array {
	const objective = new Float64Array(length);
	for (const [k, tier] of tierOf.entries())
		if (tier === wanted) objective[layout.columns.short + k] = 1;
	return objective;
}

function tierOfShortColumns(network: Network, layout: Layout): Int32Array {
	const tierOf = new Int32Array(network.demands.length * layout.periods);
	for (const [d, demand] of network.demands.entries())
		tierOf.fill(network.tiers.indexOf(demand.tier), d * layout.periods, (d + 1) * layout.periods);
	return tierOf;
}

function shortageByTier(
	result: LpResult,
	layout: Layout,
	tierOf: Int32Array,
	count: number,
): number[] {
	const shortages = new Array<number>(count).fill(0);
	for (const [k, tier] of tierOf.entries()) {
		const value = result.colValue[layout.columns.short + k] as number;
		shortages[tier] = (shortages[tier] as number) + Math.max(0, value);
	}
	return shortages;
}

function describe(count: number, solves: readonly LpResult[]): string {
	const ran = solves.map(({ method, iterations }) => `${method} ${iterations}`).join(", ");
	const solved = `${solves.length} solves (iterations: ${ran})`;
	const last = solves.at(-1)?.status;
	if (last !== "optimal") return `stopped, ${last}, ${solved}`;
	if (count === 0) return `cost alone, ${solved}`;
	const minimised = solves.length - 2;
	if (minimised <= 0) return `no tier is short in the weighted solve, then cost, ${solved}`;
	return `weighted solve, then ${minimised} of ${count} tiers alone in order, then cost, ${solved}`;
}
