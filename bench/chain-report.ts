import { growthExponent } from "./growth.ts";
import { type Cell, table } from "./markdown.ts";
import { type ChainMeasure, runChainCase, type Stages } from "./run-chain-case.ts";

const SHOWN: readonly (keyof Stages)[] = [
	"load",
	"validate",
	"resolve",
	"build",
	"handOver",
	"solve",
	"extract",
];

/** Build and hand-over may take this share of the whole. */
const BUILD_SHARE = 0.15;

/** Measure the baseline at several sizes and set the stages, memory and growth side by side. */
export async function chainReport(
	periods: number,
	sizes: readonly number[],
	limits: { readonly secondsAllowed: number; readonly repeats: number },
	say: (line: string) => void,
): Promise<string> {
	const measures: ChainMeasure[] = [];
	const first: ChainMeasure[] = [];
	for (const copies of sizes) {
		say(`facilities × ${copies}, ${periods} ${periods === 1 ? "year" : "months"}`);
		const runs = await runChainCase({ periods, copies, ...limits }, (line) => say(`  ${line}`));
		const measure = median(runs);
		say(`  ${measure.status} in ${measure.wall.toFixed(1)} s; ${measure.method}`);
		measures.push(measure);
		first.push(runs[0] as ChainMeasure);
	}
	const rows: Cell[][] = measures.map((m, k) => [
		`× ${sizes[k]}`,
		m.facilities,
		m.rows,
		m.columns,
		m.nonzeros,
		...SHOWN.map((stage) => m.stages[stage]),
		totalOf(m),
		percent(shareOf(m)),
		percent(shareOf(first[k] as ChainMeasure)),
		totalOf(first[k] as ChainMeasure),
		m.wall,
		m.residentMegabytes,
		m.solverMegabytes,
		m.status,
		m.dualityGap === null ? "none" : m.dualityGap.toExponential(0),
	]);
	if (measures.length > 1) rows.push(growthRow(measures));
	const over = measures.filter((m) => shareOf(m) >= BUILD_SHARE).length;
	return [
		table(
			[
				"facilities",
				"number",
				"rows",
				"columns",
				"non-zeros",
				"load s",
				"validate s",
				"resolve s",
				"build s",
				"hand over s",
				"solve s",
				"extract s",
				"total s",
				"build + hand over",
				"in the first run",
				"first run total s",
				"wall s",
				"memory MB",
				"of it solver MB",
				"status",
				"duality gap",
			],
			rows,
		),
		over === 0
			? "Building and handing over take less than 15 % of the total at every size."
			: `Building and handing over take 15 % of the total or more at ${over} of ${measures.length} sizes.`,
	].join("\n\n");
}

/** The last run with the median of each stage and of the wall clock. */
function median(runs: readonly ChainMeasure[]): ChainMeasure {
	const middle = (of: (m: ChainMeasure) => number) => {
		const sorted = runs.map(of).sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] as number;
	};
	const stages = Object.fromEntries(SHOWN.map((stage) => [stage, middle((m) => m.stages[stage])]));
	const last = runs.at(-1) as ChainMeasure;
	return { ...last, stages: stages as unknown as Stages, wall: middle((m) => m.wall) };
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}

function totalOf({ stages }: ChainMeasure): number {
	return SHOWN.reduce((sum, stage) => sum + stages[stage], 0);
}

function shareOf(measure: ChainMeasure): number {
	return (measure.stages.build + measure.stages.handOver) / totalOf(measure);
}

function growthRow(measures: readonly ChainMeasure[]): Cell[] {
	const sizes = measures.map((m) => m.nonzeros);
	const exponent = (of: (m: ChainMeasure) => number) =>
		growthExponent(sizes, measures.map(of)).toFixed(2);
	return [
		"growth with non-zeros",
		"",
		"",
		"",
		"1",
		...SHOWN.map((stage) => exponent((m) => m.stages[stage])),
		exponent(totalOf),
		"",
		"",
		"",
		exponent((m) => m.wall),
		exponent((m) => m.residentMegabytes),
		exponent((m) => m.solverMegabytes),
		"",
		"",
	];
}
