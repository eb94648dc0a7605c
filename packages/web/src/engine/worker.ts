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
import type { DataPackage, Run } from "@lodegrid/engine/dataset";
import { auditSource, openLedger, resolutionOf } from "@lodegrid/engine/evidence";
import { openSolver } from "@lodegrid/engine/lp";
import { expose } from "comlink";
import highsUrl from "highs/runtime?url";
import { capital } from "../lib/format.ts";
import { type Bench, setUp } from "./bench.ts";
import { aloneAnswer, chainAnswer } from "./chain-answer.ts";
import { evidenceAnswer } from "./evidence-answer.ts";
import { type Flag, signalOf } from "./flag.ts";
import { fetchPackage } from "./package.ts";
import type { EngineApi, Tell } from "./protocol.ts";
import { compareAnswer, reviewAnswer } from "./review-answer.ts";

let bench: Promise<Bench> | null = null;
let opened: Promise<DataPackage> | null = null;

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
	async evidence(flag, tell) {
		return evidenceAnswer(await thePackage(), runOf(flag, tell, "Checking the claims"));
	},
	async audit(source, flag, tell) {
		const run = runOf(flag, tell, "Working the figures out again");
		return auditSource(openLedger(await thePackage()), source, run);
	},
	async review(files, flag, tell) {
		return reviewAnswer(await thePackage(), files, runOf(flag, tell));
	},
	async compare(files, scenario, flag, tell) {
		return compareAnswer(await theBench(), files, scenario, runOf(flag, tell));
	},
	async resolution(cell, _flag, tell) {
		tell("Following a number back to its claims", 0, 0);
		return resolutionOf(await thePackage(), cell);
	},
};

expose(api);

function theBench(): Promise<Bench> {
	bench ??= Promise.all([thePackage(), openSolver({ locateFile: () => highsUrl })]).then(
		([pkg, solver]) => setUp(pkg, solver),
	);
	return bench;
}

/** The package alone: what asks nothing of the solver need not wait for it. */
function thePackage(): Promise<DataPackage> {
	opened ??= fetchPackage().then(({ pkg }) => pkg);
	return opened;
}

/** What follows and stops the chain, and anything else of the engine. */
type Answering = ChainRun & Run;

function runOf(flag: Flag | null, tell: Tell, task = "Solving the chain"): Answering {
	tell(task, 0, 0);
	return {
		clock: () => performance.now(),
		onProgress: ({ task, done, total }) => tell(capital(task), done, total),
		...(flag ? { cancelFlag: flag, signal: signalOf(flag) } : {}),
	};
}
