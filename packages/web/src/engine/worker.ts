/** The engine's home in the browser: package, solver and solved scenarios, off the page's thread. */
import {
	type Book,
	type ChainRun,
	type ChainSolution,
	calibrate,
	marginalValues,
	type Network,
	networkOf,
	openBook,
	type Scenario,
	solveNetwork,
	verifyMarginal,
} from "@lodegrid/engine/chain";
import type { DataPackage, Problem } from "@lodegrid/engine/dataset";
import { openSolver, type Solver } from "@lodegrid/engine/lp";
import { expose } from "comlink";
import highsUrl from "highs/runtime?url";
import { capital } from "../lib/format.ts";
import { aloneAnswer, chainAnswer } from "./chain-answer.ts";
import { type Flag, signalOf } from "./flag.ts";
import { type Packed, unpack } from "./packed.ts";
import type { EngineApi, Tell } from "./protocol.ts";

export interface Solved {
	readonly network: Network;
	readonly solution: ChainSolution;
}

/** What every answer is worked out from. */
export interface Bench {
	readonly pkg: DataPackage;
	readonly warnings: readonly Problem[];
	readonly book: Book;
	readonly solver: Solver;
}

const KEPT = 24;

let bench: Promise<Bench> | null = null;
const solved = new Map<string, Solved>();

const api: EngineApi = {
	async open(_flag, tell) {
		tell("Opening the data package", 0, 0);
		const { pkg, warnings } = await theBench();
		return { pkg: { ...pkg, tables: { ...pkg.tables, lanes: [] } }, warnings };
	},
	async solution(scenario, flag, tell) {
		return solve(await theBench(), scenario, flag, tell).solution;
	},
	async chain(question, flag, tell) {
		const at = await theBench();
		const answer = solve(at, question.scenario, flag, tell);
		tell("Holding capacity against need", 0, 0);
		return chainAnswer(at, answer, question);
	},
	async alone(question, flag, tell) {
		const at = await theBench();
		const scenario = { ...question.scenario, closedBlocs: ["rival" as const] };
		return aloneAnswer(at, solve(at, scenario, flag, tell), question);
	},
	async margins(scenario, flag, tell) {
		const at = await theBench();
		const { network, solution } = solve(at, scenario, flag, tell);
		return marginalValues(solution, network, at.book, { top: 200 });
	},
	async verify(scenario, value, flag, tell) {
		const at = await theBench();
		const { network, solution } = solve(at, scenario, flag, tell);
		tell("Solving with one more tonne", 0, 0);
		return verifyMarginal(solution, network, at.book, at.solver, value, 1, runOf(flag, tell));
	},
	async calibration(flag, tell) {
		const { pkg, solver } = await theBench();
		return calibrate(pkg, solver, undefined, runOf(flag, tell));
	},
};

expose(api);

function solve({ pkg, solver }: Bench, scenario: Scenario, flag: Flag | null, tell: Tell): Solved {
	const key = JSON.stringify(scenario);
	const known = solved.get(key);
	if (known) return known;
	tell("Building the network", 0, 0);
	const network = networkOf(pkg, scenario);
	tell("Solving the chain", 0, 0);
	const solution = solveNetwork(network, solver, runOf(flag, tell));
	const answer = { network, solution };
	solved.set(key, answer);
	const oldest = solved.size > KEPT ? solved.keys().next().value : undefined;
	if (oldest !== undefined) solved.delete(oldest);
	return answer;
}

function runOf(flag: Flag | null, tell: Tell): ChainRun {
	return {
		clock: () => performance.now(),
		onProgress: ({ task, done, total }) => tell(capital(task), done, total),
		...(flag ? { cancelFlag: flag, signal: signalOf(flag) } : {}),
	};
}

function theBench(): Promise<Bench> {
	bench ??= (async () => {
		const solver = openSolver({ locateFile: () => highsUrl });
		const { pkg, warnings } = unpack(await fetchPackage());
		return { pkg, warnings, book: openBook(pkg), solver: await solver };
	})();
	return bench;
}

async function fetchPackage(): Promise<Packed> {
	const response = await fetch("/data/baseline.json");
	if (!response.ok)
		throw new Error(`The data package did not arrive (HTTP ${response.status}); reload the page.`);
	return response.json();
}
