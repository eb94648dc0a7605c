/**
 * Which method is faster cold? Dual simplex and interior point with crossover on chain-like models
 * of growing size, one period and many. CPU seconds, so that a busy machine does not decide.
 * Run: `node scripts/run.mjs bench/method.ts [largest non-zeros] [seconds allowed]`.
 */
import { dualityGap, type Method, modelSize, openSolver } from "../packages/engine/src/lp/index.ts";
import { chainLike, type Shape } from "./instances/chain-like.ts";

const largest = Number(process.argv[2] ?? 150_000);
const allowed = Number(process.argv[3] ?? 120);
const shapes: Shape[] = [];
for (const periods of [1, 12, 24])
	for (const regions of [5, 10, 20, 40, 80, 160])
		shapes.push({
			regions,
			materials: 36,
			linesPerMaterialAndRegion: 1,
			lanesPerMaterialAndRegion: 3,
			periods,
		});

console.log(
	"| periods | rows | columns | non-zeros | simplex s | interior point s | ratio | warm re-solve s | memory MB | gap |",
);
console.log("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
for (const shape of shapes) {
	const model = chainLike(shape);
	const size = modelSize(model);
	if (size.nonzeros > largest) continue;
	const simplex = await time("simplex");
	const ipm = await time("ipm");
	const cells = [
		shape.periods,
		size.rows,
		size.columns,
		size.nonzeros,
		simplex.text,
		ipm.text,
		(simplex.cpu / ipm.cpu).toFixed(2),
		ipm.warm.toFixed(2),
		(ipm.memory / 1e6).toFixed(0),
		ipm.gap.toExponential(0),
	];
	console.log(`| ${cells.join(" | ")} |`);

	async function time(method: Method) {
		const solver = await openSolver();
		using session = solver.open(model);
		const before = process.cpuUsage();
		const result = session.solve({ method, timeLimitSeconds: allowed });
		const cpu = cpuSince(before);
		const memory = solver.memoryBytes;
		const done = result.status === "optimal";
		const again = process.cpuUsage();
		if (done) {
			const columns = Int32Array.from({ length: 5 }, (_, k) => k * 3);
			session.changeColumnBounds(columns, new Float64Array(5), new Float64Array(5));
			session.solve({ timeLimitSeconds: allowed });
		}
		return {
			cpu,
			memory,
			text: done ? cpu.toFixed(2) : `> ${cpu.toFixed(0)} (${result.status})`,
			warm: cpuSince(again),
			gap: done ? dualityGap(model, result).gap : Number.NaN,
		};
	}
}

function cpuSince(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}
