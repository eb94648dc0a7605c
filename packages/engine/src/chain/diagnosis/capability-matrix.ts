import { CONFIDENCES, type DataPackage, STAGES } from "../../dataset/index.ts";
import { contextOf } from "../build/context.ts";
import { draftUnits } from "../build/units.ts";
import { type Book, type FacilityRow, openBook } from "./book.ts";

type CapacityRow = DataPackage["tables"]["capacities"][number];

/** Capacity of a stage in a region, in t of one thing a year. */
export interface CapabilityMeasure {
	/** Material that could be made, or `total` over the cell where all units count the same basis. */
	readonly material: string;
	/** What a tonne counts; `REO feed` for what separators take in. */
	readonly basis: string;
	/** t/yr; null where none of the units publishes one. */
	readonly nameplate: number | null;
	/** t/yr over the year, weighted by days, operating and ramping only. */
	readonly effective: number;
	/** Some of it is equipment that can make other things instead. */
	readonly shared: boolean;
}

export interface CapabilityCell {
	readonly stage: string;
	readonly region: string;
	/** Facilities that work at this stage, or are announced for it. */
	readonly facilities: number;
	/** Of these: lines that stand for plants nobody lists. */
	readonly aggregates: number;
	readonly operators: number;
	/** Facilities by status on 1 July of the year. */
	readonly statuses: Readonly<Record<string, number>>;
	readonly measures: readonly CapabilityMeasure[];
	/** Facilities of this cell whose capacity is unknown. */
	readonly unknown: number;
	readonly bestConfidence: string | null;
	readonly worstConfidence: string | null;
}

/** A facility known to work at a stage whose capacity there nobody gives. */
export interface CapabilityGap {
	readonly facility: string;
	readonly stage: string;
	readonly region: string;
	readonly status: string;
	readonly missing: "process and capacity" | "effective capacity";
}

export interface CapabilityMatrix {
	readonly year: number;
	readonly cells: readonly CapabilityCell[];
	readonly gaps: readonly CapabilityGap[];
}

/**
 * Who can do what, where: stage × region from the tables alone, no solver. Tonnes of different
 * bases are never added: metals stand one by one, separators as feed and per oxide they could give.
 * An absent cell means that no plant of any status is known there.
 */
export function capabilityMatrix(pkg: DataPackage, year: number): CapabilityMatrix {
	const book = openBook(pkg);
	const units = unitsIn(book, year);
	const works = Map.groupBy(worksOf(book, units), (w) => `${w.stage}|${w.facility.region_id}`);
	const cells: CapabilityCell[] = [];
	const gaps: CapabilityGap[] = [];
	for (const group of works.values()) {
		cells.push(cellOf(book, group));
		for (const work of group) {
			const missing =
				work.units.length === 0
					? "process and capacity"
					: work.units.every((u) => u.row?.effective_t_per_year == null)
						? "effective capacity"
						: null;
			if (missing !== null)
				gaps.push({
					facility: work.facility.id,
					stage: work.stage,
					region: work.facility.region_id,
					status: statusOf(work),
					missing,
				});
		}
	}
	const order = (c: { stage: string }): number => (STAGES as readonly string[]).indexOf(c.stage);
	const compare = (a: { stage: string; region: string }, b: { stage: string; region: string }) =>
		order(a) - order(b) || (a.region < b.region ? -1 : a.region > b.region ? 1 : 0);
	const byFacility = (a: CapabilityGap, b: CapabilityGap): number =>
		compare(a, b) || (a.facility < b.facility ? -1 : 1);
	return { year, cells: cells.sort(compare), gaps: gaps.sort(byFacility) };
}

interface UnitInYear {
	readonly id: string;
	readonly facility: string;
	readonly stage: string;
	readonly processes: readonly string[];
	/** Row in force on 1 July; undefined before the first. */
	readonly row: CapacityRow | undefined;
	/** t of reference flow over the year. */
	readonly effective: number;
}

/** What one facility does at one stage. */
interface Work {
	readonly facility: FacilityRow;
	readonly stage: string;
	readonly units: readonly UnitInYear[];
}

