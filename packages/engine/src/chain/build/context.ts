import type { DataPackage } from "../../dataset/index.ts";
import { resolvePackage } from "../../evidence/index.ts";
import type { Period } from "../network.ts";
import type { Bloc, Scenario } from "../types.ts";
import { periodsOf, type Span, spanOf } from "./calendar.ts";

/** What every step of building a network reads: tables, choices, and ids as positions. */
export interface Context {
	/** Its numbers resolved from their claims. */
	readonly pkg: DataPackage;
	readonly scenario: Scenario;
	readonly periods: readonly Period[];
	readonly spans: readonly Span[];
	/** Ids, sorted: the order of rows in a table must never matter. */
	readonly regions: readonly string[];
	readonly materials: readonly string[];
	readonly regionAt: ReadonlyMap<string, number>;
	readonly materialAt: ReadonlyMap<string, number>;
	readonly blocOf: ReadonlyMap<string, Bloc>;
	readonly closed: ReadonlySet<Bloc>;
	/** Filled as gaps are met. */
	readonly gaps: string[];
}

/** @throws RangeError when the scenario names a region, rule or measure the package does not have */
export function contextOf(given: DataPackage, scenario: Scenario): Context {
	const pkg = resolvePackage(given);
	const periods = periodsOf(scenario.start, scenario.periods);
	const regions = pkg.tables.regions.map((row) => row.id).sort();
	const materials = pkg.tables.materials.map((row) => row.id).sort();
	checkNames(pkg, scenario);
	return {
		pkg,
		scenario,
		periods,
		spans: periods.map(spanOf),
		regions,
		materials,
		regionAt: positions(regions),
		materialAt: positions(materials),
		blocOf: new Map(
			pkg.tables.regions.map((row) => [
				row.id,
				row.id === scenario.homeRegion ? "home" : (scenario.blocs?.[row.id] ?? row.bloc),
			]),
		),
		closed: new Set(scenario.closedBlocs ?? []),
		gaps: [],
	};
}

function positions(ids: readonly string[]): Map<string, number> {
	return new Map(ids.map((id, index) => [id, index]));
}

/** Rows by a key, each list in the order of `compare`. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const group = groups.get(key(row));
		if (group) group.push(row);
		else groups.set(key(row), [row]);
	}
	return groups;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function checkNames(pkg: DataPackage, scenario: Scenario): void {
	const { regions, provenance_rules, measures, facilities, operators } = pkg.tables;
	const known = (what: string, id: string, rows: readonly { readonly id: string }[]) => {
		if (!rows.some((row) => row.id === id))
			throw new RangeError(`the package has no ${what} \`${id}\``);
	};
	known("region", scenario.homeRegion, regions);
	for (const id of Object.keys(scenario.blocs ?? {})) known("region", id, regions);
	if (scenario.provenanceRule !== null && scenario.provenanceRule !== "dated")
		known("provenance rule", scenario.provenanceRule, provenance_rules);
	if (Array.isArray(scenario.measures))
		for (const id of scenario.measures) known("measure", id, measures);
	for (const outage of scenario.outages ?? []) {
		if (!(outage.remaining >= 0 && outage.remaining <= 1))
			throw new RangeError(`outage of ${outage.id}: remaining must be 0 to 1`);
		if (outage.kind === "facility") known("facility", outage.id, facilities);
		else if (outage.kind === "operator") known("operator", outage.id, operators);
		else if (outage.kind !== "lane") known("region", outage.id, regions);
		else if (!isLane(pkg, outage.id))
			throw new RangeError(`the package has no lane \`${outage.id}\``);
	}
	for (const change of scenario.demandChanges ?? []) {
		if (change.material !== undefined) known("material", change.material, pkg.tables.materials);
		if (change.region !== undefined) known("region", change.region, regions);
		if (change.sector !== undefined) known("sector", change.sector, pkg.tables.sectors);
		if (!(change.factor >= 0 && Number.isFinite(change.factor)))
			throw new RangeError(`a demand change needs a factor of 0 or more, found ${change.factor}`);
	}
}

/** `cargo:from>to`, where the cargo is that of a row, or a material of its class. */
function isLane(pkg: DataPackage, id: string): boolean {
	const [cargo = "", route = ""] = id.split(":");
	const [from, to] = route.split(">");
	const ofClass = pkg.tables.materials.find((row) => row.id === cargo)?.freight_class;
	return pkg.tables.lanes.some(
		(row) =>
			(row.cargo === cargo || row.cargo === ofClass) &&
			row.from_region_id === from &&
			row.to_region_id === to,
	);
}
