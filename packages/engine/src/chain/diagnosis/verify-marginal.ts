import type { Solver } from "../../lp/index.ts";
import { type Line, type Network, nodeAt, type Unit } from "../network.ts";
import { solveNetwork } from "../solve-chain.ts";
import type { ChainRun, ChainSolution } from "../types.ts";
import type { Book } from "./book.ts";
import { cheapestLine, type MarginalValue } from "./marginal.ts";

/** A marginal value beside what really happens when the tonne is added. */
export interface VerifiedMarginal {
	readonly value: MarginalValue;
	/** t/yr that were added. */
	readonly added: number;
	/** t of the tier's shortage (USD where it only saves cost) that the dual promised to remove. */
	readonly promised: number;
	/** The same when the chain was solved again. */
	readonly unlocked: number;
	/** t of shortage removed by product; what other products gave up is negative. */
	readonly byProduct: readonly { readonly product: string; readonly t: number }[];
	/** unlocked = promised within 1 % (or 1e-4 t, 1 USD); false = the value does not hold for so much. */
	readonly agrees: boolean;
	readonly sentence: string;
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
	const byProduct = shortageRemoved(solution, after);
	const unlocked =
		value.tier === null
			? solution.cost.total - after.cost.total
			: tierShortage(solution, value.tier) - tierShortage(after, value.tier);
	const promised = (value.tier === null ? value.rent : value.unlocks) * added;
	const tolerance = Math.max(value.tier === null ? 1 : 1e-4, 0.01 * Math.abs(promised));
	return {
		value,
		added,
		promised,
		unlocked,
		byProduct,
		agrees: Math.abs(unlocked - promised) <= tolerance,
		sentence: sentenceOf(book, value, byProduct),
	};
}

function tierShortage(solution: ChainSolution, tier: number): number {
	return solution.tiers.find((t) => t.tier === tier)?.shortage ?? 0;
}

function shortageRemoved(before: ChainSolution, after: ChainSolution) {
	const sums = new Map<string, number>();
	for (const [solution, sign] of [
		[before, 1],
		[after, -1],
	] as const)
		for (const d of solution.deliveries)
			sums.set(d.material, (sums.get(d.material) ?? 0) + sign * d.shortage);
	return [...sums]
		.map(([product, t]) => ({ product, t }))
		.filter((row) => Math.abs(row.t) > 1e-4)
		.sort((a, b) => b.t - a.t);
}

function sentenceOf(
	book: Book,
	value: MarginalValue,
	byProduct: VerifiedMarginal["byProduct"],
): string {
	const capacity = value.sentence.replace(/ (unlocks|saves) .*$/, "");
	const words = (rows: VerifiedMarginal["byProduct"], sign: number) =>
		rows
			.map((r) => `${Number((sign * r.t).toPrecision(3))} t of ${book.inWords(r.product)}`)
			.join(", ");
	const gained = byProduct.filter((r) => r.t > 0);
	const lost = byProduct.filter((r) => r.t < 0);
	if (gained.length === 0) return `${capacity} unlocks nothing by itself`;
	return `${capacity} unlocks ${words(gained, 1)}${lost.length > 0 ? ` and costs ${words(lost, -1)}` : ""}`;
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
		cost: cheapestLine(network, process) ?? model.cost,
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
	const capacity = network.periods.map((p) => added * p.years);
	return {
		...network,
		units: [...network.units, unit],
		lines: [...network.lines, line],
		unitCapacity: Float64Array.of(...network.unitCapacity, ...capacity),
		unitCommitted: Float64Array.of(...network.unitCommitted, ...capacity.map(() => 0)),
	};
}
