import { loadavg } from "node:os";
import { rank } from "../packages/cli/src/ranking/rank.ts";
import {
	type ChainResultRef,
	rankingBase,
	rankingOf,
	rankingPlan,
	runTrajectory,
	solveChain,
} from "../packages/engine/src/chain/index.ts";
import {
	type DataPackage,
	formatProblem,
	loadPackage,
} from "../packages/engine/src/dataset/index.ts";
import { openSolver, type Solver } from "../packages/engine/src/lp/index.ts";
import { baselineFiles, baselineScenario } from "./instances/baseline.ts";
import { type Cell, table } from "./markdown.ts";

interface Size {
	readonly parameters: number;
	readonly trajectories: number;
}

const ABOUT = { product: "ndfeb_hre_magnet", scope: "allied" } as const;

const RESULTS: readonly (readonly [string, ChainResultRef])[] = [
	[
		"coverage of Dy metal",
		{ kind: "coverage", ...ABOUT, stage: "metal", material: "dy_metal", element: null },
	],
	["weakest coverage", { kind: "weakest", ...ABOUT }],
	["delivered without rivals", { kind: "alone", ...ABOUT }],
	["total cost", { kind: "cost" }],
];

/** One cold chain run is measured this often; the median counts. */
const RUNS = 15;

/** The target: work of a ranking over that of as many cold solves as it has points. */
const AIM = 1.2;

/**
 * Rank on one thread and on two workers, each beside cold solves measured in the same minute: CPU
 * for work, wall for what a user waits.
 */
export async function rankingReport(size: Size, say: (line: string) => void): Promise<string> {
	const loaded = loadPackage(baselineFiles());
	if (!loaded.ok) throw new Error(loaded.problems.slice(0, 5).map(formatProblem).join("\n"));
	const { pkg } = loaded;
	const rows: Cell[][] = [];
	let worst = 0;
	for (const [name, result] of RESULTS) {
		using solver = await openSolver();
		const solve = coldSolve(pkg, solver);
		const points = size.trajectories * (size.parameters + 1);
		say(`${name}: one cold solve ${(1000 * solve.cpu).toFixed(0)} ms, ${points} points`);
		const one = onThisThread(pkg, result, size, solver);
		const pooled: { readonly cpu: number; readonly wall: number }[] = [];
		for (const workers of [1, 2]) {
			const load = loadAverage();
			const [began, since] = [cpu(), performance.now()];
			const question = { scenario: baselineScenario(1), result, options: size };
			const ranking = JSON.stringify(await rank(pkg, question, workers));
			const wall = (performance.now() - since) / 1000;
			pooled.push({ cpu: cpu() - began, wall });
			say(`  ${workers} workers: ${wall.toFixed(1)} s, load before ${load}`);
			if (ranking !== one.text) throw new Error(`${name}: ${workers} workers rank differently`);
		}
		const multiple = (one.plan + one.points) / (points * solve.cpu);
		worst = Math.max(worst, multiple);
		rows.push([
			name,
			one.factors,
			1000 * solve.cpu,
			one.plan,
			one.points,
			(1000 * one.points) / (points + 1),
			multiple.toFixed(2),
			...pooled.flatMap((run) => [run.cpu, run.wall]),
			((pooled[1]?.wall ?? 0) / (points * solve.wall)).toFixed(2),
		]);
	}
	return [
		table(
			[
				"result",
				"numbers swept",
				"one cold solve ms",
				"choosing s",
				"points s",
				"a point ms",
				"work / (6 × 41 solves)",
				"1 worker, CPU s",
				"wall s",
				"2 workers, CPU s",
				"wall s",
				"2 workers, wall / (6 × 41 solves' wall)",
			],
			rows,
		),
		worst < AIM
			? `The work is below ${AIM} times that of as many cold solves for every result; rankings are the same bytes on one thread, one worker and two.`
			: `The work reaches ${worst.toFixed(2)} times that of as many cold solves; the aim is ${AIM}.`,
	].join("\n\n");
}

/** CPU and wall seconds of one chain run from the package to the answer, code warm. */
function coldSolve(pkg: DataPackage, solver: Solver): { cpu: number; wall: number } {
	const cpus: number[] = [];
	const walls: number[] = [];
	for (let k = 0; k < RUNS; k++) {
		const [began, since] = [cpu(), performance.now()];
		solveChain(pkg, baselineScenario(1), solver);
		cpus.push(cpu() - began);
		walls.push((performance.now() - since) / 1000);
	}
	return { cpu: median(cpus), wall: median(walls) };
}

function onThisThread(pkg: DataPackage, result: ChainResultRef, size: Size, solver: Solver) {
	let began = cpu();
	const plan = rankingPlan(pkg, baselineScenario(1), result, solver, size);
	const seconds = cpu() - began;
	began = cpu();
	const base = rankingBase(pkg, plan, solver);
	const results = plan.design.trajectories.map((_, index) =>
		runTrajectory(pkg, plan, index, base, solver),
	);
	const text = JSON.stringify(rankingOf(plan, base.value, results));
	return { factors: plan.factors.length, plan: seconds, points: cpu() - began, text };
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** CPU seconds of this process, all its threads. */
function cpu(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function loadAverage(): string {
	return (loadavg()[0] ?? 0).toFixed(1);
}
