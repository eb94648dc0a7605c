/** The chain as rows: what is needed, and what flows. */
import type { CoverageRow, SankeyLink } from "@lodegrid/engine/chain";
import { percent } from "../../lib/format.ts";
import type { Column } from "../../parts/DataTable.tsx";
import { STAGE_WORDS, tonnes } from "../../parts/status.ts";

export const COVERAGE_COLUMNS: readonly Column<CoverageRow>[] = [
	{ id: "name", title: "Material", value: (row) => row.name },
	{ id: "stage", title: "Stage", value: (row) => STAGE_WORDS[row.stage] ?? row.stage },
	{
		id: "basis",
		title: "Counted in",
		value: (row) => (row.basis === "contained oxide" ? row.basis : tonnes(row.basis)),
		nowrap: true,
	},
	{ id: "need", title: "Need", unit: "t/yr", value: (row) => row.need },
	{ id: "home", title: "Home capacity", unit: "t/yr", value: (row) => row.capability.home },
	{ id: "allied", title: "Allied capacity", unit: "t/yr", value: (row) => row.capability.allied },
	{
		id: "neutral",
		title: "Neutral capacity",
		unit: "t/yr",
		value: (row) => row.capability.neutral,
	},
	{ id: "rival", title: "Rival capacity", unit: "t/yr", value: (row) => row.capability.rival },
	{
		id: "coverage",
		title: "Home and allied over need",
		value: (row) => row.coverage,
		show: (row) => percent(row.coverage),
	},
	{
		id: "recycling",
		title: "With recycling",
		value: (row) => row.coverageWithRecycling,
		show: (row) => percent(row.coverageWithRecycling),
	},
	{ id: "also", title: "Needed by other products", unit: "t/yr", value: (row) => row.alsoNeeded },
	{
		id: "plants",
		title: "Home and allied plants",
		value: (row) => row.plants.home + row.plants.allied,
	},
];

export function flowColumns(
	nameOf: (group: string) => string,
	materialName: (material: string) => string,
	unit: string,
): readonly Column<SankeyLink>[] {
	const stage = (id: string) => id.slice(0, id.indexOf("|"));
	const group = (id: string) => nameOf(id.slice(id.indexOf("|") + 1));
	return [
		{ id: "source", title: "From", value: (link) => group(link.source) },
		{ id: "sourceStage", title: "Stage", value: (link) => stage(link.source), nowrap: true },
		{ id: "target", title: "To", value: (link) => group(link.target) },
		{ id: "targetStage", title: "Next stage", value: (link) => stage(link.target), nowrap: true },
		{ id: "value", title: "Flow", unit, value: (link) => link.value },
		{
			id: "materials",
			title: "Materials, t as named",
			value: (link) =>
				link.materials
					.map(({ material, t }) => `${materialName(material)} ${t.toFixed(1)}`)
					.join("; "),
		},
	];
}
