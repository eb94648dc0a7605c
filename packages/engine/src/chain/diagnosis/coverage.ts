import type { Solver } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Bloc } from "../types.ts";
import { BLOCS } from "./blocs.ts";
import type { Book } from "./book.ts";
import {
	type ByBloc,
	byBloc,
	couldMake,
	couldYield,
	fedByBloc,
	type Plants,
	plantsOf,
	processCapacity,
} from "./capability.ts";
import { type RequirementRow, requirement } from "./requirement.ts";
import { type DemandScope, scopeTest } from "./scope.ts";

/** One stage and material of a product: what is needed and who could make it, t/yr. */
export interface CoverageRow extends RequirementRow {
	/** In words: `Dy metal`; at the mine `Dy in ore`. */
	readonly name: string;
	/**
	 * Effective capacity as if everything else waited, by bloc. A unit that can make several
	 * things counts in full for each; joint products are limited by the feed of the same blocs.
	 */
	readonly capability: ByBloc;
	/** Joint products: the same equipment with unlimited feed; null elsewhere. */
	readonly equipment: ByBloc | null;
	/** Recycling lines that make it, by bloc; not in `capability`. */
	readonly recycling: ByBloc;
	/** Plants with capacity, by bloc. */
	readonly plants: ByBloc;
	/** (capability of the chosen blocs) / need; null where nothing is needed. */
	readonly coverage: number | null;
	/** The same with recycling of those blocs, at most `recycleCredit` of it. */
	readonly coverageWithRecycling: number | null;
	/** Need of the other products for the same material, t/yr, in the same scope. */
	readonly alsoNeeded: number;
}

export interface Coverage {
	readonly product: string;
	readonly scope: DemandScope;
	readonly blocs: readonly Bloc[];
	/** t/yr of product. */
	readonly demand: number;
	/** From the mine downstream. */
	readonly rows: readonly CoverageRow[];
	/** Smallest coverage; of equals the one furthest upstream. Null without demand. */
	readonly weakest: CoverageRow | null;
	/** One sentence that names it. */
	readonly sentence: string;
}

export interface CoverageOptions {
	readonly product: string;
	readonly scope: DemandScope;
	/** Blocs whose capacity counts; default home and allied. */
	readonly blocs?: readonly Bloc[];
	/** Count only lines that may make compliant material (under the network's provenance rule). */
	readonly compliant?: boolean;
	/** Stages and materials to work out; default all of the product. */
	readonly only?: (row: RequirementRow) => boolean;
	/**
	 * Feed of joint products: "all" works it out for every bloc (default), "counted" for the blocs
	 * that count and friendlier ones, "unlimited" not at all, so no program is solved.
	 */
	readonly feed?: "all" | "counted" | "unlimited";
}

/**
 * Capacity over requirement at every stage of a product; the smallest is the weakest link.
 * Solves one small program per joint product and bloc (`fedByBloc`).
 */
export function coverage(
	network: Network,
	book: Book,
	solver: Solver,
	{ scope, ...options }: CoverageOptions,
): Coverage {
	const [only] = coverageByScope(network, book, solver, { ...options, scopes: [scope] });
	return only as Coverage;
}

/** The same for several scopes of demand at the price of one. */
export function coverageByScope(
	network: Network,
	book: Book,
	solver: Solver,
	options: Omit<CoverageOptions, "scope"> & { readonly scopes: readonly DemandScope[] },
): Coverage[] {
	const { product, scopes, blocs = ["home", "allied"], compliant = false } = options;
	const { only = () => true, feed = "all" } = options;
	const plants = plantsOf(network, book, compliant);
	const weights = processCapacity(plants);
	const perTonne = new Map<string, readonly RequirementRow[]>();
	const rowsOf = (id: string): readonly RequirementRow[] => {
		const rows = perTonne.get(id) ?? requirement(book, id, 1, weights).rows;
		perTonne.set(id, rows);
		return rows;
	};
	const wantedRows = rowsOf(product).filter(only);
	const fed = feed === "all" ? BLOCS : feed === "counted" ? blocs : [];
	const able = wantedRows.map((row) => abilityOf(plants, solver, row, fed));
	return scopes.map((scope) => {
		const wanted = demandByProduct(network, book, scope);
		const demand = wanted.get(product) ?? 0;
		const also = new Map<string, number>();
		for (const [other, t] of wanted)
			if (other !== product)
				for (const row of rowsOf(other))
					also.set(keyOf(row), (also.get(keyOf(row)) ?? 0) + t * row.perTonne);
		const rows = wantedRows
			.map((row, i) =>
				coverageRow(row, able[i] as Ability, demand, blocs, also.get(keyOf(row)) ?? 0),
			)
			.reverse();
		const weakest = weakestOf(rows);
		const sentence = sentenceOf(book, product, scope, blocs, weakest, compliant);
		return { product, scope, blocs, demand, rows, weakest, sentence };
	});
}

