/** Copies of the small package whose every cell is fine and whose model is not. */
import type { HostileCase } from "./hostile.ts";
import { type Files, textOf, withCell, withFile, withRows } from "./packages.ts";

const BY = "small_chain,high,";

type Edit = readonly [row: number, column: string, value: string];

/** What is wrong, the table that an error must name, and the edits or new rows that make it so. */
const BROKEN: readonly (readonly [string, string, readonly (Edit | string)[]])[] = [
	[
		"more NdPr out than in",
		"recipes",
		[
			[3, "coefficient", "0.21"],
			[3, "high", "0.3"],
		],
	],
	[
		"more Dy out than in",
		"recipes",
		[
			[4, "coefficient", "0.0051"],
			[4, "high", "0.006"],
		],
	],
	[
		"magnets from half the oxide",
		"recipes",
		[
			[5, "coefficient", "0.18"],
			[5, "low", ""],
		],
	],
	["reference material counted as 2", "recipes", [[2, "coefficient", "2"]]],
	["range above its value", "recipes", [[3, "low", "0.185"]]],
	["range below its value", "recipes", [[3, "high", "0.175"]]],
	["input becomes output", "recipes", [[5, "role", "output"]]],
	["assumption that cites none", "recipes", [[6, "source_ids", "small_chain"]]],
	["separator without feed", "recipes", [[2, "coefficient", "0"]]],
	["process without a recipe", "processes", [`idle,Idle,metal,ndpr_oxide,${BY}`]],
	[
		"reference material not in the recipe",
		"processes",
		[[2, "reference_material_id", "ndfeb_magnet"]],
	],
	["more than a tonne in a tonne", "compositions", [[5, "fraction", "0.999"]]],
	[
		"basket sums to 1.2",
		"ore_baskets",
		[
			[1, "oxide_share", "1"],
			[2, "oxide_share", "0.2"],
		],
	],
	["basket that its concentrate contradicts", "ore_baskets", [[1, "oxide_share", "0.22"]]],
	["assumption with a source's id", "assumptions", [`dy_loss,x,y,,,,,z`]],
	["assumption without low", "assumptions", [[1, "low", ""]]],
	["assumption without high", "assumptions", [[1, "high", ""]]],
	["assumption without unit", "assumptions", [[1, "unit", ""]]],
	["assumption outside its range", "assumptions", [[1, "value", "0.01"]]],
	["source with an address that runs", "sources", [[1, "url", "javascript:alert(1)"]]],
	["source with an assumption's id", "sources", ["a_source,T,P,,2020,press,"]],
	["lane to where it starts", "lanes", [[1, "to_region_id", "AUS"]]],
	["cargo that means two things", "materials", [[1, "freight_class", "ndpr_oxide"]]],
	["effect in the wrong unit", "measure_effects", [[1, "unit", "days"]]],
	["effect ends before it starts", "measure_effects", [[1, "to_date", "2025-12-31"]]],
	["effect before its measure", "measure_effects", [[1, "from_date", "2025-06-01"]]],
	["measure ends before it starts", "measures", [[1, "to_date", "2025"]]],
	["rule ends before it starts", "provenance_rules", [[1, "to_date", "2026-12-31"]]],
	["rule for an unknown stage", "provenance_rules", [[1, "stages", "mine;smelting"]]],
	["facility in an unknown stage", "facilities", [[1, "stages", "quarry"]]],
	["half a coordinate", "facilities", [[1, "latitude", ""]]],
	["site without coordinates", "facilities", [[3, "coordinate_quality", "site"]]],
	["country without a country's code", "regions", [`AUSTRALIA,Australia,country,0,0,allied,${BY}`]],
	[
		"capacities out of order",
		"capacities",
		[`splitter_sx,2025-01-01,operating,1,1,,,,output,${BY}`],
	],
	["committed above effective", "capacities", [[1, "committed_t_per_year", "10001"]]],
	[
		"unit in two facilities",
		"lines",
		[
			[2, "unit_id", "pit_plant"],
			[3, "unit_id", "pit_plant"],
		],
	],
	[
		"unit that counts two kinds of tonne",
		"lines",
		[`pit_sinter,pit,pit_plant,sinter_ndfeb,1,${BY}`],
	],
	[
		"stock above its storage",
		"stocks",
		[
			[1, "quantity_t", "2000"],
			[1, "high_t", "3000"],
		],
	],
	["stock outside its range", "stocks", [[1, "quantity_t", "20"]]],
	["base case for defence", "demand", [[1, "case", "base"]]],
	["defence case for motors", "demand", [[7, "case", "middle"]]],
	["defence without a high case", "demand", [[3, "year", "2031"]]],
	["low case above the middle", "demand", [[1, "quantity_t", "300"]]],
	["demand outside its range", "demand", [[7, "quantity_t", "5000"]]],
	["price outside its range", "prices", [[1, "mid_printed", "63"]]],
	["share of 100", "references", [[2, "value", "94"]]],
	["share in tonnes", "references", [[2, "unit", "t"]]],
	["tonnage as a fraction", "references", [[1, "unit", "fraction"]]],
	["shipment without a partner", "references", [[3, "partner_region_id", ""]]],
	["output with a partner", "references", [[1, "partner_region_id", "USA"]]],
	["reference outside its range", "references", [[1, "value", "9000"]]],
	["bound with a range", "claims", [[9, "low", "1"]]],
	["token with a number", "claims", [[7, "value", "1"]]],
	["range upside down", "claims", [[3, "low", "9999"]]],
	["claim in another dimension", "claims", [[5, "unit_id", "usd_per_t"]]],
	["claim without its basis", "claims", [[5, "basis_id", ""]]],
	["claim that an assumption makes", "claims", [[3, "source_ids", "a_dy_loss"]]],
	["formula over a claim that is not there", "claims", [[6, "formula", "nothing_here * 2"]]],
	["claim that follows from itself", "claims", [[2, "formula", "aus_share * world_output"]]],
	["revision on another basis", "claims", [[2, "basis_id", "gross"]]],
	["parameter of a table without numbers", "parameters", [[1, "table_name", "operators"]]],
	["parameter of a row that is not there", "parameters", [[1, "row_key", "mine_nzl_2025"]]],
	["parameter of a column of words", "parameters", [[1, "column_name", "title"]]],
	["parameter in another dimension", "parameters", [[2, "unit_id", "fraction"]]],
	["parameter a thousand times too large", "parameters", [[2, "unit_id", "kg_per_year"]]],
	["override without a figure", "parameters", [[2, "rule", "override"]]],
];

