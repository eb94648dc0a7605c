import { lpBuilder, type Solver } from "../../lp/index.ts";
import { type Line, type Network, nodeAt, type Unit } from "../network.ts";
import type { Bloc } from "../types.ts";
import { BLOCS, plantBloc } from "./blocs.ts";
import type { Book } from "./book.ts";
import { primaryMakers } from "./requirement.ts";

/** Tonnes a year by bloc; each bloc's own part, so that they add up. */
export type ByBloc = Readonly<Record<Bloc, number>>;

/**
 * A network seen as what its plants could make in a year, whatever the demand. Under a provenance
 * rule `compliant` keeps the lines that may make compliant material.
 */
export interface Plants {
	readonly network: Network;
	readonly book: Book;
	readonly compliant: boolean;
	/** Capacity of a unit, t of reference flow a year (mean over the horizon). */
	readonly perYear: Float64Array;
	readonly blocOf: readonly Bloc[];
	/** Lines that count: with capacity, and allowed under the rule. */
	readonly usable: readonly Line[];
}

export function plantsOf(network: Network, book: Book, compliant = false): Plants {
	const years = network.periods.reduce((sum, p) => sum + p.years, 0);
	const periods = network.periods.length;
	const ruled = compliant && network.provenanceRule !== null;
	const perYear = Float64Array.from(network.units, (_, u) => {
		let sum = 0;
		for (let t = 0; t < periods; t++) sum += network.unitCapacity[u * periods + t] as number;
		return sum / years;
	});
	return {
		network,
		book,
		compliant: ruled,
		perYear,
		usable: usableLines(network, perYear, ruled),
		blocOf: network.units.map((u) => plantBloc(book, network.scenario, u.region, u.controller)),
	};
}

/** Capacity by process, t of reference flow a year: every line as if it had its unit to itself. */
export function processCapacity(plants: Plants): Map<string, number> {
	const capacity = new Map<string, number>();
	for (const line of onceEach(plants.network.lines)) {
		const own = plants.perYear[line.unit] as number;
		capacity.set(line.process, (capacity.get(line.process) ?? 0) + own);
	}
	return capacity;
}

/**
 * Equipment: what each unit could make of the material if it made nothing else and had its feed,
 * t/yr by unit (units that cannot are absent). `recycling` chooses recycling lines or all others.
 */
export function couldMake(plants: Plants, material: string, recycling = false): Map<Unit, number> {
	const could = new Map<Unit, number>();
	for (const line of plants.usable) {
		if ((line.stage === "recycling") !== recycling) continue;
		const yieldPerTonne = plants.book.recipes.get(line.process)?.outputs.get(material) ?? 0;
		raise(could, plants, line, yieldPerTonne);
	}
	return could;
}

/** The same for an element at a stage: t of oxide contained in what the unit makes a year. */
export function couldYield(plants: Plants, stage: string, element: string): Map<Unit, number> {
	const { book } = plants;
	const could = new Map<Unit, number>();
	for (const line of plants.usable) {
		if (line.stage !== stage) continue;
		let contained = 0;
		for (const [material, t] of book.recipes.get(line.process)?.outputs ?? [])
			contained += t * book.content(material, element) * book.oxidePerElement(element);
		raise(could, plants, line, contained);
	}
	return could;
}

export function byBloc(plants: Plants, could: ReadonlyMap<Unit, number>): ByBloc {
	const sum = { home: 0, allied: 0, neutral: 0, rival: 0 };
	for (const [unit, t] of could)
		sum[plants.blocOf[plants.network.units.indexOf(unit)] as Bloc] += t;
	return sum;
}

/**
 * A joint product (an oxide) by bloc, limited by feed: the most that plants of the bloc and of
 * friendlier ones could make together out of what those blocs mine, shipping along open lanes
 * between them, as if this product were all that mattered; the bloc's own part is what it adds.
 * Solves one small linear program per bloc; those less friendly than all wanted stay 0.
 *
 * @throws Error when the solver gives up (a data package cannot make these programs infeasible)
 */
export function fedByBloc(
	plants: Plants,
	material: string,
	solver: Solver,
	wanted: readonly Bloc[] = BLOCS,
): ByBloc {
	const added = { home: 0, allied: 0, neutral: 0, rival: 0 };
	let before = 0;
	const last = Math.max(...wanted.map((bloc) => BLOCS.indexOf(bloc)));
	BLOCS.slice(0, last + 1).forEach((bloc, i) => {
		const total = mostOf(plants, material, new Set(BLOCS.slice(0, i + 1)), solver);
		added[bloc] = Math.max(0, total - before);
		before = Math.max(before, total);
	});
	return added;
}

/**
 * Lines with capacity; under a rule only those whose output, where it covers it, is compliant.
 * Whatever the rule, each line once: one that only runs compliant counts as an ordinary one.
 */
function usableLines(network: Network, perYear: Float64Array, compliant: boolean): Line[] {
	const covered = new Set(network.nodes.flatMap((n) => (n.compliant ? [n.material] : [])));
	const bound = (line: Line): boolean =>
		line.outputs.some((o) => covered.has(network.nodes[o.node]?.material ?? -1));
	const running = network.lines.filter((line) => (perYear[line.unit] as number) > 0);
	if (compliant) return running.filter((line) => line.compliant === bound(line));
	return onceEach(running).map((line) => (line.compliant ? asOrdinary(network, line) : line));
}

