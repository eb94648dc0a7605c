/**
 * One chain, from bytes to answer, in its own process so that its time and memory are its own.
 * Called by `run-chain-case.ts`; prints what is about to be solved on stderr, then one line of JSON.
 */
import { solveChain } from "../packages/engine/src/chain/index.ts";
import { formatProblem, loadPackage } from "../packages/engine/src/dataset/index.ts";
import { resolvePackage } from "../packages/engine/src/evidence/index.ts";
import {
	formatSize,
	type LpModel,
	modelSize,
	openSolver,
	type Solver,
} from "../packages/engine/src/lp/index.ts";
import { baselineFiles, baselineScenario } from "./instances/baseline.ts";
import { tile } from "./instances/tile.ts";
import type { ChainCase, ChainMeasure, Stages } from "./run-chain-case.ts";

const { periods, copies, secondsAllowed, repeats } = JSON.parse(
	process.argv[2] ?? "{}",
) as ChainCase;
const files = tiledBaseline();
const solver = await openSolver();
const runs: ChainMeasure[] = [];
for (let k = 0; k < repeats; k++) runs.push(once());
console.log(JSON.stringify(runs));

function once(): ChainMeasure {
	const stages: Stages = {
		load: 0,
		validate: 0,
		resolve: 0,
		build: 0,
		handOver: 0,
		solve: 0,
		extract: 0,
	};
	const wallStart = performance.now();
	let began = cpu();
	const loaded = loadPackage(files, {
		onProgress({ task }) {
			if (task !== "checking") return;
			stages.load = since(began);
			began = cpu();
		},
	});
	if (!loaded.ok) throw new Error(loaded.problems.slice(0, 5).map(formatProblem).join("\n"));
	stages.validate = since(began);

	began = cpu();
	resolvePackage(loaded.pkg);
	stages.resolve = since(began);

	const handed: Handed[] = [];
	const solution = solveChain(loaded.pkg, baselineScenario(periods), watched(solver, handed), {
		timeLimitSeconds: secondsAllowed,
		clock: cpu,
	});
	const last = handed.at(-1) as Handed;
	stages.handOver = last.seconds;
	stages.build = solution.seconds.build - last.seconds - last.aside;
	stages.solve = solution.seconds.solve;
	stages.extract = solution.seconds.extract;
	const size = modelSize(last.model);
	return {
		facilities: loaded.pkg.tables.facilities.length,
		lines: loaded.pkg.tables.lines.length,
		rows: size.rows,
		columns: size.columns,
		nonzeros: size.nonzeros,
		stages,
		wall: (performance.now() - wallStart) / 1000,
		status: solution.status,
		method: solution.method,
		dualityGap: solution.dualityGap,
		cost: solution.cost.total,
		residentMegabytes: process.resourceUsage().maxRSS / 1000,
		solverMegabytes: solver.memoryBytes / 1e6,
	};
}

function tiledBaseline() {
	const original = baselineFiles();
	const first = loadPackage(original);
	if (!first.ok) throw new Error(first.problems.slice(0, 5).map(formatProblem).join("\n"));
	return copies === 1 ? original : tile(original, first.pkg, copies);
}

interface Handed {
	readonly model: LpModel;
	readonly seconds: number;
	/** Spent on announcing the size: no part of the work measured. */
	readonly aside: number;
}

/** The same solver, noting what is handed over and how long that takes. */
function watched(real: Solver, handed: Handed[]): Solver {
	return {
		...real,
		open(model) {
			const announced = cpu();
			if (runs.length === 0) console.error(formatSize(modelSize(model)));
			const aside = since(announced);
			const start = cpu();
			const session = real.open(model);
			handed.push({ model, seconds: since(start), aside });
			return session;
		},
	};
}

/** CPU milliseconds of this process so far: a busy machine does not slow this clock. */
function cpu(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function since(start: number): number {
	return (cpu() - start) / 1000;
}
