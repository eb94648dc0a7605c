import { type DataPackage, STAGES } from "../../dataset/index.ts";
import type { Factor } from "../../evidence/index.ts";
import type { Solver } from "../../lp/index.ts";
import { openBook } from "../diagnosis/book.ts";
import { type CoverageRow, coverage, demandByProduct } from "../diagnosis/coverage.ts";
import type { DemandScope } from "../diagnosis/scope.ts";
import { networkOf } from "../network-of.ts";
import type { Bloc, ChainRun, Scenario } from "../types.ts";
import { rowTest } from "./evaluate.ts";
import { restricted } from "./restrict.ts";
import type { ChainResultRef } from "./result.ts";
import { stopIfAsked } from "./stop.ts";
import { moverOf } from "./variant.ts";

/**
 * How strongly each factor alone, moved to the farther end of its range, moves capacity over need
 * at some stage that the result rests on: its relative change there, discounted where the stage has
 * more to spare than the tightest. No chain is solved, so it only serves to choose which factors are
 * worth sweeping. A factor of costs, freight or stocks has no such pull and gets what its relative
 * range gives, a thousandth of that at most.
 */
export function pullsOf(
	pkg: DataPackage,
	scenario: Scenario,
	ref: ChainResultRef,
	factors: readonly Factor[],
	solver: Solver,
	run: ChainRun,
): Float64Array {
	const about = aboutOf(pkg, ref);
	const base = restricted(pkg, scenario, about.products, { lanes: false, demand: about.demand });
	const move = moverOf(base, factors);
	const probe = (variant: DataPackage) => rowsOf(variant, scenario, about, solver);
	const capacityPull = about.demand === "all" ? capacityPulls(base, scenario) : () => null;
	const before = probe(base);
	const tightest = Math.min(...before.values());
	const wanted = demandByProduct(networkOf(base, scenario), openBook(base), about.scope);
	return Float64Array.from(factors, (factor, k) => {
		stopIfAsked(run, "choosing parameters");
		run.onProgress?.({ task: "choosing parameters", done: k, total: factors.length });
		const { low, middle, high } = factor.distribution;
		const far = high - middle > middle - low ? high : low;
		const faint = 1e-3 * Math.min(1, (high - low) / Math.max(Math.abs(middle), 1e-12));
		if (!factor.cells.some(({ table }) => about.tables.has(table))) return faint;
		const own = demandPull(factor, wanted, about.products) ?? capacityPull(factor);
		return Math.max(faint, own ?? change(before, probe(move(new Map([[k, far]]))), tightest));
	});
}

/** Tables whose numbers are in capacity or need. */
const IN_FLOWS: ReadonlySet<string> = new Set(["capacities", "recipes", "demand"]);
const IN_COVERAGE: ReadonlySet<string> = new Set([...IN_FLOWS, "compositions", "elements"]);

/** Demand for another product counts this much: it competes for the same inputs. */
const COMPETING = 0.1;

/** One figure of demand moves need by its part of all demand for the product; null for other factors. */
function demandPull(
	{ kind, cells, distribution: { low, high } }: Factor,
	wanted: ReadonlyMap<string, number>,
	products: readonly string[],
): number | null {
	const [cell] = cells;
	if (kind === "assumption" || cell?.table !== "demand") return null;
	const product = cell.row.split("|")[0] ?? "";
	const all = wanted.get(product) ?? 0;
	const pull = all > 0 ? Math.min(1, (high - low) / all) : 0;
	return products.includes(product) ? pull : COMPETING * pull;
}

