import type { ChainSolution } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";

/** What became of an element over the horizon, t. */
export interface ElementBalance {
	/** Contained in what lines without inputs made. */
	readonly entered: number;
	readonly delivered: number;
	readonly surplus: number;
	/** Stocks at the end less stocks at the start. */
	readonly stocked: number;
	/** Lost in processes: contained in their inputs less in their outputs, 0 or more for each. */
	readonly processLoss: number;
	readonly laneLoss: number;
	/** Smallest process loss of any line: below 0, a line made the element. */
	readonly leastLoss: number;
}

/** Where an element went, from a solution's own lists and the package's recipes. */
export function elementBalance(
	pkg: DataPackage,
	solution: ChainSolution,
	element: string,
): ElementBalance {
	const { compositions, recipes, lanes, materials, stocks } = pkg.tables;
	const content = new Map(
		compositions
			.filter((row) => row.element_id === element)
			.map((row) => [row.material_id, row.fraction]),
	);
	const contained = (material: string) => content.get(material) ?? 0;
	const classOf = new Map(materials.map((row) => [row.id, row.freight_class]));
	const made = (process: string, role: string) =>
		recipes
			.filter((row) => row.process_id === process && row.role === role)
			.reduce((sum, row) => sum + row.coefficient * contained(row.material_id), 0);
	let entered = 0;
	let processLoss = 0;
	let leastLoss = 0;
	for (const { process, activity } of solution.lines) {
		const source = !recipes.some((row) => row.process_id === process && row.role === "input");
		const loss = (made(process, "input") - made(process, "output")) * activity;
		if (source) entered -= loss;
		else {
			processLoss += loss;
			leastLoss = Math.min(leastLoss, loss);
		}
	}
	const lossOf = (material: string, from: string, to: string) => {
		const matches = (cargo: string | undefined) =>
			lanes.find(
				(row) => row.cargo === cargo && row.from_region_id === from && row.to_region_id === to,
			);
		return (matches(material) ?? matches(classOf.get(material)))?.loss_fraction ?? 0;
	};
	const laneLoss = solution.shipments.reduce(
		(sum, { material, from, to, quantity }) =>
			sum + contained(material) * quantity * lossOf(material, from, to),
		0,
	);
	const last = solution.periods.length - 1;
	const sum = <T>(rows: readonly T[], value: (row: T) => number) =>
		rows.reduce((total, row) => total + value(row), 0);
	return {
		entered,
		delivered: sum(solution.deliveries, (d) => contained(d.material) * d.delivered),
		surplus: sum(solution.balances, (b) => contained(b.material) * b.surplus),
		stocked:
			sum(solution.balances, (b) => (b.period === last ? contained(b.material) * b.stock : 0)) -
			sum(
				initialStocks(stocks, solution.scenario.start),
				(row) => contained(row.material_id) * row.quantity_t,
			),
		processLoss,
		laneLoss,
		leastLoss,
	};
}

/** The latest row of each material and region not later than the start. */
function initialStocks(rows: DataPackage["tables"]["stocks"], start: string) {
	const latest = new Map<string, (typeof rows)[number]>();
	for (const row of rows) {
		const key = `${row.material_id}:${row.region_id}`;
		const known = latest.get(key);
		if (row.date <= start && (!known || known.date < row.date)) latest.set(key, row);
	}
	return [...latest.values()];
}