function unitsIn(book: Book, year: number): UnitInYear[] {
	const { tables } = book.pkg;
	const drafts = draftUnits(
		contextOf(book.pkg, {
			homeRegion: tables.regions[0]?.id ?? "",
			start: `${year}-01-01`,
			periods: [1],
			defenceCase: "middle",
			provenanceRule: null,
			measures: null,
		}),
	);
	const effective = new Map(drafts.units.map((u, i) => [u.id, drafts.capacity[i] as number]));
	const rows = Map.groupBy(tables.capacities, (c) => c.unit_id);
	return [...book.linesByUnit].map(([id, lines]) => {
		const processes = lines.map((l) => l.process_id);
		return {
			id,
			facility: lines[0]?.facility_id ?? "",
			stage: book.recipes.get(processes[0] ?? "")?.stage ?? "",
			processes,
			row: inForce(rows.get(id) ?? [], `${year}-07-01`),
			effective: effective.get(id) ?? 0,
		};
	});
}

function inForce(rows: readonly CapacityRow[], day: string): CapacityRow | undefined {
	return rows
		.filter((r) => r.from_date <= day)
		.reduce<CapacityRow | undefined>(
			(latest, r) => (latest === undefined || r.from_date > latest.from_date ? r : latest),
			undefined,
		);
}

function worksOf(book: Book, units: readonly UnitInYear[]): Work[] {
	const byFacility = Map.groupBy(units, (u) => u.facility);
	return [...book.facilities.values()].flatMap((facility) => {
		const own = byFacility.get(facility.id) ?? [];
		const stages = new Set([...facility.stages, ...own.map((u) => u.stage)]);
		return [...stages].map((stage) => ({
			facility,
			stage,
			units: own.filter((u) => u.stage === stage),
		}));
	});
}

function statusOf(work: Work): string {
	return work.units.find((u) => u.row !== undefined)?.row?.status ?? work.facility.status;
}

function cellOf(book: Book, group: readonly Work[]): CapabilityCell {
	const first = group[0] as Work;
	const statuses: Record<string, number> = {};
	for (const work of group) statuses[statusOf(work)] = (statuses[statusOf(work)] ?? 0) + 1;
	const confidences = group
		.flatMap((w) => w.units.map((u) => u.row?.confidence))
		.filter((c) => c !== undefined)
		.sort((a, b) => CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b));
	return {
		stage: first.stage,
		region: first.facility.region_id,
		facilities: group.length,
		aggregates: group.filter((w) => w.facility.aggregate).length,
		operators: new Set(group.map((w) => w.facility.operator_id)).size,
		statuses,
		measures: measuresOf(
			book,
			group.flatMap((w) => w.units),
		),
		unknown: group.filter((w) => w.units.every((u) => u.row?.effective_t_per_year == null)).length,
		bestConfidence: confidences[0] ?? null,
		worstConfidence: confidences.at(-1) ?? null,
	};
}

/** Bases whose tonnes may be added over the materials of one stage. */
const ADDABLE: ReadonlySet<string> = new Set(["REO", "alloy", "magnet", "scrap"]);

function measuresOf(book: Book, units: readonly UnitInYear[]): CapabilityMeasure[] {
	const measures = new Map<
		string,
		{ -readonly [K in keyof CapabilityMeasure]: CapabilityMeasure[K] }
	>();
	const count = (
		material: string,
		basis: string,
		unit: UnitInYear,
		perTonne: number,
		shared: boolean,
	) => {
		const nameplate = unit.row?.nameplate_t_per_year ?? null;
		const key = `${material}|${basis}`;
		const m = measures.get(key) ?? {
			material,
			basis,
			nameplate: null,
			effective: 0,
			shared: false,
		};
		if (nameplate !== null) m.nameplate = (m.nameplate ?? 0) + nameplate * perTonne;
		m.effective += unit.effective * perTonne;
		m.shared ||= shared;
		measures.set(key, m);
	};
	for (const unit of units) {
		const recipes = unit.processes.flatMap((p) => book.recipes.get(p) ?? []);
		const could = new Map<string, number>();
		for (const recipe of recipes)
			for (const [material, t] of recipe.outputs)
				if (recipe.joint || material === recipe.reference)
					could.set(material, Math.max(could.get(material) ?? 0, t));
		const joint = recipes.some((r) => r.joint);
		const basis = book.materials.get(recipes[0]?.reference ?? "")?.basis ?? "gross";
		if (ADDABLE.has(basis)) count("total", joint ? `${basis} feed` : basis, unit, 1, false);
		for (const [material, t] of could)
			count(material, book.materials.get(material)?.basis ?? "gross", unit, t, could.size > 1);
	}
	const first = (m: CapabilityMeasure): string => (m.material === "total" ? "" : m.material);
	return [...measures.values()].sort((a, b) => (first(a) < first(b) ? -1 : 1));
}