/** One plant's capacity moves that of its process by its part of it; null for other factors. */
function capacityPulls(base: DataPackage, scenario: Scenario): (factor: Factor) => number | null {
	const network = networkOf(base, scenario);
	const processOf = new Map(network.lines.map((line) => [line.unit, line.process]));
	const unitAt = new Map(network.units.map((unit, u) => [unit.id, u]));
	const years = network.periods.reduce((sum, period) => sum + period.years, 0);
	const periods = network.periods.length;
	const all = new Map<string, number>();
	for (const [u, process] of processOf)
		for (let t = 0; t < periods; t++) {
			const own = (network.unitCapacity[u * periods + t] as number) / years;
			all.set(process, (all.get(process) ?? 0) + own);
		}
	return ({ kind, cells, distribution: { low, high } }) => {
		const [cell] = cells;
		if (kind === "assumption" || cell?.table !== "capacities") return null;
		const unit = unitAt.get(cell.row.split("|")[0] ?? "");
		const whole = all.get(processOf.get(unit ?? -1) ?? "") ?? 0;
		return whole > 0 ? Math.min(1, (high - low) / whole) : 0;
	};
}

/** What a result is about. */
interface About {
	readonly products: readonly string[];
	readonly scope: DemandScope;
	/** Whose plants can meet it. */
	readonly blocs: readonly Bloc[];
	readonly demand: "own" | "all";
	/** Tables in which a number can move capacity over need. */
	readonly tables: ReadonlySet<string>;
	readonly counts: (row: CoverageRow) => boolean;
}

function aboutOf(pkg: DataPackage, ref: ChainResultRef): About {
	const counts = ref.kind === "coverage" ? upTo(ref) : () => true;
	const friends = ["home", "allied"] as const;
	switch (ref.kind) {
		case "coverage":
		case "weakest":
		case "alone": {
			const blocs = ref.kind === "alone" ? [...friends, "neutral" as const] : friends;
			const tables = ref.kind === "alone" ? IN_FLOWS : IN_COVERAGE;
			return { products: [ref.product], scope: ref.scope, blocs, demand: "own", tables, counts };
		}
		default: {
			const sector = ref.kind === "shortage" ? ref.sector : null;
			const rows = pkg.tables.demand.filter((row) => sector === null || row.sector_id === sector);
			const products =
				ref.kind === "delivered"
					? [ref.product]
					: [...new Set(rows.map((row) => row.material_id))].sort();
			const blocs = [...friends, "neutral", "rival"] as const;
			return { products, scope: "all", blocs, demand: "all", tables: IN_FLOWS, counts };
		}
	}
}

/** The row itself, and what feeds it where it is a joint product. */
function upTo(ref: Extract<ChainResultRef, { readonly kind: "coverage" }>) {
	const itself = rowTest(ref);
	const place = (stage: string) => (STAGES as readonly string[]).indexOf(stage);
	return (row: CoverageRow) =>
		itself(row) || (ref.stage === "separation" && place(row.stage) < place(ref.stage));
}

/** Capacity over need by product, stage and material, where something is needed. */
type Rows = ReadonlyMap<string, number>;

function rowsOf(
	variant: DataPackage,
	scenario: Scenario,
	{ products, scope, blocs, demand, counts }: About,
	solver: Solver,
): Rows {
	const network = networkOf(variant, scenario);
	const book = openBook(variant);
	const rows = new Map<string, number>();
	for (const product of products)
		for (const row of coverage(network, book, solver, {
			product,
			scope,
			blocs,
			feed: "unlimited",
		}).rows) {
			if (!(row.need > 0) || !counts(row)) continue;
			const able = blocs.reduce((sum, bloc) => sum + row.capability[bloc], 0);
			const need = row.need + (demand === "all" ? row.alsoNeeded : 0);
			rows.set(`${product}:${row.stage}:${row.material ?? row.element}`, able / need);
		}
	return rows;
}

function change(before: Rows, after: Rows, tightest: number): number {
	let most = 0;
	for (const key of new Set([...before.keys(), ...after.keys()])) {
		const [a, b] = [before.get(key) ?? 0, after.get(key) ?? 0];
		if (a === b) continue;
		const least = Math.min(a, b);
		const tight = least > 0 ? Math.min(1, tightest / least) : 1;
		most = Math.max(most, (Math.abs(a - b) / Math.max(a, b)) * Math.max(tight, 1e-3));
	}
	return most;
}
