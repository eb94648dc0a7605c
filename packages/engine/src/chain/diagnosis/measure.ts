import type { DataPackage } from "../../dataset/index.ts";
import type { ChainSolution } from "../types.ts";
import type { Book } from "./book.ts";

export type ReferenceRow = DataPackage["tables"]["references"][number];

const WORLD = "WORLD";

/**
 * What a solution says about one published figure, in the figure's own unit: t over the whole
 * horizon, or a fraction of the world (`shipment_share`: of all that the region ships abroad).
 * With `element_ids` every tonne counts as the traded oxide of those elements contained in it.
 * A share of nothing is null.
 */
export function measure(
	solution: ChainSolution,
	reference: ReferenceRow,
	book: Book,
): number | null {
	const weigh = weightOf(reference, book);
	const { region_id: region, partner_region_id: partner } = reference;
	switch (reference.metric) {
		case "output":
			return output(solution, reference, book, weigh, region);
		case "output_share":
			return share(
				output(solution, reference, book, weigh, region),
				output(solution, reference, book, weigh, WORLD),
			);
		case "shipment":
			return shipped(solution, weigh, region, partner ?? WORLD);
		case "shipment_share":
			return share(
				shipped(solution, weigh, region, partner ?? WORLD),
				shipped(solution, weigh, region, WORLD),
			);
		case "delivery":
			return delivered(solution, weigh, region);
		case "delivery_share":
			return share(delivered(solution, weigh, region), delivered(solution, weigh, WORLD));
	}
}

type Weigh = (material: string) => number;

/** t counted per t of a material: 0 for materials the figure is not about. */
function weightOf(reference: ReferenceRow, book: Book): Weigh {
	const weights = new Map(
		reference.material_ids.map((material) => [
			material,
			reference.element_ids?.length
				? reference.element_ids.reduce(
						(sum, e) => sum + book.content(material, e) * book.oxidePerElement(e),
						0,
					)
				: 1,
		]),
	);
	return (material) => weights.get(material) ?? 0;
}

function output(
	solution: ChainSolution,
	reference: ReferenceRow,
	book: Book,
	weigh: Weigh,
	region: string,
): number {
	let sum = 0;
	for (const line of solution.lines) {
		if (region !== WORLD && line.region !== region) continue;
		if (reference.stage !== null && line.stage !== reference.stage) continue;
		for (const [material, perTonne] of book.recipes.get(line.process)?.outputs ?? [])
			sum += weigh(material) * perTonne * line.activity;
	}
	return sum;
}

function shipped(solution: ChainSolution, weigh: Weigh, from: string, to: string): number {
	let sum = 0;
	for (const s of solution.shipments)
		if ((from === WORLD || s.from === from) && (to === WORLD || s.to === to))
			sum += weigh(s.material) * s.quantity;
	return sum;
}

function delivered(solution: ChainSolution, weigh: Weigh, region: string): number {
	let sum = 0;
	for (const d of solution.deliveries)
		if (region === WORLD || d.region === region) sum += weigh(d.material) * d.delivered;
	return sum;
}

function share(part: number, whole: number): number | null {
	return whole > 0 ? part / whole : null;
}
