import type { Network } from "../network.ts";
import type { ChainSolution, Delivery } from "../types.ts";
import type { Book } from "./book.ts";
import {
	closedLanes,
	type LaneClosure,
	type ScarceNode,
	scarceNodes,
	tiersOf,
} from "./scarcity.ts";
import { listed, tonnesInWords } from "./words.ts";

/** A unit that runs at its limit where one more tonne a year would lessen a shortage. */
export interface FullUnit {
	readonly unit: string;
	readonly facility: string;
	readonly region: string;
	/** t of reference flow a year. */
	readonly capacity: number;
	/** t less shortage per extra t/yr. */
	readonly shortageRent: number;
}

/** One material on the way upstream from the shortage: what makes it scarce. */
export interface ShortageStep {
	readonly material: string;
	readonly stage: string;
	/** t of shortage that one more tonne of it, where it is scarcest, would prevent. */
	readonly shortagePrice: number;
	/** Regions where it is scarce. */
	readonly regions: readonly string[];
	/** t made there over the horizon. */
	readonly made: number;
	/** Plants there with room: something they are fed with is scarcer still. */
	readonly idle: readonly string[];
	readonly full: readonly FullUnit[];
	/** Lanes into these regions that are shut or used up. */
	readonly closed: readonly LaneClosure[];
	readonly sentence: string;
}

export interface ShortageExplanation {
	/** Demands explained, by id. */
	readonly demands: readonly string[];
	readonly product: string;
	/** t over the horizon. */
	readonly required: number;
	readonly shortage: number;
	/** From the product upstream. */
	readonly steps: readonly ShortageStep[];
	readonly text: string;
}

/**
 * Why a product falls short: the chain of binding limits from the demand upstream. A place is on
 * the chain where the duals of the shortage solves say that one more tonne there would lessen the
 * shortage; it ends where a limit binds (a full unit, a shut lane, nobody who makes it).
 *
 * @param demand which deliveries to explain; they should be of one product
 * @returns null when nothing of it is short
 */
export function explainShortage(
	solution: ChainSolution,
	network: Network,
	book: Book,
	demand: (delivery: Delivery) => boolean,
): ShortageExplanation | null {
	const asked = solution.deliveries.filter(demand);
	const required = asked.reduce((sum, d) => sum + d.required, 0);
	const short = asked.filter((d) => d.shortage > 1e-6 * Math.max(1, d.required));
	const shortage = short.reduce((sum, d) => sum + d.shortage, 0);
	const product = short[0]?.material;
	if (product === undefined) return null;
	const nodes = scarceNodes(solution, network, short);
	const tiers = tiersOf(solution, short);
	const steps = [...Map.groupBy(nodes, (n) => n.material)].map(([material, at]) =>
		stepOf(solution, network, book, material, at, tiers),
	);
	const where = [...new Set(short.map((d) => book.regionName(d.region)))];
	const lack = where.length > 1 ? "lack" : "lacks";
	const head = `${listed(where, 3)} ${lack} ${tonnesInWords(shortage)} of the ${tonnesInWords(required)} of ${book.inWords(product)} needed.`;
	const told = steps.filter((s) => book.materials.get(s.material)?.basis !== "scrap");
	return {
		demands: [...new Set(short.map((d) => d.demand))],
		product,
		required,
		shortage,
		steps,
		text: [head, ...told.map((s) => s.sentence)].join(" "),
	};
}

function stepOf(
	solution: ChainSolution,
	network: Network,
	book: Book,
	material: string,
	at: readonly ScarceNode[],
	tiers: readonly number[],
): ShortageStep {
	const regions = [...new Set(at.map((n) => n.region))];
	const here = new Set(at.map((n) => n.node));
	const makers = new Set<number>();
	for (const line of network.lines)
		if (line.outputs.some((o) => here.has(o.node) && o.coefficient > 0)) makers.add(line.unit);
	const years = network.periods.reduce((sum, p) => sum + p.years, 0);
	const use = Map.groupBy(solution.units, (u) => u.unit);
	const idle: string[] = [];
	const full: FullUnit[] = [];
	for (const index of makers) {
		const unit = network.units[index] as Network["units"][number];
		const rows = use.get(unit.id) ?? [];
		const capacity = rows.reduce((sum, u) => sum + u.capacity, 0);
		const used = rows.reduce((sum, u) => sum + u.used, 0);
		if (capacity <= 0) continue;
		if (used >= capacity * (1 - 1e-6))
			full.push({
				unit: unit.id,
				facility: unit.facility,
				region: unit.region,
				capacity: capacity / years,
				shortageRent: Math.max(
					0,
					...rows.flatMap((u) => tiers.map((n) => u.shortageRentByTier[n] as number)),
				),
			});
		else idle.push(unit.facility);
	}
	full.sort((a, b) => b.capacity - a.capacity);
	const step = {
		material,
		stage: book.materials.get(material)?.stage ?? "",
		shortagePrice: Math.max(...at.map((n) => n.price)),
		regions,
		made: madeIn(solution, book, material, new Set(regions)),
		idle: [...new Set(idle)],
		full,
		closed: closedLanes(solution, network, book, here),
	};
	return { ...step, sentence: sentenceOf(book, step) };
}

function madeIn(
	solution: ChainSolution,
	book: Book,
	material: string,
	regions: ReadonlySet<string>,
): number {
	let t = 0;
	for (const run of solution.lines)
		if (regions.has(run.region))
			t += (book.recipes.get(run.process)?.outputs.get(material) ?? 0) * run.activity;
	return t;
}

function sentenceOf(book: Book, step: Omit<ShortageStep, "sentence">): string {
	const parts = [whoMakes(book, step)];
	for (const c of step.closed.slice(0, 2)) {
		const state = c.limit === 0 ? "closed" : `held to ${tonnesInWords(c.limit)}`;
		parts.push(`lanes from ${listed(c.from.map(book.regionName), 3)} are ${state} (${c.title})`);
	}
	return `${book.inWords(step.material)}: ${parts.join("; ")}.`;
}

function whoMakes(book: Book, { full, idle, made }: Omit<ShortageStep, "sentence">): string {
	const full3 = listed([...new Set(full.map((u) => book.facilityName(u.facility)))], 3, " · ");
	const room = `${idle.length} ${idle.length === 1 ? "plant has" : "plants have"} room but no feed`;
	if (full.length === 0) return idle.length === 0 ? "nobody within reach makes it" : room;
	const limit = `made at the limit, ${tonnesInWords(made)} (${full3})`;
	return idle.length === 0 ? limit : `${limit}; ${room}`;
}
