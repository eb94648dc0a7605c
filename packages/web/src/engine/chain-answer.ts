/** Everything the chain page shows, from one solved scenario. */
import {
	BLOCS,
	type Bloc,
	type ChainRun,
	type ChainSolution,
	concentration,
	coverage,
	explainShortage,
	independentThroughput,
	needsCompliant,
	plantBloc,
	regionBloc,
	type Sankey,
	type SankeyNode,
	sankey,
	scopeTest,
	type UnitUse,
} from "@lodegrid/engine/chain";
import type { Bench } from "./bench.ts";
import type { Alone, ChainAnswer, ChainQuestion } from "./protocol.ts";

/** Countries kept per stage of the picture; the others become one node. */
const GROUPS_SHOWN = 7;
const SOUND: ReadonlySet<string> = new Set(["high", "medium"]);

export function chainAnswer(
	bench: Bench,
	{ scenario, product, scope, element, group }: ChainQuestion,
	run: ChainRun,
): ChainAnswer {
	const { pkg, book, solver } = bench;
	const { network, solution } = bench.solve(scenario, run);
	const compliant = needsCompliant(network, product, scope);
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
	const mine = scopeTest(bench.book, network.scenario, scope);
	const asked = solution.deliveries.filter((d) => d.material === product);
	const ours = asked.filter(mine);
	const weakest = covered.weakest?.material;
	return {
		coverage: covered,
		sankey: flows,
		blocs: nodeBlocs(bench, solution, flows),
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

/** What could be delivered in scope, year after year, with rivals closed and this product first. */
export function aloneAnswer(
	bench: Bench,
	{ scenario, product, scope }: ChainQuestion,
	run: ChainRun,
): Alone {
	const { pkg, solver } = bench;
	const { network, solution } = independentThroughput(
		pkg,
		scenario,
		solver,
		{ only: product },
		run,
	);
	const mine = scopeTest(bench.book, network.scenario, scope);
	const ours = solution.deliveries.filter((d) => d.material === product && mine(d));
	return { required: sum(ours, (d) => d.required), delivered: sum(ours, (d) => d.delivered) };
}

/** What the plants of a node made: the units of its facilities at its stage. */
function madeAt({ units }: ChainSolution, { stage, facilities }: SankeyNode): readonly UnitUse[] {
	const own = new Set(facilities);
	return units.filter((unit) => unit.stage === stage && own.has(unit.facility));
}

/** Ids of nodes most of whose tonnes were made where capacity is assumed or plants are aggregated. */
function assumedNodes(
	{ pkg, book }: Bench,
	solution: ChainSolution,
	{ nodes }: Sankey,
): readonly string[] {
	const weak = new Set(
		pkg.tables.capacities
			.filter(({ confidence }) => !SOUND.has(confidence))
			.map(({ unit_id }) => unit_id),
	);
	return nodes
		.filter((node) => {
			const made = madeAt(solution, node);
			const shaky = made.filter(
				({ unit, facility }) => weak.has(unit) || book.facilities.get(facility)?.aggregate,
			);
			return sum(shaky, (u) => u.used) > 0.5 * sum(made, (u) => u.used);
		})
		.map(({ id }) => id);
}

/** Bloc of every node: that of most of what its plants made, else of its region. */
function nodeBlocs(
	{ book }: Bench,
	solution: ChainSolution,
	{ nodes }: Sankey,
): Record<string, Bloc> {
	const { scenario } = solution;
	return Object.fromEntries(
		nodes.map((node) => {
			if ((BLOCS as readonly string[]).includes(node.group)) return [node.id, node.group as Bloc];
			const made = new Map<Bloc, number>();
			for (const { region, facility, used } of madeAt(solution, node)) {
				const bloc = plantBloc(book, scenario, region, book.controller(facility));
				made.set(bloc, (made.get(bloc) ?? 0) + used);
			}
			const most = [...made].toSorted(([, a], [, b]) => b - a)[0];
			return [node.id, most?.[0] ?? regionBloc(book, scenario, node.group)];
		}),
	);
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
	return rows.reduce((total, row) => total + of(row), 0);
}
