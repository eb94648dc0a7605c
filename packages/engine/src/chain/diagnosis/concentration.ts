import type { Network } from "../network.ts";
import type { ChainSolution } from "../types.ts";
import type { Book } from "./book.ts";
import { couldMake, plantsOf } from "./capability.ts";

/** How concentrated the making of one material is. */
export interface Concentration {
	readonly stage: string;
	readonly material: string;
	/** `capacity`: effective, as if nothing else were made; `output`: what the model made. */
	readonly on: "capacity" | "output";
	/** `place`: country the plant stands in; `control`: country of the controlling owner. */
	readonly by: "place" | "control" | "operator";
	/** t, a year for capacity, over the horizon for output. */
	readonly total: number;
	/** Herfindahl-Hirschman index, 0 to 10,000 (10,000 = one alone). */
	readonly hhi: number;
	readonly leader: string;
	readonly leaderShare: number;
}

/**
 * Herfindahl-Hirschman index of every material made in the chain, by country and by operator.
 * Aggregate lines count as one operator: the index by operator is then an upper bound.
 * Scale and thresholds: US Department of Justice and FTC, Merger Guidelines 2023, § 2.1
 * (above 1,800: highly concentrated).
 */
export function concentration(
	network: Network,
	book: Book,
	solution: ChainSolution | null,
): Concentration[] {
	const plants = plantsOf(network, book);
	const made = [...new Set([...book.recipes.values()].flatMap((r) => [...r.outputs.keys()]))];
	const rows: Concentration[] = [];
	for (const material of made) {
		const stage = book.materials.get(material)?.stage ?? "";
		const capacity = [false, true].flatMap((recycling) =>
			[...couldMake(plants, material, recycling)].map(([unit, t]) => ({
				facility: unit.facility,
				t,
			})),
		);
		rows.push(...indices(book, stage, material, "capacity", capacity));
		if (solution !== null)
			rows.push(...indices(book, stage, material, "output", outputOf(book, solution, material)));
	}
	return rows.sort((a, b) => b.hhi - a.hhi || (a.material < b.material ? -1 : 1));
}

interface Part {
	readonly facility: string;
	readonly t: number;
}

function outputOf(book: Book, solution: ChainSolution, material: string): Part[] {
	return solution.lines.flatMap((run) => {
		const t = (book.recipes.get(run.process)?.outputs.get(material) ?? 0) * run.activity;
		return t > 0 ? [{ facility: run.facility, t }] : [];
	});
}

function indices(
	book: Book,
	stage: string,
	material: string,
	on: Concentration["on"],
	parts: readonly Part[],
): Concentration[] {
	const total = parts.reduce((sum, p) => sum + p.t, 0);
	if (total <= 0) return [];
	const keys = {
		place: (p: Part) => book.facilities.get(p.facility)?.region_id ?? "",
		control: (p: Part) => book.controller(p.facility),
		operator: (p: Part) => book.facilities.get(p.facility)?.operator_id ?? "",
	};
	return (["place", "control", "operator"] as const).map((by) => {
		const sums = new Map<string, number>();
		for (const p of parts) sums.set(keys[by](p), (sums.get(keys[by](p)) ?? 0) + p.t);
		const [leader, most] = [...sums].reduce((a, b) => (b[1] > a[1] ? b : a));
		return {
			stage,
			material,
			on,
			by,
			total,
			hhi: hhi(sums.values()),
			leader,
			leaderShare: most / total,
		};
	});
}

/** Sum of squared percentage shares. */
export function hhi(amounts: Iterable<number>): number {
	const list = [...amounts];
	const total = list.reduce((a, b) => a + b, 0);
	return total > 0 ? list.reduce((sum, t) => sum + ((100 * t) / total) ** 2, 0) : 0;
}
