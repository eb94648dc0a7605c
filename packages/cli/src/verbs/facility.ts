import type { DataPackage } from "@lodegrid/engine/dataset";
import { Command } from "commander";
import { openPackage } from "../files.ts";
import { number } from "../numbers.ts";
import { type DataOptions, known, withData } from "../options.ts";
import { textTable } from "../table.ts";

/** `lodegrid facility ID`: everything the package knows of one plant, each figure with who says so. */
export function facility(): Command {
	return withData(new Command("facility"))
		.argument("<id>", "id of the facility")
		.description("everything known of one facility, with its sources; gaps shown as gaps")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid facility my_lamp
  $ lodegrid facility us_mountain_pass_sep --json`,
		)
		.action((id: string, options: DataOptions) => {
			const pkg = openPackage(options.data);
			known(
				"facility",
				id,
				pkg.tables.facilities.map((row) => row.id),
			);
			const dossier = dossierOf(pkg, id);
			process.stdout.write(options.json ? `${JSON.stringify(dossier, null, 2)}\n` : print(dossier));
		});
}

type Tables = DataPackage["tables"];

interface Dossier {
	readonly facility: Tables["facilities"][number];
	readonly operator: Tables["operators"][number] | null;
	readonly lines: readonly Tables["lines"][number][];
	readonly capacities: readonly Tables["capacities"][number][];
	readonly sources: readonly Tables["sources"][number][];
	readonly assumptions: readonly Tables["assumptions"][number][];
}

function dossierOf(pkg: DataPackage, id: string): Dossier {
	const { tables } = pkg;
	const found = tables.facilities.find((row) => row.id === id);
	if (!found) throw new Error(`no facility ${id}`);
	const operator = tables.operators.find((row) => row.id === found.operator_id) ?? null;
	const lines = tables.lines.filter((row) => row.facility_id === id);
	const units = new Set(lines.map((row) => row.unit_id));
	const capacities = tables.capacities.filter((row) => units.has(row.unit_id));
	const cited = new Set(
		[found, ...(operator ? [operator] : []), ...lines, ...capacities].flatMap(
			(row) => row.source_ids,
		),
	);
	return {
		facility: found,
		operator,
		lines,
		capacities,
		sources: tables.sources.filter((row) => cited.has(row.id)),
		assumptions: tables.assumptions.filter((row) => cited.has(row.id)),
	};
}

function print(dossier: Dossier): string {
	const { facility, operator } = dossier;
	const facts: readonly (readonly [string, string | number | null])[] = [
		[
			"operator",
			operator ? `${operator.name} (${operator.ownership ?? "ownership unknown"})` : null,
		],
		["country", facility.region_id],
		["controlled from", facility.controlling_region_id],
		["status", facility.status],
		["stages", facility.stages.join(", ")],
		["since", facility.start_year],
		["products", facility.products],
		["capacity as published", facility.capacity_as_published],
		["latest output as published", facility.latest_output_as_published],
		["feed", facility.feed],
		["offtake", facility.offtake],
		["public support", facility.public_support],
		["confidence", facility.confidence],
		["sources", facility.source_ids.join(", ")],
		["note", facility.note],
	];
	const parts = [
		`${facility.name} [${facility.id}]${facility.aggregate ? " (aggregate of plants whose capacities nobody publishes)" : ""}`,
		...facts.map(([name, value]) => `  ${name}: ${value ?? "unknown"}`),
		"",
		dossier.lines.length > 0
			? textTable(
					[
						{ title: "line" },
						{ title: "process" },
						{ title: "unit" },
						{ title: "USD/t", align: "right" },
					],
					dossier.lines.map((row) => [
						row.id,
						row.process_id,
						row.unit_id,
						number(row.variable_cost_usd_per_t),
					]),
				)
			: "No process of it is published: a gap.",
		"",
		textTable(
			[
				{ title: "unit" },
				{ title: "from" },
				{ title: "status" },
				{ title: "nameplate t/yr", align: "right" },
				{ title: "effective t/yr", align: "right" },
				{ title: "latest output t", align: "right" },
				{ title: "basis" },
				{ title: "confidence" },
			],
			dossier.capacities.map((row) => [
				row.unit_id,
				row.from_date,
				row.status,
				number(row.nameplate_t_per_year),
				number(row.effective_t_per_year),
				row.latest_output_t === null
					? "unknown"
					: `${number(row.latest_output_t)} (${row.latest_output_year})`,
				row.basis,
				row.confidence,
			]),
			110,
		),
		"",
		...dossier.sources.map(
			(row) =>
				`[${row.id}] ${row.title}. ${row.publisher}, ${row.published ?? "undated"}. ${row.url ?? "not opened"}`,
		),
		...dossier.assumptions.map(
			(row) =>
				`[${row.id}] assumption: ${row.statement} ${row.value === null ? "" : `${row.value} (${row.low} to ${row.high}) ${row.unit}. `}${row.reason}`,
		),
	];
	return `${parts.join("\n")}\n`;
}
