import type { Solver } from "../../lp/index.ts";
import { type Line, type Network, nodeAt, type Unit } from "../network.ts";
import { solveNetwork } from "../solve-chain.ts";
import type { ChainRun, ChainSolution } from "../types.ts";
import { plantBloc } from "./blocs.ts";
import type { Book } from "./book.ts";

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
	/** t less shortage of products, all tiers together, per extra t/yr held over the horizon. */
	readonly unlocks: number;
	/** Capacity rent: USD a year less cost at unchanged service, per extra t/yr. */
	readonly rent: number;
	readonly sentence: string;
}

export interface MarginalOptions {
	/** Rows kept, of existing units and of new places each; default 20. */
	readonly top?: number;
}

/**
 * Capacity rents of the units that are full, and the worth of capacity where there is none yet in
 * home and allied regions: the scarcity of what a process makes less that of what it takes there.
 * Duals are prices at the margin: `verifyMarginal` says how far one whole tonne carries.
 */
export function marginalValues(
	solution: ChainSolution,
	network: Network,
	book: Book,
	{ top = 20 }: MarginalOptions = {},
): { readonly existing: readonly MarginalValue[]; readonly elsewhere: readonly MarginalValue[] } {
	return {
		existing: best(existingUnits(solution, network, book), top),
		elsewhere: best(newPlaces(solution, network, book), top),
	};
}

/** The same as a change of the real thing. */
export interface VerifiedMarginal {
	/** t/yr that were added. */
	readonly added: number;
	/** t of shortage that the dual promised it would remove. */
	readonly promised: number;
	/** t of shortage that it removed when the chain was solved again. */
	readonly unlocked: number;
	/** The same by product, t; what other products gave up is negative. */
	readonly byProduct: readonly { readonly product: string; readonly t: number }[];
	/** |unlocked − promised| within 1 % or 1e-4 t; false = the value does not hold for so much. */
	readonly agrees: boolean;
}

/**
 * Solve again with `added` t/yr more capacity at the place and compare with the dual.
 *
 * @param solution of the same network, before
 * @throws Error when the changed chain has no solution; RangeError for an unknown unit or a process
 * whose materials have no node in the region
 */
export function verifyMarginal(
	solution: ChainSolution,
	network: Network,
	book: Book,
	solver: Solver,
	value: MarginalValue,
	added = 1,
	run: ChainRun = {},
): VerifiedMarginal {
	const changed =
		value.place.kind === "unit"
			? withMore(network, value.place.unit, added)
			: withNewUnit(network, book, value.place.process, value.region, added);
	const after = solveNetwork(changed, solver, run);
	if (after.status !== "optimal") throw new Error(`the chain with more capacity: ${after.status}`);
	const byProduct = new Map<string, number>();
	const count = (s: ChainSolution, sign: number): void => {
		for (const d of s.deliveries)
			byProduct.set(d.material, (byProduct.get(d.material) ?? 0) + sign * d.shortage);
	};
	count(solution, 1);
	count(after, -1);
	const rows = [...byProduct]
		.map(([product, t]) => ({ product, t }))
		.filter((row) => Math.abs(row.t) > 1e-5)
		.sort((a, b) => b.t - a.t);
	const unlocked = [...byProduct.values()].reduce((sum, t) => sum + t, 0);
	const promised = value.unlocks * added;
	const agrees = Math.abs(unlocked - promised) <= Math.max(1e-4, 0.01 * Math.abs(promised));
	return { added, promised, unlocked, byProduct: rows, agrees };
}

function best(values: MarginalValue[], top: number): MarginalValue[] {
	return values.sort((a, b) => b.unlocks - a.unlocks || b.rent - a.rent).slice(0, top);
}

function existingUnits(solution: ChainSolution, network: Network, book: Book): MarginalValue[] {
	const units = new Map(network.units.map((u) => [u.id, u]));
	return [...Map.groupBy(solution.units, (u) => u.unit)].flatMap(([id, rows]) => {
		const unit = units.get(id);
		const unlocks = rows.reduce((sum, r) => sum + r.shortageRent, 0);
		const rent = rows.reduce((sum, r) => sum + r.rent, 0);
		if (unit === undefined || (unlocks <= 0 && rent <= 0)) return [];
		const material = referenceOf(network, book, unit);
		const name = book.facilityName(unit.facility);
		return [
			{
				place: { kind: "unit" as const, unit: id, facility: unit.facility },
				region: unit.region,
				stage: unit.stage,
				material,
				unlocks,
				rent,
				sentence: inWords(book, `at ${name}`, material, unlocks, rent),
			},
		];
	});
}

