import { type Network, nodeAt, nodeName } from "../network.ts";
import type { ChainSolution, UnitUse } from "../types.ts";
import { plantBloc } from "./blocs.ts";
import type { Book } from "./book.ts";
import { openLanesInto } from "./scarcity.ts";

/** What one more tonne a year of capacity would unlock, from the duals of a solution. */
export interface MarginalValue {
	/** An existing unit, or a new one of this process in this region. */
	readonly place:
		| { readonly kind: "unit"; readonly unit: string; readonly facility: string }
		| { readonly kind: "new"; readonly process: string };
	readonly region: string;
	readonly stage: string;
	/** Reference material: a tonne of capacity counts this. */
	readonly material: string;
	/** First tier whose shortage it lessens; null where it only saves cost. */
	readonly tier: number | null;
	/** t less shortage of that tier's products per extra t/yr held over the horizon. */
	readonly unlocks: number;
	/** Capacity rent: USD less cost at unchanged service, per extra t/yr. */
	readonly rent: number;
	readonly sentence: string;
}

export interface MarginalOptions {
	/** Rows kept, of existing units and of new places each; default 20. */
	readonly top?: number;
	/** Only capacity whose worth comes, at least in part, from materials on the way to this product. */
	readonly product?: string;
}

export interface MarginalValues {
	readonly existing: readonly MarginalValue[];
	readonly elsewhere: readonly MarginalValue[];
}

/**
 * Capacity rents of the units that are full, and the worth of capacity where there is none yet in
 * home and allied regions: the scarcity of what a process makes less that of what it takes there,
 * the best region of each process, among regions where all its materials are used or traded. First the tiers that are served first, then by tonnes.
 *
 * A dual is the slope at the point where the solution stands: where several limits bind at once a
 * tonne more may carry less than it says. `verifyMarginal` solves again and tells.
 */
export function marginalValues(
	solution: ChainSolution,
	network: Network,
	book: Book,
	{ top = 20, product }: MarginalOptions = {},
): MarginalValues {
	const way = product === undefined ? null : upstreamOf(book, product, () => true);
	const priced = scarceMaterials(solution);
	const scarce = product === undefined ? null : upstreamOf(book, product, (m) => priced.has(m));
	const counts = (v: MarginalValue): boolean => {
		const wanted = v.tier === null ? way : scarce;
		return wanted === null || makesAny(network, book, v, wanted);
	};
	const best = (values: readonly MarginalValue[]): MarginalValue[] =>
		values
			.filter((v) => counts(v) && (v.tier !== null || v.rent >= 1))
			.sort(
				(a, b) =>
					(a.tier ?? Infinity) - (b.tier ?? Infinity) || b.unlocks - a.unlocks || b.rent - a.rent,
			)
			.slice(0, top);
	return {
		existing: best(existingUnits(solution, network, book)),
		elsewhere: best(newPlaces(solution, network, book)),
	};
}

function scarceMaterials(solution: ChainSolution): Set<string> {
	const priced = new Set<string>();
	for (const b of solution.balances)
		if (b.shortagePriceByTier.some((p) => p > 1e-7)) priced.add(b.material);
	return priced;
}

/** A product and what it is made of, as far upstream as the materials pass. */
function upstreamOf(book: Book, product: string, pass: (material: string) => boolean): Set<string> {
	const found = new Set<string>();
	const waiting = [product];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (found.has(next) || !pass(next)) continue;
		found.add(next);
		for (const recipe of book.makers(next)) waiting.push(...recipe.inputs.keys());
	}
	return found;
}

function makesAny(
	network: Network,
	book: Book,
	{ place }: MarginalValue,
	wanted: ReadonlySet<string>,
): boolean {
	const unit = place.kind === "unit" ? network.units.find((u) => u.id === place.unit) : undefined;
	const processes =
		place.kind === "new"
			? [place.process]
			: (unit?.lines ?? []).map((l) => network.lines[l]?.process ?? "");
	return processes.some((p) =>
		[...(book.recipes.get(p)?.outputs.keys() ?? [])].some((m) => wanted.has(m)),
	);
}

function existingUnits(solution: ChainSolution, network: Network, book: Book): MarginalValue[] {
	const units = new Map(network.units.map((u) => [u.id, u]));
	return [...Map.groupBy(solution.units, (u) => u.unit)].flatMap(([id, rows]) => {
		const unit = units.get(id);
		if (unit === undefined || rows.every((r) => r.capacity <= 0)) return [];
		const worth = firstTier(solution, (n) => sumOf(rows, (r) => r.shortageRentByTier[n] ?? 0));
		const rent = sumOf(rows, (r) => r.rent);
		if (worth === null && rent <= 0) return [];
		const process = network.lines[unit.lines[0] ?? -1]?.process ?? "";
		return [
			inWords(book, {
				place: { kind: "unit", unit: id, facility: unit.facility },
				region: unit.region,
				stage: unit.stage,
				material: book.recipes.get(process)?.reference ?? "",
				tier: worth?.tier ?? null,
				unlocks: worth?.unlocks ?? 0,
				rent,
			}),
		];
	});
}