/** Ordinary lines, and compliant ones of units that have no ordinary line for the process. */
function onceEach(lines: readonly Line[]): Line[] {
	const keyOf = (line: Line): string => `${line.unit}:${line.process}`;
	const ordinary = new Set(lines.filter((l) => !l.compliant).map(keyOf));
	return lines.filter((line) => !line.compliant || !ordinary.has(keyOf(line)));
}

function asOrdinary(network: Network, line: Line): Line {
	const anyOf = (flow: Line["inputs"][number]) => {
		const { material, region } = network.nodes[flow.node] as Network["nodes"][number];
		const node = nodeAt(network, material, region);
		return node < 0 ? flow : { ...flow, node };
	};
	return { ...line, inputs: line.inputs.map(anyOf), outputs: line.outputs.map(anyOf) };
}

function raise(could: Map<Unit, number>, plants: Plants, line: Line, perTonne: number): void {
	const unit = plants.network.units[line.unit] as Unit;
	const t = perTonne * (plants.perYear[line.unit] as number);
	if (t > (could.get(unit) ?? 0)) could.set(unit, t);
}

/** Processes upstream of a material, recycling left out. */
function upstreamProcesses(book: Book, material: string): Set<string> {
	const processes = new Set<string>();
	const waiting = [material];
	const seen = new Set(waiting);
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
		for (const recipe of primaryMakers(book, next)) {
			processes.add(recipe.id);
			for (const input of recipe.inputs.keys())
				if (!seen.has(input)) {
					seen.add(input);
					waiting.push(input);
				}
		}
	return processes;
}

function mostOf(
	plants: Plants,
	material: string,
	blocs: ReadonlySet<Bloc>,
	solver: Solver,
): number {
	const { network, book, perYear, blocOf } = plants;
	const processes = upstreamProcesses(book, material);
	const lines = plants.usable.filter(
		(l) => processes.has(l.process) && blocs.has(blocOf[l.unit] as Bloc),
	);
	if (lines.length === 0) return 0;
	const rowOf = new Map<number, number>();
	for (const line of lines)
		for (const input of line.inputs) if (!rowOf.has(input.node)) rowOf.set(input.node, rowOf.size);
	const made = new Set(lines.flatMap((l) => l.outputs.map((o) => o.node)));
	const lanes = openLanes(network, made, rowOf);
	for (const l of lanes) {
		const from = network.lanes.from[l] as number;
		if (!rowOf.has(from)) rowOf.set(from, rowOf.size);
	}
	const units = [...new Set(lines.map((l) => l.unit))];
	const unitRow = new Map(units.map((u, i) => [u, i]));

	const lp = lpBuilder(`most ${material}`);
	const activity = lp.columns({
		family: "activity",
		count: lines.length,
		unit: "t/yr",
		labelOf: (k) => lines[k]?.id ?? "",
	});
	const shipment = lp.columns({
		family: "shipment",
		count: lanes.length,
		unit: "t/yr",
		labelOf: (k) => `${lanes[k]}`,
	});
	const balance = lp.rows({
		family: "balance",
		count: rowOf.size,
		unit: "t/yr",
		labelOf: (k) => `${k}`,
		lower: 0,
	});
	const capacity = lp.rows({
		family: "capacity",
		count: units.length,
		unit: "t/yr",
		labelOf: (k) => network.units[units[k] as number]?.id ?? "",
	});
	units.forEach((u, i) => {
		lp.rowBounds(capacity + i, -Infinity, perYear[u] as number);
	});
	lines.forEach((line, k) => {
		const yieldPerTonne = book.recipes.get(line.process)?.outputs.get(material) ?? 0;
		lp.cost(activity + k, -yieldPerTonne);
		lp.entry(capacity + (unitRow.get(line.unit) as number), activity + k, 1);
		for (const { node, coefficient } of line.inputs)
			lp.entry(balance + (rowOf.get(node) as number), activity + k, -coefficient);
		for (const { node, coefficient } of line.outputs) {
			const row = rowOf.get(node);
			if (row !== undefined) lp.entry(balance + row, activity + k, coefficient);
		}
	});
	lanes.forEach((l, k) => {
		const arrives = 1 - (network.lanes.loss[l] as number);
		lp.entry(balance + (rowOf.get(network.lanes.from[l] as number) as number), shipment + k, -1);
		lp.entry(balance + (rowOf.get(network.lanes.to[l] as number) as number), shipment + k, arrives);
	});
	const result = solver.solve(lp.build(), { method: "simplex" });
	if (result.status !== "optimal")
		throw new Error(`the most ${material} that plants could make: ${result.status}`);
	return -result.objective;
}

/** Lanes, open in some period, that lead from where something is made to where it is consumed. */
function openLanes(
	network: Network,
	made: ReadonlySet<number>,
	consumed: ReadonlyMap<number, number>,
): number[] {
	const periods = network.periods.length;
	const lanes: number[] = [];
	for (let l = 0; l < network.lanes.count; l++) {
		if (!made.has(network.lanes.from[l] as number)) continue;
		if (!consumed.has(network.lanes.to[l] as number)) continue;
		for (let t = 0; t < periods; t++)
			if ((network.lanes.open[l * periods + t] as number) > 0) {
				lanes.push(l);
				break;
			}
	}
	return lanes;
}
