/** The same models as MPS, solved by the same release of HiGHS compiled for the machine itself. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chainModel, networkOf } from "../../packages/engine/src/chain/index.ts";
import { loadPackage } from "../../packages/engine/src/dataset/index.ts";
import {
	formatSize,
	type LpModel,
	type Method,
	modelSize,
	openSolver,
	type Solver,
	writeMps,
} from "../../packages/engine/src/lp/index.ts";
import { baselineFiles, baselineScenario } from "../instances/baseline.ts";
import { tile } from "../instances/tile.ts";
import { table } from "../markdown.ts";
import { nativeMissing, solveNatively } from "../peers/native-highs.ts";
import { benchmark } from "../registry.ts";

const SECONDS_ALLOWED = 600;

benchmark({
	name: "native-highs",
	about:
		"One cold solve of the cost model (tiers open) here and by native HiGHS from the MPS we write, same method, one thread; CPU seconds of the solve alone, here once with cold WebAssembly and once more where that took under 5 s. The ratio is of the second.",
	async run(_, say) {
		const missing = nativeMissing();
		if (missing) {
			say(missing);
			return missing;
		}
		const cases: [number, number][] = [
			[1, 1],
			[1, 10],
			[1, 50],
			[6, 1],
			[24, 1],
		];
		const folder = mkdtempSync(join(tmpdir(), "lodegrid-bench-"));
		try {
			const rows = [];
			for (const [periods, copies] of cases) {
				const model = modelOf(periods, copies);
				say(`${periods} periods × ${copies}: ${formatSize(modelSize(model))}`);
				const file = join(folder, "model.mps");
				writeFileSync(file, writeMps(model));
				for (const method of ["simplex", "ipm"] as const)
					rows.push([periods, `× ${copies}`, ...(await compare(model, file, method))]);
			}
			return table(
				[
					"periods",
					"facilities",
					"non-zeros",
					"method",
					"objective here",
					"objective native",
					"relative difference",
					"here, first s",
					"here, again s",
					"native s",
					"ratio",
				],
				rows,
			);
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
});

function modelOf(periods: number, copies: number): LpModel {
	let files = baselineFiles();
	let loaded = loadPackage(files);
	if (loaded.ok && copies > 1) {
		files = tile(files, loaded.pkg, copies);
		loaded = loadPackage(files);
	}
	if (!loaded.ok) throw new Error("the baseline does not load");
	return chainModel(networkOf(loaded.pkg, baselineScenario(periods))).lp;
}

async function compare(model: LpModel, file: string, method: Method) {
	const solver = await openSolver();
	const first = solveHere(solver, model, method);
	const again = first.seconds < 5 ? solveHere(solver, model, method) : first;
	const { here } = first;
	const native = solveNatively(file, method, SECONDS_ALLOWED);
	const apart = Math.abs(here.objective - native.objective) / Math.max(1, Math.abs(here.objective));
	if (!(apart <= 1e-6))
		throw new Error(`objectives differ: ${here.objective} here, ${native.objective} natively`);
	return [
		model.values.length,
		method,
		here.objective,
		native.objective,
		apart.toExponential(0),
		first.seconds,
		again.seconds,
		native.solveSeconds,
		again.seconds / native.solveSeconds,
	];
}

function solveHere(solver: Solver, model: LpModel, method: Method) {
	using session = solver.open(model);
	const before = process.cpuUsage();
	const here = session.solve({ method, timeLimitSeconds: SECONDS_ALLOWED });
	const { user, system } = process.cpuUsage(before);
	return { here, seconds: (user + system) / 1e6 };
}
