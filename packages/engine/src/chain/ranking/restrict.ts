import type { DataPackage } from "../../dataset/index.ts";
import { openBook } from "../diagnosis/book.ts";
import type { Scenario } from "../types.ts";
import { yearsOf } from "./horizon.ts";
import { resolved } from "./variant.ts";

/** Everything that goes into some products, recycling included. */
export interface Upstream {
	readonly materials: ReadonlySet<string>;
	readonly processes: ReadonlySet<string>;
}

export function upstreamOf(pkg: DataPackage, products: readonly string[]): Upstream {
	const book = openBook(pkg);
	const materials = new Set(products);
	const processes = new Set<string>();
	const waiting = [...products];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
		for (const recipe of book.makers(next)) {
			processes.add(recipe.id);
			for (const input of recipe.inputs.keys())
				if (!materials.has(input)) {
					materials.add(input);
					waiting.push(input);
				}
		}
	return { materials, processes };
}

/**
 * The package without what cannot reach a coverage of the products: other plants, other demand
 * (unless `demand` keeps it), stocks, prices, measures, and the lanes of other goods (of all where
 * `lanes` is false: no feed is asked then). A coverage of it is that of the whole package, at a
 * fraction of the building. Its numbers are resolved, and nothing is left to resolve in it.
 */
export function restricted(
	pkg: DataPackage,
	scenario: Scenario,
	products: readonly string[],
	{ lanes, demand }: { readonly lanes: boolean; readonly demand: "own" | "all" },
): DataPackage {
	const { materials, processes } = upstreamOf(pkg, products);
	const base = resolved(pkg);
	const t = base.tables;
	const classes = new Set(
		t.materials.filter((m) => materials.has(m.id)).map((m) => m.freight_class),
	);
	const carried = (cargo: string) => materials.has(cargo) || classes.has(cargo);
	const wanted = new Set(products);
	const years = yearsOf(scenario);
	const named = (scenario.outages ?? []).some(({ kind }) => kind === "lane");
	const units = new Set(
		t.lines.filter((line) => processes.has(line.process_id)).map((line) => line.unit_id),
	);
	return {
		...base,
		tables: {
			...t,
			lines: t.lines.filter((row) => units.has(row.unit_id)),
			capacities: t.capacities.filter((row) => units.has(row.unit_id)),
			lanes: named ? t.lanes : lanes ? t.lanes.filter((row) => carried(row.cargo)) : [],
			demand: t.demand.filter(
				(row) => years.has(row.year) && (demand === "all" || wanted.has(row.material_id)),
			),
			stocks: [],
			prices: [],
			measure_effects: [],
		},
	};
}
