/** Everything the chain page shows, from one solved scenario. */
import {
	type ChainSolution,
	concentration,
	coverage,
	type Delivery,
	type DemandScope,
	explainShortage,
	type Network,
	regionBloc,
	type Sankey,
	sankey,
} from "@lodegrid/engine/chain";
import type { Alone, ChainAnswer, ChainQuestion } from "./protocol.ts";
import type { Bench, Solved } from "./worker.ts";

/** Countries kept per stage of the picture; the others become one node. */
const GROUPS_SHOWN = 7;
const SOUND: ReadonlySet<string> = new Set(["high", "medium"]);

export function chainAnswer(
	bench: Bench,
	{ network, solution }: Solved,
	{ product, scope, element, group }: ChainQuestion,
): ChainAnswer {
	const { pkg, book, solver } = bench;
	const compliant = network.provenanceRule !== null;
	const covered = coverage(network, book, solver, { product, scope, compliant });
	const elements = pkg.tables.compositions
		.filter((row) => row.material_id === product)
		.toSorted((a, b) => b.fraction - a.fraction)
		.map((row) => row.element_id);
	const followed = elements.includes(element)
		? element
		: (elements.find((id) => id === covered.weakest?.element) ?? elements[0] ?? null);
	const flows = sankey(solution, network, book, {
		product,
		element: followed,
		groupBy: group,
		top: GROUPS_SHOWN,
	});
	const mine = scopeTest(bench, network, scope);
	const asked = solution.deliveries.filter((d) => d.material === product);
	const ours = asked.filter(mine);
	const weakest = covered.weakest?.material;
	return {
		coverage: covered,
		sankey: flows,
		assumed: assumedNodes(bench, solution, flows),
		elements,
		required: sum(ours, (d) => d.required),
		delivered: sum(ours, (d) => d.delivered),
		world: sum(asked, (d) => d.required),
		shortage: explainShortage(solution, network, book, (d) => d.material === product && mine(d)),
		concentration:
			concentration(network, book, null).find(
				(row) => row.material === weakest && row.on === "capacity" && row.by === "place",
			) ?? null,
		status: solution.status,
		explanation: solution.explanation,
	};
}

/** What is delivered in scope when the scenario has closed rival plants and lanes. */
export function aloneAnswer(
	bench: Bench,
	{ network, solution }: Solved,
	{ product, scope }: ChainQuestion,
): Alone {
	const mine = scopeTest(bench, network, scope);
	const ours = solution.deliveries.filter((d) => d.material === product && mine(d));
	return { required: sum(ours, (d) => d.required), delivered: sum(ours, (d) => d.delivered) };
}

/** Ids of nodes most of whose tonnes were made where capacity is assumed or plants are aggregated. */
function assumedNodes(
	{ pkg, book }: Bench,
	{ units }: ChainSolution,
	{ nodes }: Sankey,
): readonly string[] {
	const weak = new Set(
		pkg.tables.capacities
			.filter(({ confidence }) => !SOUND.has(confidence))
			.map(({ unit_id }) => unit_id),
	);
	const byPlace = Map.groupBy(units, ({ stage, facility }) => `${stage}|${facility}`);
	return nodes
		.filter(({ stage, facilities }) => {
			const made = facilities.flatMap((facility) => byPlace.get(`${stage}|${facility}`) ?? []);
			const shaky = made.filter(
				({ unit, facility }) => weak.has(unit) || book.facilities.get(facility)?.aggregate,
			);
			return sum(shaky, (u) => u.used) > 0.5 * sum(made, (u) => u.used);
		})
		.map(({ id }) => id);
}

/** Whether a delivery is one of those whose coverage is asked. */
function scopeTest(
	{ pkg, book }: Bench,
	{ scenario }: Network,
	scope: DemandScope,
): (delivery: Delivery) => boolean {
	const { sectors, regions } = pkg.tables;
	const defence = new Set(sectors.filter((sector) => sector.defence).map(({ id }) => id));
	const blocs = new Map(regions.map(({ id }) => [id, regionBloc(book, scenario, id)]));
	return ({ region, sector }) => {
		const bloc = blocs.get(region);
		if (scope.endsWith("defence") && !defence.has(sector)) return false;
		if (scope.startsWith("home")) return bloc === "home";
		if (scope.startsWith("allied")) return bloc === "home" || bloc === "allied";
		return true;
	};
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
	return rows.reduce((total, row) => total + of(row), 0);
}
