import type { CellRef } from "../../evidence/index.ts";
import type { Network } from "../network.ts";
import type { Book } from "./book.ts";
import { couldMake, couldYield, type Plants, plantsOf } from "./capability.ts";
import type { Coverage, CoverageRow } from "./coverage.ts";
import { scopeTest } from "./scope.ts";

/** A number of the data package that an answer was worked out from. */
export interface RestsOn {
	readonly cell: CellRef;
	/** What it is part of: the need, a capacity, or a recipe on the way. */
	readonly part: "demand" | "capacity" | "recipe";
	/** Stage of the chain; null for demand. */
	readonly stage: string | null;
	/** As it stands in the package. */
	readonly value: number;
	readonly unit: string;
	/** What the number is, in words. */
	readonly title: string;
	/** Facility or region it belongs to, for a link; null for a recipe. */
	readonly place: string | null;
	readonly sourceIds: readonly string[];
	readonly confidence: string;
}

/**
 * The numbers that a coverage was worked out from, largest first within each part: the demand
 * in scope, the capacity in force of every plant that can make what a stage needs, and the
 * recipes on the way. Shared inputs of the whole network (lanes, stocks) are not in it: they
 * decide flows, not capacity against need.
 */
export function restsOn(network: Network, book: Book, coverage: Coverage): RestsOn[] {
	const plants = plantsOf(network, book);
	const inForce = capacitiesInForce(network, book);
	return [
		...demandCells(network, book, coverage).sort(largestFirst),
		...once(coverage.rows.flatMap((row) => capacityCells(plants, inForce, row))).sort(largestFirst),
		...recipeCells(book, coverage.rows),
	];
}

function demandCells(network: Network, book: Book, { product, scope }: Coverage): RestsOn[] {
	const asked = scopeTest(book, network.scenario, scope);
	const sectors = new Map(book.pkg.tables.sectors.map((row) => [row.id, row]));
	const years = yearsOf(network);
	return book.pkg.tables.demand
		.filter((row) => {
			const wanted = sectors.get(row.sector_id)?.defence ? network.scenario.defenceCase : "base";
			return row.material_id === product && years.has(row.year) && row.case === wanted;
		})
		.filter((row) => asked({ region: row.region_id, sector: row.sector_id }))
		.map((row) => ({
			cell: {
				table: "demand",
				row: [row.material_id, row.region_id, row.sector_id, row.year, row.case].join("|"),
				column: "quantity_t",
			},
			part: "demand" as const,
			stage: null,
			value: row.quantity_t,
			unit: "t",
			title: `${book.regionName(row.region_id)}, ${sectors.get(row.sector_id)?.name ?? row.sector_id}, ${row.year}`,
			place: row.region_id,
			sourceIds: row.source_ids,
			confidence: row.confidence,
		}));
}

/** Rows of capacity that hold on the last day of the horizon, of units that make what the row needs. */
function capacityCells(plants: Plants, inForce: InForce, row: CoverageRow): RestsOn[] {
	const { book } = plants;
	const able =
		row.material === null
			? [...couldYield(plants, row.stage, row.element as string)]
			: [...couldMake(plants, row.material), ...couldMake(plants, row.material, true)];
	return able.flatMap(([unit, most]) => {
		const capacity = inForce.get(unit.id);
		if (!(most > 0) || !capacity || capacity.effective_t_per_year === null) return [];
		return {
			cell: {
				table: "capacities",
				row: `${unit.id}|${capacity.from_date}`,
				column: "effective_t_per_year",
			},
			part: "capacity" as const,
			stage: row.stage,
			value: capacity.effective_t_per_year,
			unit: "t/yr",
			title: `${book.facilityName(unit.facility)}, from ${capacity.from_date}`,
			place: unit.facility,
			sourceIds: capacity.source_ids,
			confidence: capacity.confidence,
		};
	});
}

type CapacityRow = Book["pkg"]["tables"]["capacities"][number];
type InForce = ReadonlyMap<string, CapacityRow>;

function capacitiesInForce(network: Network, book: Book): InForce {
	const end = network.periods.at(-1)?.end ?? "";
	const inForce = new Map<string, CapacityRow>();
	for (const row of book.pkg.tables.capacities) {
		const known = inForce.get(row.unit_id);
		if (row.from_date < end && (!known || known.from_date < row.from_date))
			inForce.set(row.unit_id, row);
	}
	return inForce;
}

function recipeCells(book: Book, rows: readonly CoverageRow[]): RestsOn[] {
	const stageOf = new Map(
		rows.flatMap((row) => row.routes.map(({ process }) => [process, row.stage] as const)),
	);
	return book.pkg.tables.recipes.flatMap((row) => {
		const stage = stageOf.get(row.process_id);
		if (stage === undefined) return [];
		return {
			cell: {
				table: "recipes",
				row: [row.process_id, row.material_id, row.role].join("|"),
				column: "coefficient",
			},
			part: "recipe" as const,
			stage,
			value: row.coefficient,
			unit: "t per t",
			title: `${book.inWords(row.material_id)} ${row.role === "input" ? "into" : "out of"} ${row.process_id}`,
			place: null,
			sourceIds: row.source_ids,
			confidence: row.confidence,
		};
	});
}

function yearsOf(network: Network): Set<number> {
	const first = Number(network.periods[0]?.start.slice(0, 4));
	const last = Number(lastDay(network.periods.at(-1)?.end ?? "").slice(0, 4));
	return new Set(Array.from({ length: last - first + 1 }, (_, k) => first + k));
}

/** The day before the first of the next period. */
function lastDay(end: string): string {
	return end.endsWith("-01-01") ? `${Number(end.slice(0, 4)) - 1}-12-31` : end;
}

/** A number that several stages rest on (a hall that makes two things) stands once per stage. */
function once(cells: readonly RestsOn[]): RestsOn[] {
	const seen = new Map<string, RestsOn>();
	for (const item of cells) {
		const key = `${item.stage}/${item.cell.table}/${item.cell.row}/${item.cell.column}`;
		if (!seen.has(key)) seen.set(key, item);
	}
	return [...seen.values()];
}

function largestFirst(a: RestsOn, b: RestsOn): number {
	return b.value - a.value || (a.title < b.title ? -1 : 1);
}