function newPlaces(solution: ChainSolution, network: Network, book: Book): MarginalValue[] {
	const price = new Map<string, { shortage: number; cost: number }>();
	for (const b of solution.balances) {
		if (b.compliant) continue;
		const key = `${b.material}|${b.region}`;
		const sum = price.get(key) ?? { shortage: 0, cost: 0 };
		const years = network.periods[b.period]?.years ?? 1;
		sum.shortage += b.shortagePrice * years;
		sum.cost += b.scarcityPrice * years;
		price.set(key, sum);
	}
	const values: MarginalValue[] = [];
	for (const recipe of book.recipes.values()) {
		if (recipe.inputs.size === 0) continue;
		const cost = cheapest(network, recipe.id);
		if (cost === null) continue;
		for (const region of network.regions) {
			const bloc = plantBloc(book, network.scenario, region, region);
			if (bloc !== "home" && bloc !== "allied") continue;
			const flows = [
				...[...recipe.outputs].map(([m, t]) => [price.get(`${m}|${region}`), t] as const),
				...[...recipe.inputs].map(([m, t]) => [price.get(`${m}|${region}`), -t] as const),
			];
			if (flows.some(([p]) => p === undefined)) continue;
			const sum = (of: "shortage" | "cost") =>
				flows.reduce((total, [p, t]) => total + (p?.[of] ?? 0) * t, 0);
			const unlocks = Math.max(0, sum("shortage"));
			const years = network.periods.reduce((total, p) => total + p.years, 0);
			const rent = Math.max(0, sum("cost") - cost * years);
			if (unlocks <= 1e-7) continue;
			const where = `in ${book.regionName(region)} (new)`;
			values.push({
				place: { kind: "new", process: recipe.id },
				region,
				stage: recipe.stage,
				material: recipe.reference,
				unlocks,
				rent,
				sentence: inWords(book, where, recipe.reference, unlocks, rent),
			});
		}
	}
	return onePerProcess(values);
}

/** The best region of each process; of equals home first, then by id. */
function onePerProcess(values: readonly MarginalValue[]): MarginalValue[] {
	const groups = Map.groupBy(values, (v) => (v.place.kind === "new" ? v.place.process : ""));
	return [...groups.values()].map((group) =>
		group.reduce((a, b) => (b.unlocks > a.unlocks * (1 + 1e-9) ? b : a)),
	);
}

function cheapest(network: Network, process: string): number | null {
	const costs = network.lines.filter((l) => l.process === process).map((l) => l.cost);
	return costs.length === 0 ? null : Math.min(...costs);
}

function inWords(
	book: Book,
	where: string,
	material: string,
	unlocks: number,
	rent: number,
): string {
	const capacity = `one more t/yr of ${book.inWords(material)} ${where}`;
	return unlocks > 0
		? `${capacity} unlocks ${Number(unlocks.toPrecision(3))} t of demand`
		: `${capacity} saves ${Number(rent.toPrecision(3))} USD a year`;
}

function referenceOf(network: Network, book: Book, unit: Unit): string {
	const line = network.lines[unit.lines[0] ?? -1];
	return book.recipes.get(line?.process ?? "")?.reference ?? "";
}

function withMore(network: Network, id: string, added: number): Network {
	const u = network.units.findIndex((unit) => unit.id === id);
	if (u < 0) throw new RangeError(`the network has no unit ${id}`);
	const unitCapacity = network.unitCapacity.slice();
	network.periods.forEach((p, t) => {
		const k = u * network.periods.length + t;
		unitCapacity[k] = (unitCapacity[k] as number) + added * p.years;
	});
	return { ...network, unitCapacity };
}

function withNewUnit(
	network: Network,
	book: Book,
	process: string,
	region: string,
	added: number,
): Network {
	const recipe = book.recipes.get(process);
	const model = network.lines.find((l) => l.process === process && !l.compliant);
	if (recipe === undefined || model === undefined)
		throw new RangeError(`nobody runs ${process} in this network`);
	const place = network.regions.indexOf(region);
	const flows = (side: ReadonlyMap<string, number>) =>
		[...side].map(([material, coefficient]) => {
			const at = network.materials.findIndex((m) => m.id === material);
			const node = nodeAt(network, at, place);
			if (node < 0) throw new RangeError(`${material} has no node in ${region}`);
			return { node, coefficient };
		});
	const id = `new_${process}_${region}`;
	const line: Line = {
		...model,
		id,
		unit: network.units.length,
		facility: id,
		region,
		cost: cheapest(network, process) ?? model.cost,
		inputs: flows(recipe.inputs),
		outputs: flows(recipe.outputs),
	};
	const unit: Unit = {
		id,
		facility: id,
		operator: id,
		controller: region,
		region,
		stage: recipe.stage,
		lines: [network.lines.length],
		source: false,
	};
	const extra = Float64Array.from(network.periods, (p) => added * p.years);
	return {
		...network,
		units: [...network.units, unit],
		lines: [...network.lines, line],
		unitCapacity: Float64Array.of(...network.unitCapacity, ...extra),
		unitCommitted: Float64Array.of(...network.unitCommitted, ...extra.fill(0)),
	};
}
