/** The engine's home in the browser, off the page's thread. */
import {
	type ChainRun,
	calibrate,
	coverage,
	marginalValues,
	needsCompliant,
	restsOn,
	verifyMarginal,
} from "@lodegrid/engine/chain";
import { openSolver } from "@lodegrid/engine/lp";
import { expose } from "comlink";
import highsUrl from "highs/runtime?url";
import { capital } from "../lib/format.ts";
import { type Bench, setUp } from "./bench.ts";
import { aloneAnswer, chainAnswer } from "./chain-answer.ts";
import { type Flag, signalOf } from "./flag.ts";
import { fetchPackage } from "./package.ts";
import type { EngineApi, Tell } from "./protocol.ts";

let bench: Promise<Bench> | null = null;

const api: EngineApi = {
	async warm() {
		await theBench();
	},
	async solution(scenario, flag, tell) {
		return (await theBench()).solve(scenario, runOf(flag, tell)).solution;
	},
	async chain(question, flag, tell) {
		return chainAnswer(await theBench(), question, runOf(flag, tell));
	},
	async alone(question, flag, tell) {
		return aloneAnswer(await theBench(), question, runOf(flag, tell));
	},
	async restsOn({ scenario, product, scope }, flag, tell) {
		const { book, solver, solve } = await theBench();
		const { network } = solve(scenario, runOf(flag, tell));
		const compliant = needsCompliant(network, product, scope);
		return restsOn(network, book, coverage(network, book, solver, { product, scope, compliant }));
	},
	async margins(scenario, product, flag, tell) {
		const { book, solve } = await theBench();
		const { network, solution } = solve(scenario, runOf(flag, tell));
		return marginalValues(solution, network, book, { top: 200, product });
	},
	async verify(scenario, value, flag, tell) {
		const { book, solver, solve } = await theBench();
		const { network, solution } = solve(scenario, runOf(flag, tell));
		return verifyMarginal(solution, network, book, solver, value, 1, runOf(flag, tell));
	},
	async calibration(flag, tell) {
		const { pkg, solver } = await theBench();
		return calibrate(pkg, solver, undefined, runOf(flag, tell));
	},
};

expose(api);

function theBench(): Promise<Bench> {
	bench ??= Promise.all([fetchPackage(), openSolver({ locateFile: () => highsUrl })]).then(
		([{ pkg }, solver]) => setUp(pkg, solver),
	);
	return bench;
}

function runOf(flag: Flag | null, tell: Tell): ChainRun {
	tell("Solving the chain", 0, 0);
	return {
		clock: () => performance.now(),
		onProgress: ({ task, done, total }) => tell(capital(task), done, total),
		...(flag ? { cancelFlag: flag, signal: signalOf(flag) } : {}),
	};
}
