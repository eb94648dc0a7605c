/** The data package as the page reads it: tables with the look-ups that views need. */
import type { DataPackage, Problem } from "@lodegrid/engine/dataset";
import { createContext, useContext } from "react";

export type Tables = DataPackage["tables"];
export type RowOf<K extends keyof Tables> = Tables[K][number];

export interface Catalog {
	readonly name: string;
	readonly version: string;
	readonly hash: string;
	readonly tables: Tables;
	readonly warnings: readonly Problem[];
	readonly regions: ReadonlyMap<string, RowOf<"regions">>;
	readonly materials: ReadonlyMap<string, RowOf<"materials">>;
	readonly elements: ReadonlyMap<string, RowOf<"elements">>;
	readonly processes: ReadonlyMap<string, RowOf<"processes">>;
	readonly operators: ReadonlyMap<string, RowOf<"operators">>;
	readonly facilities: ReadonlyMap<string, RowOf<"facilities">>;
	readonly sectors: ReadonlyMap<string, RowOf<"sectors">>;
	readonly sources: ReadonlyMap<string, RowOf<"sources">>;
	readonly assumptions: ReadonlyMap<string, RowOf<"assumptions">>;
	readonly claims: ReadonlyMap<string, RowOf<"claims">>;
	readonly subjects: ReadonlyMap<string, RowOf<"subjects">>;
	readonly attributes: ReadonlyMap<string, RowOf<"attributes">>;
	readonly bases: ReadonlyMap<string, RowOf<"bases">>;
	readonly units: ReadonlyMap<string, RowOf<"units">>;
	readonly linesOf: ReadonlyMap<string, readonly RowOf<"lines">[]>;
	readonly capacitiesOf: ReadonlyMap<string, readonly RowOf<"capacities">[]>;
}

export function catalogOf(pkg: DataPackage, warnings: readonly Problem[]): Catalog {
	const { tables } = pkg;
	return {
		name: pkg.name,
		version: pkg.version,
		hash: pkg.hash,
		tables,
		warnings,
		regions: byId(tables.regions),
		materials: byId(tables.materials),
		elements: byId(tables.elements),
		processes: byId(tables.processes),
		operators: byId(tables.operators),
		facilities: byId(tables.facilities),
		sectors: byId(tables.sectors),
		sources: byId(tables.sources),
		assumptions: byId(tables.assumptions),
		claims: byId(tables.claims),
		subjects: byId(tables.subjects),
		attributes: byId(tables.attributes),
		bases: byId(tables.bases),
		units: byId(tables.units),
		linesOf: Map.groupBy(tables.lines, (line) => line.facility_id),
		capacitiesOf: Map.groupBy(tables.capacities, (row) => row.unit_id),
	};
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
	return new Map(rows.map((row) => [row.id, row]));
}

const Context = createContext<Catalog | null>(null);
export const CatalogProvider = Context.Provider;

/** The catalogue; only inside a page, which is drawn once it is there. */
export function useCatalog(): Catalog {
	const catalog = useContext(Context);
	if (!catalog) throw new Error("The data package isn't loaded yet");
	return catalog;
}

/** The name of a region, material, facility, operator … or its id where it has none. */
export function nameOf(rows: ReadonlyMap<string, { readonly name: string }>, id: string): string {
	return rows.get(id)?.name ?? id;
}
