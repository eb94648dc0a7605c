/** Package, solver and solved scenarios on one bench: what every answer is worked out from. */
import {
	type Book,
	type ChainRun,
	type ChainSolution,
	type Network,
	networkOf,
	openBook,
	type Scenario,
	solveNetwork,
} from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import type { Solver } from "@lodegrid/engine/lp";
import { stopped } from "./flag.ts";

export interface Solved {
	readonly network: Network;
	readonly solution: ChainSolution;
}

export interface Bench {
	readonly pkg: DataPackage;
	readonly book: Book;
	readonly solver: Solver;
	/** Solves a scenario, or recalls it. */
	solve(scenario: Scenario, run: ChainRun): Solved;
}

/** Scenarios kept; the oldest goes first. */
const KEPT = 24;

export function setUp(pkg: DataPackage, solver: Solver): Bench {
	const solved = new Map<string, Solved>();
	return {
		pkg,
		book: openBook(pkg),
		solver,
		solve(scenario, run) {
			const key = JSON.stringify(scenario);
			const known = solved.get(key);
			if (known) return known;
			const network = networkOf(pkg, scenario);
			const answer = { network, solution: solveNetwork(network, solver, run) };
			if (answer.solution.status === "cancelled") throw stopped();
			solved.set(key, answer);
			const oldest = solved.size > KEPT ? solved.keys().next().value : undefined;
			if (oldest !== undefined) solved.delete(oldest);
			return answer;
		},
	};
}
