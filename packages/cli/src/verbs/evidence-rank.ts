import {
	type DemandScope,
	effectInWords,
	type RankedFactor,
	type Ranking,
	resultChoices,
	SCOPES,
} from "@lodegrid/engine/chain";
import { Command, InvalidArgumentError, Option } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { number, percent } from "../numbers.ts";
import {
	known,
	type ScenarioOptions,
	scenarioOf,
	showsProgress,
	wholeNumber,
	withScenario,
} from "../options.ts";
import { startRun } from "../progress.ts";

import { textTable } from "../table.ts";

interface RankOptions extends ScenarioOptions {
	readonly result: string;
	readonly results?: boolean;
	readonly product: string;
	readonly scope: DemandScope;
	readonly parameters: number;
	readonly only?: readonly string[];
	readonly trajectories: number;
	readonly levels: number;
	readonly seed: number;
	readonly workers?: number;
	readonly top: number;
}

/** `lodegrid evidence rank`: which uncertain number moves a result most, and should be chased first. */
export function evidenceRank(): Command {
	return withScenario(new Command("rank"))
		.description("rank uncertain numbers by what they do to a result: what to chase next")
		.option("--result <id>", "result to move; --results lists them", "weakest")
		.option("--results", "list the results that can be asked for")
		.option("--product <material>", "product to follow", "ndfeb_hre_magnet")
		.addOption(
			new Option("--scope <demand>", "whose demand the result is about")
				.choices(SCOPES)
				.default("allied"),
		)
		.option("--parameters <n>", "sweep at most this many, the strongest", wholeNumber, 60)
		.option("--only <ids>", "sweep these, separated by commas", (text) => text.split(","))
		.option("--trajectories <n>", "times that each is moved, 1,000 at most", trajectories, 6)
		.option("--levels <n>", "levels of the grid, an even number", evenNumber, 4)
		.option("--seed <n>", "another seed draws other trajectories", wholeNumber, 1)
		.option("--workers <n>", "solvers side by side (default: one a core)", wholeNumber)
		.option("--top <n>", "rows to print", wholeNumber, 20)
		.addHelpText(
			"after",
			`
Effects are those of moving a number over its whole range, averaged (μ*); the
answer is the same on any number of workers.

Examples:
  $ lodegrid evidence rank
  $ lodegrid evidence rank --result coverage:dy_metal --scope allied
  $ lodegrid evidence rank --result alone --parameters 40 --trajectories 10 --json
  $ lodegrid evidence rank --results --product smco_magnet`,
		)
		.action(async (options: RankOptions) => {
			const pkg = openPackage(options.data);
			const products = [...new Set(pkg.tables.demand.map((row) => row.material_id))];
			known("product with a demand", options.product, products);
			const scenario = scenarioOf(pkg, options);
			const choices = resultChoices(pkg, scenario, options);
			if (options.results) {
				print(options, choices, () => list(choices));
				return;
			}
			known(
				"result",
				options.result,
				choices.map(({ id }) => id),
			);
			const result = choices.find(({ id }) => id === options.result)?.ref;
			if (!result) throw new Error(`no result ${options.result}`);
			const { trajectories, levels, seed, only } = options;
			// Worker threads are only loaded where they are used: every command starts through here.
			const { defaultWorkers, rank } = await import("../ranking/rank.ts");
			const progress = startRun(showsProgress(options));
			try {
				const ranking = await rank(
					pkg,
					{
						scenario,
						result,
						options: { parameters: only ?? options.parameters, trajectories, levels, seed },
					},
					options.workers ?? defaultWorkers(trajectories),
					progress,
				);
				progress.close();
				print(options, ranking, () => text(ranking, options.top));
			} catch (error) {
				if (error instanceof RangeError) throw new Failure(2, error.message);
				throw error;
			} finally {
				progress.close();
			}
		});
}

function print(options: RankOptions, value: unknown, asText: () => string): void {
	process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : asText());
}

function list(choices: ReturnType<typeof resultChoices>): string {
	const columns = [{ title: "result" }, { title: "what it is" }, { title: "unit" }];
	return `${textTable(
		columns,
		choices.map(({ id, title, unit }) => [id, title, unit]),
		120,
	)}\n`;
}

const ARROWS: Readonly<Record<RankedFactor["direction"], string>> = {
	up: "+",
	down: "-",
	either: "+/-",
	none: "",
};

function text(ranking: Ranking, top: number): string {
	const { rows, baseline, unit, seed, trajectories, solves, leftOut, warnings } = ranking;
	const amount = (value: number) => effectInWords(value, unit);
	const shown =
		baseline === null
			? "unknown"
			: unit === "fraction"
				? percent(baseline)
				: `${number(baseline)} ${unit}`;
	const moving = rows.filter((row) => row.muStar > 0);
	const still = rows.length - moving.length;
	const table = textTable(
		[
			{ title: "number" },
			{ title: "moves it by", align: "right" },
			{ title: "95 % interval" },
			{ title: "way" },
			{ title: "spread σ", align: "right" },
			{ title: "over the range" },
			{ title: "confidence" },
		],
		moving
			.slice(0, top)
			.map((row) => [
				row.title,
				amount(row.muStar),
				`${amount(row.muStarLow)} to ${amount(row.muStarHigh)}`,
				ARROWS[row.direction],
				row.sigma === null ? "unknown" : amount(row.sigma),
				`${number(row.range.low)} to ${number(row.range.high)} ${row.range.unit}`,
				row.confidence,
			]),
		140,
	);
	const parts = [
		ranking.title,
		`As the package stands: ${shown}.`,
		...(moving.length > 0 ? [table] : []),
		[
			...(moving.length > top ? [`${moving.length - top} more move it; --top shows them.`] : []),
			...(still > 0 ? [`${still} of the ${rows.length} swept do not move it.`] : []),
			...leftOut.map(({ count, why }) => `${count} uncertain numbers ${why}.`),
			...warnings.map((warning) => `Warning: ${warning}.`),
		].join("\n"),
		`${ranking.package.name} ${ranking.package.version} (${ranking.package.hash.slice(0, 12)}); ${rows.length} numbers, ${trajectories.done} trajectories, ${ranking.levels} levels, seed ${seed}; worked out ${solves} times.`,
	];
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Effects settle within tens; a slip of the keyboard should not run for days. */
const MOST_TRAJECTORIES = 1000;

function trajectories(given: string): number {
	const value = wholeNumber(given);
	if (value > MOST_TRAJECTORIES)
		throw new InvalidArgumentError(`expected ${number(MOST_TRAJECTORIES)} at most`);
	return value;
}

function evenNumber(given: string): number {
	const value = wholeNumber(given);
	if (value % 2 !== 0) throw new InvalidArgumentError("expected an even number");
	return value;
}
