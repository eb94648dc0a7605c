import type { Scenario } from "../types.ts";
import { regionBloc } from "./blocs.ts";
import type { Book } from "./book.ts";

/** Whose demand an answer is about: `allied` = home and allied, `all` = the world. */
export const SCOPES = [
	"home defence",
	"home commercial",
	"home",
	"allied defence",
	"allied commercial",
	"allied",
	"all",
] as const;

export type DemandScope = (typeof SCOPES)[number];

/** Whether the demand of a sector in a region is in the scope. */
export function scopeTest(
	book: Book,
	scenario: Scenario,
	scope: DemandScope,
): (demand: { readonly region: string; readonly sector: string }) => boolean {
	const defence = new Set(book.pkg.tables.sectors.filter((s) => s.defence).map((s) => s.id));
	const blocs = new Map(
		book.pkg.tables.regions.map(({ id }) => [id, regionBloc(book, scenario, id)]),
	);
	return ({ region, sector }) => {
		if (scope.endsWith("defence") && !defence.has(sector)) return false;
		if (scope.endsWith("commercial") && defence.has(sector)) return false;
		const bloc = blocs.get(region);
		if (scope.startsWith("home")) return bloc === "home";
		if (scope.startsWith("allied")) return bloc === "home" || bloc === "allied";
		return true;
	};
}
