import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compareResults, type ResultComparison } from "@lodegrid/engine/chain";
import { type DataPackage, formatProblem, type Problem } from "@lodegrid/engine/dataset";
import {
	type ImportReview,
	openLedger,
	type Reviewed,
	reviewImport,
} from "@lodegrid/engine/evidence";
import { openSolver } from "@lodegrid/engine/lp";
import { Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { type ScenarioOptions, scenarioOf, showsProgress, withScenario } from "../options.ts";
import { startRun } from "../progress.ts";
import { reviewText } from "./evidence-import-text.ts";
import { writeImport } from "./evidence-import-write.ts";
import { counted } from "./evidence-words.ts";

interface ImportOptions extends ScenarioOptions {
	readonly sources?: string;
	readonly subjects?: string;
	readonly dryRun?: boolean;
	readonly results?: boolean;
	readonly accept?: boolean;
}

/** `lodegrid evidence import FILE`: what new claims would change, and then their place in the package. */
export function evidenceImport(): Command {
	return withScenario(new Command("import"))
		.argument(
			"<file>",
			"CSV with the columns of claims, in any order; optional ones may be missing",
		)
		.option("--sources <file>", "CSV of new sources that the claims name")
		.option("--subjects <file>", "CSV of new subjects that the claims are about")
		.option("--dry-run", "only show what would change; nothing is written")
		.option("--results", "solve the chain before and after and show the results that change")
		.option("--accept", "write even if numbers of the model change or something does not add up")
		.description("review new claims, and put them into a package: all of them or none")
		.addHelpText(
			"after",
			`
Everything wrong with the files is named at once, with row and column, and then
nothing is written (exit code 2). An import that changes a number of the model
or brings a finding is written only with --accept (exit code 1 without). The
package to write to has to be named with --data; the shipped one is never
written to otherwise.

Examples:
  $ lodegrid evidence import new.csv --dry-run
  $ lodegrid evidence import new.csv --dry-run --results --home USA --year 2025
  $ lodegrid evidence import new.csv --sources new-sources.csv --data my-package --accept`,
		)
		.action(async (file: string, options: ImportOptions) => {
			if (options.data === undefined && !options.dryRun) {
				throw new Failure(
					2,
					"Name the package to write to with --data, or add --dry-run; the shipped package is not written to unless it is named. Nothing was written.",
				);
			}
			const before = openPackage(options.data);
			const reviewed = reviewOf(before, file, options);
			const results = options.results ? await compared(before, reviewed.after, options) : null;
			report(file, before, reviewed, results, options);
			if (options.dryRun) return;
			refuseUnaccepted(reviewed.review, options.accept === true);
			const written = writeImport(options.data as string, before, reviewed.after);
			process.stderr.write(`Written: ${written.join(", ") || "nothing, it is all there"}.\n`);
		});
}

type Good = Extract<Reviewed, { ok: true }>;

function reviewOf(before: DataPackage, file: string, options: ImportOptions): Good {
	const { sources, subjects } = options;
	const reviewed = reviewImport(before, bytesOf(file), {
		...(sources === undefined ? {} : { sources: bytesOf(sources) }),
		...(subjects === undefined ? {} : { subjects: bytesOf(subjects) }),
	});
	if (reviewed.ok) return reviewed;
	const files = { claims: file, sources, subjects };
	const lines = reviewed.problems.map((problem) => inFile(problem, files));
	const errors = reviewed.problems.filter(({ severity }) => severity === "error").length;
	throw new Failure(
		2,
		`${lines.join("\n")}\n${file}: ${counted(errors, "error")}; nothing was written.`,
	);
}

/** The problem with the name of the file it is in. */
function inFile(problem: Problem, files: Readonly<Record<string, string | undefined>>): string {
	const file = files[problem.table];
	const line = formatProblem(problem);
	return file === undefined ? line : line.replace(`${problem.table}.csv`, basename(file));
}

function bytesOf(file: string): Uint8Array {
	try {
		return new Uint8Array(readFileSync(file));
	} catch (error) {
		throw new Failure(2, `Cannot read ${file}: ${error instanceof Error ? error.message : error}`);
	}
}

async function compared(
	before: DataPackage,
	after: DataPackage,
	options: ImportOptions,
): Promise<ResultComparison> {
	const scenario = scenarioOf(before, options);
	const progress = startRun(showsProgress(options));
	try {
		using solver = await openSolver();
		return compareResults(before, after, scenario, solver, progress);
	} finally {
		progress.close();
	}
}

function report(
	file: string,
	before: DataPackage,
	{ review, after, problems }: Good,
	results: ResultComparison | null,
	{ json, dryRun }: ImportOptions,
): void {
	if (json) {
		const { tables: _, ...shown } = review;
		const document = { file, dryRun: dryRun === true, ...shown, results, problems };
		process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
		return;
	}
	for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
	process.stdout.write(
		reviewText(basename(file), review, openLedger(before), openLedger(after), results),
	);
	if (dryRun) process.stdout.write("Dry run: nothing was written.\n");
}

function refuseUnaccepted({ parameters, findings }: ImportReview, accept: boolean): void {
	const news = [
		...(parameters.length > 0
			? [`changes ${counted(parameters.length, "number")} of the model`]
			: []),
		...(findings.length > 0 ? [`brings ${counted(findings.length, "finding")}`] : []),
	];
	if (accept || news.length === 0) return;
	throw new Failure(
		1,
		`The import ${news.join(" and ")}: look at them above and add --accept to take them in. Nothing was written.`,
	);
}
