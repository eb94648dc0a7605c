import { type Network, nodeAt, nodeName } from "../network.ts";
import type { ChainSolution } from "../types.ts";
import type { Book } from "./book.ts";
import { openLanes } from "./scarcity.ts";

/** What a tonne more or less of a material in a region changes. */
export interface Price {
	/** By tier, t of shortage per t held over the horizon. */
	readonly shortage: readonly number[];
	/** USD/t. */
	readonly cost: number;
}

export interface Offers {
	/** What one more tonne there is worth. Null where the network does not know the place. */
	worth(material: string, region: string): Price | null;
	/** What it takes to have one more tonne there; null where it cannot be had. */
	price(material: string, region: string): Price | null;
}

/**
 * Scarcity prices that mean something. At a place through which nothing flows a dual is only a
 * bound: one more tonne there is worth what the best open lane takes it to, and taking one costs
 * what the cheapest open lane can bring it from.
 */
export function offersOf(solution: ChainSolution, network: Network, book: Book): Offers {
	const prices = pricesByNode(solution, network);
	const { supplied, used } = livePlaces(solution, network, book);
	const lanes = openLanes(network);
	const nodeOf = (material: string, region: string): number =>
		nodeAt(
			network,
			network.materials.findIndex((m) => m.id === material),
			network.regions.indexOf(region),
		);
	const among = (nodes: readonly number[] | undefined, live: ReadonlySet<number>): Price[] =>
		(nodes ?? []).filter((n) => live.has(n)).flatMap((n) => prices.get(n) ?? []);
	return {
		worth(material, region) {
			const node = nodeOf(material, region);
			const own = prices.get(node);
			if (own === undefined) return null;
			if (used.has(node)) return own;
			const nothing = { shortage: own.shortage.map(() => 0), cost: 0 };
			return among(lanes.outOf.get(node), used).reduce(
				(a: Price, b) => (total(b) > total(a) ? b : a),
				nothing,
			);
		},
		price(material, region) {
			const node = nodeOf(material, region);
			const own = prices.get(node);
			if (own === undefined || supplied.has(node)) return own ?? null;
			const offers = among(lanes.into.get(node), supplied);
			return offers.length === 0 ? null : offers.reduce((a, b) => (total(b) < total(a) ? b : a));
		},
	};
}

function total(price: Price): number {
	return price.shortage.reduce((a, b) => a + b, 0);
}

function pricesByNode(solution: ChainSolution, network: Network): Map<number, Price> {
	const place = new Map(network.nodes.map((_, i) => [nodeName(network, i), i]));
	const prices = new Map<number, { shortage: number[]; cost: number }>();
	for (const b of solution.balances) {
		const node = place.get(`${b.material},${b.region}${b.compliant ? ",compliant" : ""}`);
		if (node === undefined) continue;
		const price = prices.get(node) ?? { shortage: solution.tiers.map(() => 0), cost: 0 };
		const years = network.periods[b.period]?.years ?? 1;
		b.shortagePriceByTier.forEach((p, n) => {
			price.shortage[n] = (price.shortage[n] as number) + p * years;
		});
		price.cost += b.scarcityPrice * years * (network.discount.middle[b.period] as number);
		prices.set(node, price);
	}
	return prices;
}

/**
 * Nodes that something was made at or arrived in, and nodes that something was taken from, or
 * would be: a line there has room for it.
 */
function livePlaces(solution: ChainSolution, network: Network, book: Book) {
	const supplied = new Set(solution.shipments.map((s) => `${s.material},${s.to}`));
	const used = new Set(solution.shipments.map((s) => `${s.material},${s.from}`));
	for (const run of solution.lines) {
		const recipe = book.recipes.get(run.process);
		for (const material of recipe?.outputs.keys() ?? []) supplied.add(`${material},${run.region}`);
		for (const material of recipe?.inputs.keys() ?? []) used.add(`${material},${run.region}`);
	}
	for (const d of solution.deliveries) used.add(`${d.material},${d.region}`);
	const indices = (names: ReadonlySet<string>): Set<number> =>
		new Set(network.nodes.flatMap((_, i) => (names.has(nodeName(network, i)) ? [i] : [])));
	const taken = indices(used);
	const room = new Set(
		solution.units.filter((u) => u.used < u.capacity * (1 - 1e-6)).map((u) => u.unit),
	);
	for (const line of network.lines)
		if (room.has(network.units[line.unit]?.id ?? ""))
			for (const input of line.inputs) taken.add(input.node);
	return { supplied: indices(supplied), used: taken };
}