export function* brokenModels(small: Files): Generator<HostileCase> {
	for (const [name, table, edits] of BROKEN) {
		yield {
			name: `${table}: ${name}`,
			table,
			located: true,
			files: () => edited(small, table, edits),
		};
	}
	for (const table of ["sources", "materials", "recipes", "lines", "capacities"]) {
		yield {
			name: `${table}: a header and nothing else`,
			table,
			located: false,
			files: () =>
				withFile(small, `${table}.csv`, `${textOf(small, `${table}.csv`).split("\n")[0]}\n`),
		};
	}
	yield {
		name: "recipes: a cycle that creates matter",
		table: "recipes",
		located: true,
		files: () => cycle(small, 1.01),
	};
	yield {
		name: "recipes: a material that grows in one step",
		table: "recipes",
		located: true,
		files: () => growth(small),
	};
}

function edited(small: Files, table: string, edits: readonly (Edit | string)[]): Files {
	let files = small;
	for (const edit of edits) {
		if (typeof edit === "string") files = withRows(files, table, edit);
		else files = withCell(files, table, ...edit);
	}
	return files;
}

/** Two processes that turn acid into salt and back, `gain` times as much each round. */
export function cycle(small: Files, gain: number): Files {
	let files = withRows(
		small,
		"materials",
		`acid,Acid,separation,gross,t,,oxide,0,${BY}`,
		`salt,Salt,separation,gross,t,,oxide,0,${BY}`,
	);
	files = withRows(
		files,
		"processes",
		`spend,Acid to salt,separation,acid,${BY}`,
		`regain,Salt to acid,separation,salt,${BY}`,
	);
	return withRows(
		files,
		"recipes",
		`spend,acid,input,1,,,${BY}`,
		`spend,salt,output,2,,,${BY}`,
		`regain,salt,input,1,,,${BY}`,
		`regain,acid,output,${gain / 2},,,${BY}`,
	);
}

function growth(small: Files): Files {
	const files = withRows(cycle(small, 0.9), "processes", `breed,Breeder,separation,acid,${BY}`);
	return withRows(files, "recipes", `breed,acid,input,1,,,${BY}`, `breed,acid,output,1.5,,,${BY}`);
}
