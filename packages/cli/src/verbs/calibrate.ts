import { type Calibration, type CalibrationRow, calibrate as run } from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import { openSolver } from "@lodegrid/engine/lp";
import { Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { number } from "../numbers.ts";
import { type DataOptions, showsProgress, wholeNumber, withData } from "../options.ts";
import { startRun } from "../progress.ts";
import { textTable } from "../table.ts";

interface CalibrateOptions extends DataOptions {
	readonly year?: number;
	readonly markdown?: boolean;
	readonly tolerance: number;
}

/** `lodegrid calibrate`: the model beside what was published; exit 1 when it is off without a reason. */
export function calibrate(): Command {
	return withData(new Command("calibrate"))
		.description("solve the reference years and set the model beside the published figures")
		.option("--year <year>", "only this year", wholeNumber)
		.option("--markdown", "print the table of docs/calibration.md")
		.option("--tolerance <pp>", "median error of shares allowed, percentage points", Number, 3)
		.addHelpText(
			"after",
			`
Exit code 1: the median error of the shares is over the tolerance, or a row is
off by more than 10 without a written reason.

Examples:
  $ lodegrid calibrate
  $ lodegrid calibrate --year 2024 --json
  $ lodegrid calibrate --markdown`,
		)
		.action(async (options: CalibrateOptions) => {
			const pkg = openPackage(options.data);
			const progress = startRun(showsProgress(options));
			try {
				using solver = await openSolver();
				const years = options.year ? [options.year] : undefined;
				const calibration = run(pkg, solver, years, progress);
				process.stdout.write(
					options.json
						? `${JSON.stringify(calibration, null, 2)}\n`
						: options.markdown
							? markdown(calibration, pkg)
							: text(calibration),
				);
				judge(calibration, options.tolerance);
			} finally {
				progress.close();
			}
		});
}

function judge({ summary }: Calibration, tolerance: number): void {
	const median = summary.medianShareError;
	const reasons = [
		...(median !== null && median > tolerance
			? [`the median error of the shares is ${number(median)} percentage points, over ${tolerance}`]
			: []),
		...(summary.unexplained > 0
			? [`${summary.unexplained} rows are off by more than 10 without a written reason`]
			: []),
	];
	if (reasons.length > 0) throw new Failure(1, `Not calibrated: ${reasons.join("; ")}.`);
}

function text(calibration: Calibration): string {
	const table = textTable(
		[
			{ title: "year" },
			{ title: "figure" },
			{ title: "model", align: "right" },
			{ title: "observed", align: "right" },
			{ title: "error", align: "right" },
			{ title: "relation" },
		],
		calibration.rows.map((row) => [
			String(row.reference.year),
			row.reference.title,
			quantity(row, row.model),
			quantity(row, row.observed),
			error(row),
			row.reference.relation,
		]),
		120,
	);
	return `${table}\n\n${summaryText(calibration)}\n`;
}

function markdown(calibration: Calibration, pkg: DataPackage): string {
	const urls = new Map(pkg.tables.sources.map((s) => [s.id, s.url]));
	const rows = calibration.rows.map((row) => {
		const { reference } = row;
		const cells = [
			String(reference.year),
			reference.title,
			quantity(row, row.model),
			`${quantity(row, row.observed)}${range(row)}`,
			error(row),
			reference.relation,
			reference.source_ids.map((id) => link(id, urls.get(id))).join(", "),
			reference.explanation ?? "",
		];
		return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	});
	return [
		"| year | figure | model | observed (range published) | error | relation | sources | where it stays off, why |",
		"|---|---|---:|---:|---:|---|---|---|",
		...rows,
		"",
		`${summaryText(calibration)} Package \`${pkg.name}\` ${pkg.version}, \`${pkg.hash.slice(0, 12)}\`.`,
		"",
	].join("\n");
}

function link(id: string, url: string | null | undefined): string {
	return url ? `[${id}](${url})` : id;
}

/** ` (58-62)`, in the unit of the figure; nothing where no range is published. */
function range({ reference }: CalibrationRow): string {
	const { low, high, value, unit } = reference;
	if ((low ?? value) === value && (high ?? value) === value) return "";
	const scale = unit === "fraction" ? 100 : 1;
	return ` (${number(scale * (low ?? value))}-${number(scale * (high ?? value))})`;
}

function summaryText({ summary }: Calibration): string {
	const { input, emergent } = summary.byRelation;
	return [
		`${summary.rows} figures, ${summary.shares} of them shares.`,
		`Median absolute error of the shares: ${number(summary.medianShareError)} percentage points; of the tonnages: ${number(summary.medianTonneError)} %.`,
		`${input.rows} rest on a figure that is also an input of the package${medianOf(input)}; ${emergent.rows} the model has to find${medianOf(emergent)}.`,
		`${summary.unexplained} off by more than 10 without a written reason.`,
	].join(" ");
}

function medianOf({ medianShareError: median }: { medianShareError: number | null }): string {
	return median === null ? "" : ` (shares: ${number(median)} points)`;
}

function quantity(row: CalibrationRow, value: number | null): string {
	if (value === null) return "unknown";
	return row.reference.unit === "fraction" ? `${number(100 * value)} %` : `${number(value)} t`;
}

function error(row: CalibrationRow): string {
	if (row.error === null) return "unknown";
	return `${row.error > 0 ? "+" : ""}${number(row.error)} ${row.errorUnit}`;
}
