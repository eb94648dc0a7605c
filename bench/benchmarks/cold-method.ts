/** The numbers behind the rule in `packages/engine/src/lp/method.ts`. */
import {
	dualityGap,
	type Method,
	modelSize,
	openSolver,
} from "../../packages/engine/src/lp/index.ts";
import { chainLike } from "../instances/chain-like.ts";
import { table } from "../markdown.ts";
import { benchmark } from "../registry.ts";

const SECONDS_ALLOWED = 120;
const LIGHT = 32_000;
const HEAVY = 170_000;

benchmark({
	name: "cold-method",
	about:
		"Dual simplex against interior point with crossover, cold, on random models shaped like the chain; CPU seconds.",
	async run({ heavy }, say) {
		const rows = [];
		for (const periods of [1, 12, 24])
			for (const regions of [5, 10, 20, 40, 80, 160]) {
				const model = chainLike({
					regions,
					materials: 36,
					linesPerMaterialAndRegion: 1,
					lanesPerMaterialAndRegion: 3,
					periods,
				});
				const size = modelSize(model);
				if (size.nonzeros > (heavy ? HEAVY : LIGHT)) continue;
				say(`${periods} periods, ${size.nonzeros} non-zeros`);
				const simplex = await measure(model, "simplex");
				const ipm = await measure(model, "ipm");
				rows.push([
					periods,
					size.rows,
					size.columns,
					size.nonzeros,
					simplex.text,
					ipm.text,
					simplex.cpu / ipm.cpu,
					ipm.warm,
					ipm.megabytes,
					ipm.gap.toExponential(0),
				]);
			}
		return table(
			[
				"periods",
				"rows",
				"columns",
				"non-zeros",
				"simplex s",
				"interior point s",
				"ratio",
				"five lines closed, warm s",
				"solver memory MB",
				"duality gap",
			],
			rows,
		);
	},
});

async function measure(model: Parameters<typeof modelSize>[0], method: Method) {
	const solver = await openSolver();
	using session = solver.open(model);
	const before = process.cpuUsage();
	const result = session.solve({ method, timeLimitSeconds: SECONDS_ALLOWED });
	const cpu = secondsSince(before);
	const megabytes = solver.memoryBytes / 1e6;
	const solved = result.status === "optimal";
	const again = process.cpuUsage();
	if (solved) {
		const lines = Int32Array.from({ length: 5 }, (_, k) => k * 3);
		session.changeColumnBounds(lines, new Float64Array(5), new Float64Array(5));
		session.solve();
	}
	return {
		cpu,
		text: solved ? cpu.toFixed(2) : `> ${cpu.toFixed(0)}`,
		warm: secondsSince(again),
		megabytes,
		gap: solved ? dualityGap(model, result).gap : Number.NaN,
	};
}

function secondsSince(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}
