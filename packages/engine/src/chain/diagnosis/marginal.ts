import type { Network } from "../network.ts";
import type { ChainSolution, UnitUse } from "../types.ts";
import { plantBloc } from "./blocs.ts";
import type { Book } from "./book.ts";
import { offersOf, type Price } from "./offers.ts";

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
	/** Capacity rent: USD less cost at unchanged service, discounted to the start, per extra t/yr. */
	readonly rent: number;
	readonly sentence: string;
}

export interface MarginalOptions {
	/** Rows kept, of existing units and of new places each; default 20. */
	readonly top?: number;
	/** Only capacity whose worth comes, at least in part, from materials on the way to this product. */
	readonly product?: string;
	/** Leave out what would only save cost. */
	readonly shortageOnly?: boolean;
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
	{ top = 20, product, shortageOnly = false }: MarginalOptions = {},
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
			.filter((v) => counts(v) && (v.tier !== null || (!shortageOnly && v.rent >= 1)))
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
		const rent = sumOf(rows, (r) => r.rent * (network.discount.middle[r.period] as number));
		if (worth === null && rent <= 0) return [];
		const process = network.lines[unit.lines[0] ?? -1]?.process ?? "";
		return [
			inWords(book, process, {
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
			const years = network.periods.reduce(
				(total, p, t) => total + p.years * (network.discount.middle[t] as number),
				0,
			);
			values.push(
				inWords(book, recipe.id, {
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

function inWords(
	book: Book,
	process: string,
	value: Omit<MarginalValue, "sentence">,
): MarginalValue {
	const { place } = value;
	const joint = book.recipes.get(process)?.joint === true;
	const what = `${joint ? "capacity to take " : ""}${book.inWords(value.material)}`;
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
