import { join } from "node:path";
import {
	type ChainSolution,
	chainModel,
	type Network,
	networkOf,
	solveNetwork,
	toGeoJson,
	toGraphml,
} from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import { openSolver, writeMps } from "@lodegrid/engine/lp";
import { Argument, Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage, writeAll } from "../files.ts";
import { csv } from "../formats/csv.ts";
import { json } from "../formats/json.ts";
import { packageTables } from "../formats/package-tables.ts";
import { parquet } from "../formats/parquet.ts";
import { solutionMetadata, solutionTables } from "../formats/solution-tables.ts";
import type { Metadata, TidyTable } from "../formats/tidy.ts";
import { type ScenarioOptions, scenarioOf, showsProgress, withScenario } from "../options.ts";
import { startRun } from "../progress.ts";

interface ExportOptions extends ScenarioOptions {
	readonly out: string;
	readonly force?: boolean;
	readonly tablesOnly?: boolean;
}

/** What a format is written from. */
interface Content {
	readonly pkg: DataPackage;
	readonly network: Network;
	readonly solution: ChainSolution | null;
	readonly tables: readonly TidyTable[];
	readonly metadata: Metadata;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

const FORMATS: Readonly<Record<string, (content: Content, out: string) => Files>> = {
	csv: ({ tables }, out) =>
		new Map(tables.map((table) => [join(out, `${table.name}.csv`), csv(table)])),
	json: ({ tables, metadata }, out) => new Map([[out, json(tables, metadata)]]),
	parquet: ({ tables, metadata }, out) =>
		new Map(tables.map((table) => [join(out, `${table.name}.parquet`), parquet(table, metadata)])),
	geojson: ({ pkg, network, solution }, out) =>
		new Map([[out, toGeoJson(pkg, solution ? network : null, solution)]]),
	graphml: ({ pkg, network, solution }, out) => {
		if (!solution) throw new Failure(2, "GraphML holds solved flows: leave out --tables-only.");
		return new Map([[out, toGraphml(pkg, network, solution)]]);
	},
	mps: ({ network }, out) => new Map([[out, writeMps(chainModel(network).lp)]]),
};

/** `lodegrid export FORMAT`: the package and the solved chain as files other tools read. */
export function exportFiles(): Command {
	return withScenario(new Command("export"))
		.addArgument(new Argument("<format>", "format to write").choices(Object.keys(FORMATS)))
		.requiredOption(
			"--out <path>",
			"folder (csv, parquet) or file (json, geojson, graphml, mps) to write",
		)
		.option("--tables-only", "only the tables of the package: nothing is solved")
		.option("--force", "overwrite what is there")
		.description(
			"write the package and the solved chain as CSV, JSON, Parquet, GeoJSON, GraphML or MPS",
		)
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid export csv --out results --year 2025
  $ lodegrid export parquet --out results --home JPN
  $ lodegrid export geojson --out facilities.geojson --tables-only
  $ lodegrid export mps --out chain-2025.mps --year 2025`,
		)
		.action(async (format: string, options: ExportOptions) => {
			const pkg = openPackage(options.data);
			const network = networkOf(pkg, scenarioOf(pkg, options));
			const write = FORMATS[format];
			if (!write) throw new Error(`no format ${format}`);
			const solved = !options.tablesOnly && format !== "mps";
			const solution = solved ? await solve(network, options) : null;
			const files = write(
				{
					pkg,
					network,
					solution,
					tables: [...packageTables(pkg), ...(solution ? solutionTables(solution) : [])],
					metadata: solution
						? solutionMetadata(solution)
						: { package: `${pkg.name} ${pkg.version}`, package_hash: pkg.hash },
				},
				options.out,
			);
			writeAll(files, options.force === true);
			const paths = [...files.keys()];
			process.stdout.write(
				options.json ? `${JSON.stringify({ written: paths })}\n` : `${paths.join("\n")}\n`,
			);
		});
}

async function solve(network: Network, options: ExportOptions): Promise<ChainSolution> {
	const progress = startRun(showsProgress(options));
	try {
		using solver = await openSolver();
		const solution = solveNetwork(network, solver, progress);
		if (solution.status !== "optimal") {
			throw new Failure(
				2,
				[`No solution: ${solution.status}.`, ...solution.explanation].join("\n"),
			);
		}
		return solution;
	} finally {
		progress.close();
	}
}