function newPlaces(solution: ChainSolution, network: Network, book: Book): MarginalValue[] {
	const offers = offersOf(solution, network, book);
	const values: MarginalValue[] = [];
	for (const recipe of book.recipes.values()) {
		const cost = cheapestLine(network, recipe.id);
		if (recipe.inputs.size === 0 || cost === null) continue;
		for (const region of network.regions) {
			const bloc = plantBloc(book, network.scenario, region, region);
			if (bloc !== "home" && bloc !== "allied") continue;
			const made = [...recipe.outputs].map(([m, t]) => [offers.worth(m, region), t] as const);
			const taken = [...recipe.inputs].map(([m, t]) => [offers.price(m, region), t] as const);
			if ([...made, ...taken].some(([offer]) => offer === null)) continue;
			const margin = (of: (price: Price) => number): number =>
				made.reduce((sum, [p, t]) => sum + t * of(p as Price), 0) -
				taken.reduce((sum, [p, t]) => sum + t * of(p as Price), 0);
			const worth = firstTier(solution, (n) => margin((p) => p.shortage[n] as number));
			if (worth === null) continue;
			const years = network.periods.reduce((total, p) => total + p.years, 0);
			values.push(
				inWords(book, {
					place: { kind: "new", process: recipe.id },
					region,
					stage: recipe.stage,
					material: recipe.reference,
					...worth,
					rent: Math.max(0, margin((p) => p.cost) - cost * years),
				}),
			);
		}
	}
	return onePerProcess(values, network.scenario.homeRegion);
}

/** First tier, in the order they are served, whose shortage falls; null where none does. */
function firstTier(
	solution: ChainSolution,
	fall: (tierIndex: number) => number,
): { tier: number; unlocks: number } | null {
	for (const [n, { tier }] of solution.tiers.entries()) {
		const unlocks = fall(n);
		if (unlocks > 1e-7) return { tier, unlocks };
		if (unlocks < -1e-7) return null;
	}
	return null;
}

interface Price {
	/** By tier, t of shortage per t held over the horizon. */
	readonly shortage: readonly number[];
	/** USD/t. */
	readonly cost: number;
}

/**
 * What a tonne is worth in a region, and what it takes to have one more there: its price where some
 * was made or arrived, else the least price of where an open lane could bring it from. (A price
 * where there is none to be had is only a bound.) Null where it cannot be had at all.
 */
function offersOf(solution: ChainSolution, network: Network, book: Book) {
	const prices = pricesByNode(solution, network);
	const atHand = nodesAtHand(solution, network, book);
	const lanesInto = openLanesInto(network);
	const nodeOf = (material: string, region: string): number =>
		nodeAt(
			network,
			network.materials.findIndex((m) => m.id === material),
			network.regions.indexOf(region),
		);
	const worth = (material: string, region: string): Price | null =>
		prices.get(nodeOf(material, region)) ?? null;
	const price = (material: string, region: string): Price | null => {
		const node = nodeOf(material, region);
		const own = prices.get(node);
		if (own === undefined || atHand.has(node) || own.shortage.every((p) => p <= 1e-7))
			return own ?? null;
		const offers = (lanesInto.get(node) ?? [])
			.filter((from) => atHand.has(from))
			.flatMap((from) => prices.get(from) ?? []);
		const total = (p: Price): number => p.shortage.reduce((a, b) => a + b, 0);
		return offers.length === 0 ? null : offers.reduce((a, b) => (total(b) < total(a) ? b : a));
	};
	return { worth, price };
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
		price.cost += b.scarcityPrice * years;
		prices.set(node, price);
	}
	return prices;
}

/** Nodes where some of the material was made or arrived. */
function nodesAtHand(solution: ChainSolution, network: Network, book: Book): Set<number> {
	const names = new Set(solution.shipments.map((s) => `${s.material},${s.to}`));
	for (const run of solution.lines)
		for (const material of book.recipes.get(run.process)?.outputs.keys() ?? [])
			names.add(`${material},${run.region}`);
	return new Set(network.nodes.flatMap((_, i) => (names.has(nodeName(network, i)) ? [i] : [])));
}

/** The best region of each process; of equals home, then the first by id. */
function onePerProcess(values: readonly MarginalValue[], home: string): MarginalValue[] {
	const groups = Map.groupBy(values, (v) => (v.place.kind === "new" ? v.place.process : ""));
	const better = (a: MarginalValue, b: MarginalValue): boolean =>
		(b.tier as number) < (a.tier as number) ||
		(b.tier === a.tier &&
			(b.unlocks > a.unlocks * (1 + 1e-9) ||
				(b.region === home && b.unlocks >= a.unlocks * (1 - 1e-9))));
	return [...groups.values()].map((group) => group.reduce((a, b) => (better(a, b) ? b : a)));
}

/** Least cost of a line of the process, USD/t; null where nobody runs it. */
export function cheapestLine(network: Network, process: string): number | null {
	const costs = network.lines.filter((l) => l.process === process).map((l) => l.cost);
	return costs.length === 0 ? null : Math.min(...costs);
}

function inWords(book: Book, value: Omit<MarginalValue, "sentence">): MarginalValue {
	const { place } = value;
	const joint = [...book.recipes.values()].some((r) => r.joint && r.reference === value.material);
	const what = `${joint && value.stage !== "mine" ? "capacity to take " : ""}${book.inWords(value.material)}`;
	const where =
		place.kind === "unit"
			? `at ${book.facilityName(place.facility)}`
			: `at a new plant in ${book.regionName(value.region)}`;
	const worth =
		value.tier !== null
			? `unlocks ${Number(value.unlocks.toPrecision(3))} t of tier ${value.tier} demand`
			: `saves ${Number(value.rent.toPrecision(3))} USD a year`;
	return { ...value, sentence: `One more t/yr of ${what} ${where} ${worth}` };
}

function sumOf(rows: readonly UnitUse[], of: (row: UnitUse) => number): number {
	return rows.reduce((total, row) => total + of(row), 0);
}
