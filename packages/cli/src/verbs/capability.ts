import { type CapabilityCell, capabilityMatrix } from "@lodegrid/engine/chain";
import { Command } from "commander";
import { openPackage } from "../files.ts";
import { number } from "../numbers.ts";
import { type DataOptions, known, wholeNumber, withData } from "../options.ts";
import { textTable } from "../table.ts";

interface CapabilityOptions extends DataOptions {
	readonly year: number;
	readonly region?: string;
	readonly stage?: string;
}

/** `lodegrid capability`: who can do what, where, from the tables alone; a region without a row is a finding. */
export function capability(): Command {
	return withData(new Command("capability"))
		.description("stage by region: plants, operators, nameplate and effective capacity, gaps")
		.option("--year <year>", "year", wholeNumber, 2025)
		.option("--region <id>", "only this region")
		.option("--stage <stage>", "only this stage")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid capability --stage separation
  $ lodegrid capability --region USA --year 2026 --json`,
		)
		.action((options: CapabilityOptions) => {
			const pkg = openPackage(options.data);
			const matrix = capabilityMatrix(pkg, options.year);
			const stages = [...new Set(matrix.cells.map((cell) => cell.stage))];
			if (options.stage) known("stage", options.stage, stages);
			if (options.region) {
				known(
					"region",
					options.region,
					pkg.tables.regions.map((row) => row.id),
				);
			}
			const wanted = (cell: { readonly stage: string; readonly region: string }) =>
				(!options.stage || cell.stage === options.stage) &&
				(!options.region || cell.region === options.region);
			const cells = matrix.cells.filter(wanted);
			const gaps = matrix.gaps.filter(wanted);
			process.stdout.write(
				options.json
					? `${JSON.stringify({ year: matrix.year, cells, gaps }, null, 2)}\n`
					: `${table(cells)}\n\n${gaps.length} plants at these stages have no published process or effective capacity: gaps, see --json.\n`,
			);
		});
}

function table(cells: readonly CapabilityCell[]): string {
	const rows = cells.flatMap((cell) => {
		const head = [cell.stage, cell.region, String(cell.facilities), String(cell.operators)];
		const tail = [String(cell.unknown), cell.worstConfidence ?? "unknown"];
		if (cell.measures.length === 0) return [[...head, "", "unknown", "unknown", ...tail]];
		return cell.measures.map((measure, i) => [
			...(i === 0 ? head : ["", "", "", ""]),
			measure.material === "total" ? `all, ${measure.basis}` : measure.material,
			number(measure.nameplate),
			number(measure.effective),
			...(i === 0 ? tail : ["", ""]),
		]);
	});
	const titles = [
		"stage",
		"region",
		"plants",
		"operators",
		"t/yr of",
		"nameplate",
		"effective",
		"gaps",
		"weakest evidence",
	];
	return textTable(
		titles.map((title, i) => ({
			title,
			align: [2, 3, 5, 6, 7].includes(i) ? "right" : "left",
		})),
		rows,
		110,
	);
}
