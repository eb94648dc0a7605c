import {
	type Coverage,
	type DemandScope,
	type Diagnosis,
	type MarginalValue,
	diagnose as run,
	SCOPES,
	type ShortageExplanation,
} from "@lodegrid/engine/chain";
import { openSolver } from "@lodegrid/engine/lp";
import { Command, Option } from "commander";
import { openPackage } from "../files.ts";
import { number, percent } from "../numbers.ts";
import {
	known,
	type ScenarioOptions,
	scenarioOf,
	showsProgress,
	withScenario,
} from "../options.ts";
import { startRun } from "../progress.ts";
import { textTable } from "../table.ts";

interface DiagnoseOptions extends ScenarioOptions {
	readonly product: string;
	readonly scope: DemandScope;
}

/** `lodegrid diagnose`: where the chain of one product breaks, and what one more tonne would unlock. */
export function diagnose(): Command {
	return withScenario(new Command("diagnose"))
		.description("solve the chain as it is and say where it breaks, why, and what would help")
		.option("--product <material>", "product to follow", "ndfeb_hre_magnet")
		.addOption(
			new Option("--scope <demand>", "whose demand the answer is about")
				.choices(SCOPES)
				.default("allied"),
		)
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid diagnose
  $ lodegrid diagnose --product smco_magnet --scope "home defence" --defence-case high
  $ lodegrid diagnose --home JPN --year 2027 --provenance none --json`,
		)
		.action(async (options: DiagnoseOptions) => {
			const pkg = openPackage(options.data);
			const products = [...new Set(pkg.tables.demand.map((row) => row.material_id))];
			known("product with a demand", options.product, products);
			const scenario = scenarioOf(pkg, options);
			const progress = startRun(showsProgress(options));
			try {
				using solver = await openSolver();
				const { product, scope } = options;
				const diagnosis = run(pkg, scenario, { product, scope }, solver, progress);
				progress.close();
				process.stdout.write(
					options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : text(diagnosis),
				);
			} finally {
				progress.close();
			}
		});
}

function text(diagnosis: Diagnosis): string {
	const chosen = diagnosis.coverage[0];
	const { solution } = diagnosis;
	const parts = [
		diagnosis.title,
		diagnosis.keyNumbers
			.map(({ label, value, unit, comparedWith }) => {
				const shown = unit === "fraction" ? percent(value) : `${number(value)} ${unit}`;
				return `  ${label}: ${shown} (${comparedWith})`;
			})
			.join("\n"),
		...(chosen
			? [`Effective capacity against need, ${chosen.scope} demand, t/yr`, coverageTable(chosen)]
			: []),
		...shortage("Short now", diagnosis.shortage),
		...shortage("Short without rivals", diagnosis.shortageWithoutRivals),
		...marginals("at plants that are full", diagnosis.marginalWithoutRivals.existing),
		...marginals("where there is no plant yet", diagnosis.marginalWithoutRivals.elsewhere),
		`${solution.package.name} ${solution.package.version} (${solution.package.hash.slice(0, 12)}); ${solution.method}; duality gap ${solution.dualityGap.toExponential(1)}; ${diagnosis.warnings.length} warnings, see --json.`,
	];
	return `${parts.join("\n\n")}\n`;
}

function coverageTable(coverage: Coverage): string {
	const header = ["stage", "material", "need", "home", "allied", "neutral", "rival", "covered"];
	return textTable(
		header.map((title, i) => ({ title, align: i < 2 ? "left" : "right" })),
		coverage.rows.map((row) => [
			row.stage,
			row.name,
			number(row.need),
			number(row.capability.home),
			number(row.capability.allied),
			number(row.capability.neutral),
			number(row.capability.rival),
			`${percent(row.coverage)}${row === coverage.weakest ? " <" : ""}`,
		]),
		100,
	);
}

function shortage(title: string, explanation: ShortageExplanation | null): string[] {
	return explanation ? [`${title}: ${explanation.text}`] : [];
}

const MOST = 5;

function marginals(where: string, values: readonly MarginalValue[]): string[] {
	if (values.length === 0) return [];
	const sentences = values.slice(0, MOST).map((value) => `  ${value.sentence}`);
	return [
		`What one more tonne a year would unlock ${where}, rivals closed\n${sentences.join("\n")}`,
	];
}
