import type { LpResult, Session, SolveOptions } from "../lp/index.ts";
import type { Layout } from "./constraints/layout.ts";
import type { Network } from "./network.ts";

/** One tier once its shortage is fixed. */
export interface FixedTier {
	readonly shortage: number;
	/** Row duals of the solve that minimised it; null where no solve was needed (it is 0). */
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
}

/** A shortage is held at its least plus this share of it (and at least this many tonnes). */
const WITHIN = 1e-6;

/** How much a tonne of one tier outweighs a tonne of the next in the first, weighted solve. */
const STEP = 8;

/**
 * Minimise the shortage of tier 1, then of tier 2 with tier 1 held, and so on, then the cost.
 *
 * The first solve weighs all tiers together. Leading tiers without shortage in its answer are
 * settled: 0 is a lower bound, so no order of solving could do better for them. From the first
 * tier that is short the tiers are minimised one after the other, each from the basis of the
 * last, and the cost solve starts from there.
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
	const methods: string[] = [];
	const tiers: FixedTier[] = [];
	let seconds = 0;
	const minimise = (objective: Float64Array): LpResult => {
		session.changeCosts(all, objective);
		const result = session.solve(options);
		seconds += result.seconds;
		methods.push(result.method);
		return result;
	};
	const weigh = (weightOf: (tier: number) => number) => {
		const objective = new Float64Array(cost.length);
		for (const [k, tier] of tierOf.entries()) objective[layout.columns.short + k] = weightOf(tier);
		return objective;
	};
	const fix = (tier: number, shortage: number, rowDual: Float64Array | null) => {
		const row = Int32Array.of(layout.rows.tier + tier);
		const most = shortage + WITHIN * Math.max(1, shortage);
		session.changeRowBounds(row, Float64Array.of(-Infinity), Float64Array.of(most));
		tiers.push({ shortage, rowDual });
	};

	let settled = 0;
	if (count > 0) {
		const first = minimise(weigh((tier) => STEP ** (count - 1 - tier)));
		if (first.status !== "optimal") return { result: first, tiers, method: "", seconds };
		const shortages = shortageByTier(first, layout, tierOf, count);
		settled = shortages.findIndex((shortage) => shortage > WITHIN);
		if (settled < 0) settled = count;
		for (let tier = 0; tier < settled; tier++) fix(tier, 0, null);
	}
	for (let tier = settled; tier < count; tier++) {
		const result = minimise(weigh((other) => (other === tier ? 1 : 0)));
		if (result.status !== "optimal") return { result, tiers, method: "", seconds };
		fix(tier, shortageByTier(result, layout, tierOf, count)[tier] as number, result.rowDual);
	}
	const result = minimise(cost);
	return { result, tiers, method: describe(count, settled, methods), seconds };
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

function describe(count: number, settled: number, methods: readonly string[]): string {
	const solves = `${methods.length} solves (${methods.join(", ")})`;
	if (count === 0) return `cost only, ${solves}`;
	if (settled === count) return `tiers settled by one weighted solve (none is short), ${solves}`;
	const before = settled ? `first ${settled} tiers settled by one weighted solve, ` : "";
	return `${before}${count - settled} tiers minimised in order, ${solves}`;
}
