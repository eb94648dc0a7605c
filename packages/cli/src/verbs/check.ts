import { formatProblem, loadPackage } from "@lodegrid/engine/dataset";
import { Command } from "commander";
import { packageFolder, readFolder } from "../files.ts";
import { type DataOptions, withData } from "../options.ts";

/** `lodegrid check`: every problem of a package at once, located; exit 2 when there is an error. */
export function check(): Command {
	return withData(new Command("check"))
		.description("check a data package: every problem at once, with table, row and column")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid check
  $ lodegrid check --data my-package --json`,
		)
		.action((options: DataOptions) => {
			const folder = packageFolder(options.data);
			const loaded = loadPackage(readFolder(folder));
			const errors = loaded.problems.filter((problem) => problem.severity === "error").length;
			const warnings = loaded.problems.length - errors;
			if (options.json) {
				process.stdout.write(
					`${JSON.stringify({ folder, ok: loaded.ok, errors, warnings, problems: loaded.problems }, null, 2)}\n`,
				);
			} else {
				for (const problem of loaded.problems) process.stderr.write(`${formatProblem(problem)}\n`);
				if (loaded.ok) {
					const { name, version, hash, tables } = loaded.pkg;
					const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
					process.stdout.write(
						`${name} ${version} (${hash.slice(0, 12)}): ${Object.keys(tables).length} tables, ${rows} rows, ${warnings} warnings, no errors\n`,
					);
				} else {
					process.stderr.write(`${folder}: ${errors} errors, ${warnings} warnings\n`);
				}
			}
			if (!loaded.ok) process.exitCode = 2;
		});
}