/** Home defence demand that a provenance rule binds is covered by compliant capacity only. */
export function needsCompliant(network: Network, product: string, scope: DemandScope): boolean {
	return scope === "home defence" && network.demands.some((d) => d.bound && d.material === product);
}

/** t a year by product. */
export function demandByProduct(
	network: Network,
	book: Book,
	scope: DemandScope,
): Map<string, number> {
	const years = network.periods.reduce((sum, p) => sum + p.years, 0);
	const inScope = scopeTest(book, network.scenario, scope);
	const demand = new Map<string, number>();
	for (const d of network.demands) {
		if (!inScope(d)) continue;
		const t = d.quantity.reduce((sum, q) => sum + q, 0) / years;
		demand.set(d.material, (demand.get(d.material) ?? 0) + t);
	}
	return demand;
}

type Ability = Pick<CoverageRow, "name" | "capability" | "equipment" | "recycling" | "plants">;

function abilityOf(
	plants: Plants,
	solver: Solver,
	row: RequirementRow,
	fed: readonly Bloc[],
): Ability {
	const { book } = plants;
	const could =
		row.material === null
			? couldYield(plants, row.stage, row.element as string)
			: couldMake(plants, row.material);
	const equipment = byBloc(plants, could);
	const joint =
		row.material !== null && row.routes.some((r) => book.recipes.get(r.process)?.joint === true);
	return {
		name: row.material === null ? `${row.element} in ore` : book.inWords(row.material),
		capability:
			joint && fed.length > 0 ? fedByBloc(plants, row.material as string, solver, fed) : equipment,
		equipment: joint ? equipment : null,
		recycling: byBloc(
			plants,
			row.material === null ? new Map() : couldMake(plants, row.material, true),
		),
		plants: countByBloc(plants, could),
	};
}

function coverageRow(
	perTonne: RequirementRow,
	able: Ability,
	demand: number,
	blocs: readonly Bloc[],
	alsoNeeded: number,
): CoverageRow {
	const sum = (by: ByBloc): number => blocs.reduce((total, bloc) => total + by[bloc], 0);
	const need = perTonne.perTonne * demand;
	const recycleCredit = perTonne.recycleCredit * demand;
	const back = Math.min(sum(able.recycling), recycleCredit);
	return {
		...perTonne,
		...able,
		need,
		recycleCredit,
		coverage: need > 0 ? sum(able.capability) / need : null,
		coverageWithRecycling: need > 0 ? (sum(able.capability) + back) / need : null,
		alsoNeeded,
	};
}

function countByBloc(
	plants: Plants,
	could: ReadonlyMap<Plants["network"]["units"][number], number>,
): ByBloc {
	const facilities = { home: new Set(), allied: new Set(), neutral: new Set(), rival: new Set() };
	plants.network.units.forEach((unit, u) => {
		if (could.has(unit)) facilities[plants.blocOf[u] as Bloc].add(unit.facility);
	});
	return Object.fromEntries(BLOCS.map((b) => [b, facilities[b].size])) as Record<Bloc, number>;
}

function keyOf(row: RequirementRow): string {
	return row.material ?? `${row.stage}:${row.element}`;
}

function weakestOf(rows: readonly CoverageRow[]): CoverageRow | null {
	let weakest: CoverageRow | null = null;
	for (const row of rows)
		if (
			row.coverage !== null &&
			(weakest === null || row.coverage < (weakest.coverage as number) - 1e-9)
		)
			weakest = row;
	return weakest;
}

function sentenceOf(
	book: Book,
	product: string,
	scope: DemandScope,
	blocs: readonly Bloc[],
	weakest: CoverageRow | null,
	compliant: boolean,
): string {
	const what = `${compliant ? "compliant " : ""}supply of ${book.inWords(product)}`;
	const whose = blocs.includes("rival")
		? "World"
		: blocs.includes("neutral")
			? "Rival-free"
			: blocs.includes("allied")
				? "Allied"
				: "Home";
	const need = scope === "all" ? "world need" : `${scope} need`;
	if (weakest === null) return `No ${need} of ${book.inWords(product)} is given`;
	const percent = percentOf(weakest.coverage as number);
	return (weakest.coverage as number) < 1
		? `${whose} ${what} stops at ${weakest.name}: ${percent} of ${need}`
		: `${whose} ${what} has capacity for its ${need} at every stage; thinnest is ${weakest.name}: ${percent}`;
}

/** `3 %`, `0.4 %`, `0 %`. */
function percentOf(fraction: number): string {
	const percent = fraction * 100;
	return `${percent >= 1 || percent === 0 ? Math.round(percent) : Number(percent.toPrecision(1))} %`;
}
