import { chainModel, networkOf } from "@lodegrid/engine/chain";
import { Nearest } from "@lodegrid/engine/dataset";
import {
	coefficientRange,
	formatSize,
	type LpModel,
	modelSize,
	printColumn,
	printModel,
	printRow,
} from "@lodegrid/engine/lp";
import { Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { type ScenarioOptions, scenarioOf, withScenario } from "../options.ts";

interface ShowOptions extends ScenarioOptions {
	readonly row?: string;
	readonly column?: string;
	readonly size?: boolean;
}

/** `lodegrid model show`: the linear program as mathematics, any row or column by name. */
export function model(): Command {
	const show = withScenario(new Command("show"))
		.description("print the model, one row or column of it, or its size; nothing is solved")
		.option("--row <name>", "one row, or every row whose name starts so")
		.option("--column <name>", "one column, or every column whose name starts so")
		.option("--size", "only the size and the range of the coefficients")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid model show --size
  $ lodegrid model show --row "balance[dy_metal,USA,2025]"
  $ lodegrid model show --row "capacity[us_"
  $ lodegrid model show --column "ship[ndpr_oxide,MYS>JPN,2025]"`,
		)
		.action((options: ShowOptions) => {
			const pkg = openPackage(options.data);
			const { lp } = chainModel(networkOf(pkg, scenarioOf(pkg, options)));
			process.stdout.write(options.json ? asJson(lp, options) : asText(lp, options));
		});
	return new Command("model").description("look at the mathematics").addCommand(show);
}

function asText(lp: LpModel, options: ShowOptions): string {
	if (options.row) return `${matching(lp, "row", options.row).join("\n\n")}\n`;
	if (options.column) return `${matching(lp, "column", options.column).join("\n\n")}\n`;
	const size = `${formatSize(modelSize(lp))}\n`;
	if (!options.size) return `${printModel(lp)}\n${size}`;
	const range = coefficientRange(lp);
	const ranges = range.ranges.map(
		({ kind, smallest, largest }) => `${kind}: ${smallest} to ${largest}`,
	);
	return [size.trimEnd(), ...ranges, ...range.warnings, ""].join("\n");
}

function asJson(lp: LpModel, options: ShowOptions): string {
	const chosen = options.row
		? { rows: matching(lp, "row", options.row) }
		: options.column
			? { columns: matching(lp, "column", options.column) }
			: {};
	return `${JSON.stringify({ size: modelSize(lp), coefficients: coefficientRange(lp), ...chosen }, null, 2)}\n`;
}

const MOST = 200;

function matching(lp: LpModel, kind: "row" | "column", name: string): string[] {
	const [count, nameOf, print] =
		kind === "row"
			? [lp.rowCount, (i: number) => lp.rowName(i), printRow]
			: [lp.columnCount, (j: number) => lp.columnName(j), printColumn];
	const exact = kind === "row" ? lp.findRow(name) : lp.findColumn(name);
	if (exact >= 0) return [print(lp, exact)];
	const names = Array.from({ length: count }, (_, i) => nameOf(i));
	const found = names.flatMap((candidate, i) => (candidate.startsWith(name) ? [i] : []));
	if (found.length === 0) {
		const near = new Nearest().find(name, names);
		throw new Failure(2, `There is no ${kind} ${name}.${near ? ` Did you mean ${near}?` : ""}`);
	}
	const shown = found.slice(0, MOST).map((i) => print(lp, i));
	return found.length > MOST ? [...shown, `... and ${found.length - MOST} more`] : shown;
}
