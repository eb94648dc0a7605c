import type { DataPackage } from "../../dataset/index.ts";
import type { Solver } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import { networkOf } from "../network-of.ts";
import { solveNetwork } from "../solve-chain.ts";
import type { Bloc, ChainRun, ChainSolution, Delivery, Scenario } from "../types.ts";
import { type Book, openBook } from "./book.ts";
import { type Concentration, concentration } from "./concentration.ts";
import { type Coverage, coverageByScope, needsCompliant } from "./coverage.ts";
import { explainShortage, type ShortageExplanation } from "./explain.ts";
import { type MarginalValues, marginalValues } from "./marginal.ts";
import { type Sankey, sankey } from "./sankey.ts";
import { type DemandScope, SCOPES, scopeTest } from "./scope.ts";
import { type IndependentThroughput, independentThroughput } from "./throughput.ts";
import { elementsOf, type Trace, traceBy, traceFlows } from "./trace.ts";

export interface DiagnoseOptions {
	readonly product: string;
	/** Demand that the title and the key numbers are about; default `allied`. */
	readonly scope?: DemandScope;
	/** Blocs that count as ours; default home and allied. */
	readonly blocs?: readonly Bloc[];
}

/** A number above the picture, with what it is compared with. */
export interface KeyNumber {
	readonly label: string;
	readonly value: number;
	readonly unit: "t/yr" | "t" | "fraction";
	readonly comparedWith: string;
}

/** Everything the as-is diagnosis says about one product. Plain data but for `networks`. */
export interface Diagnosis {
	readonly package: ChainSolution["package"];
	readonly scenario: Scenario;
	readonly product: string;
	readonly scope: DemandScope;
	/** The answer in one sentence. */
	readonly title: string;
	readonly keyNumbers: readonly KeyNumber[];
	/** As it is. */
	readonly solution: ChainSolution;
	/** One per scope of demand, the chosen one first. */
	readonly coverage: readonly Coverage[];
	/** Without rivals, all products competing. */
	readonly independent: IndependentThroughput;
	/** Without rivals, this product alone: what it could be at most. */
	readonly firstCall: IndependentThroughput;
	/** Shortage of the product as it is; null where nothing is short. */
	readonly shortage: ShortageExplanation | null;
	/** The same without rivals and with first call. */
	readonly shortageWithoutRivals: ShortageExplanation | null;
	/** Duals as it is, not yet verified. */
	readonly marginal: MarginalValues;
	/** The same without rivals and with first call: what stands between the product and its need. */
	readonly marginalWithoutRivals: MarginalValues;
	/** Deliveries in the scope, by region of use. */
	readonly traces: readonly Trace[];
	/** Materials on the way to the product. */
	readonly concentration: readonly Concentration[];
	readonly sankey: Sankey;
	readonly warnings: readonly string[];
}

/**
 * The as-is diagnosis of one product: the chain solved as it is and without rivals, and what both
 * say. Three solves of the chain and a few small programs.
 *
 * @throws RangeError for an unknown product; Error with the explanation when the chain has no
 * solution; the signal's reason when cancelled
 */
export function diagnose(
	pkg: DataPackage,
	scenario: Scenario,
	options: DiagnoseOptions,
	solver: Solver,
	run: ChainRun = {},
): Diagnosis {
	const { product, scope = "allied", blocs = ["home", "allied"] } = options;
	const book = openBook(pkg);
	if (!book.materials.has(product)) throw new RangeError(`the package has no material ${product}`);
	const step = stepper(run, 5);

	step("building and solving the chain as it is");
	const network = networkOf(pkg, scenario);
	const solution = solveNetwork(network, solver, run);
	if (solution.status !== "optimal")
		throw new Error(
			[`the chain has no solution: ${solution.status}`, ...solution.explanation].join("\n"),
		);
	step("solving the chain without rivals");
	const independent = independentThroughput(pkg, scenario, solver, { now: solution }, run);
	const firstCall = independentThroughput(pkg, scenario, solver, { only: product }, run);
	step("setting capacity against need");
	const scopes = [scope, ...SCOPES.filter((s) => s !== scope)];
	const coverage = coverageInOrder(network, book, solver, product, scopes, blocs);
	step("tracing deliveries to their origins");
	const ours = inScope(book, scenario, scope, product);
	const traces = traceFlows(solution, network, book, { only: ours });
	step("explaining");
	const chosen = coverage[0] as Coverage;
	return {
		package: solution.package,
		scenario,
		product,
		scope,
		title: chosen.sentence,
		keyNumbers: keyNumbers(book, chosen, firstCall, ours, traces),
		solution,
		coverage,
		independent,
		firstCall,
		shortage: explainShortage(solution, network, book, ours),
		shortageWithoutRivals: explainShortage(firstCall.solution, firstCall.network, book, ours),
		marginal: marginalValues(solution, network, book, { product }),
		marginalWithoutRivals: marginalValues(firstCall.solution, firstCall.network, book, {
			product,
			shortageOnly: true,
		}),
		traces,
		concentration: concentrationOf(network, book, solution, chosen),
		sankey: sankey(solution, network, book, {
			product,
			element: scarcestElement(chosen) ?? elementsOf(book, product)[0] ?? null,
		}),
		warnings: solution.warnings,
	};
}

function coverageInOrder(
	network: Network,
	book: Book,
	solver: Solver,
	product: string,
	scopes: readonly DemandScope[],
	blocs: readonly Bloc[],
): Coverage[] {
	const some = (compliant: boolean): Coverage[] => {
		const own = scopes.filter((s) => needsCompliant(network, product, s) === compliant);
		if (own.length === 0) return [];
		return coverageByScope(network, book, solver, { product, scopes: own, blocs, compliant });
	};
	const all = [...some(false), ...some(true)];
	return scopes.map((scope) => all.find((c) => c.scope === scope) as Coverage);
}

function stepper(run: ChainRun, total: number): (task: string) => void {
	let done = 0;
	return (task) => {
		if (run.signal?.aborted) throw new DOMException(`cancelled before ${task}`, "AbortError");
		run.onProgress?.({ task, done: done++, total });
	};
}

/** Deliveries of the product that a scope is about. */
function inScope(
	book: Book,
	scenario: Scenario,
	scope: DemandScope,
	product: string,
): (d: Delivery) => boolean {
	const asked = scopeTest(book, scenario, scope);
	return (d) => d.material === product && asked(d);
}

function keyNumbers(
	book: Book,
	chosen: Coverage,
	firstCall: IndependentThroughput,
	ours: (d: Delivery) => boolean,
	traces: readonly Trace[],
): KeyNumber[] {
	const numbers: KeyNumber[] = [
		{
			label: `Need of ${book.inWords(chosen.product)}`,
			value: chosen.demand,
			unit: "t/yr",
			comparedWith: `${chosen.scope} demand`,
		},
	];
	if (chosen.weakest !== null)
		numbers.push({
			label: `Capacity at the weakest link, ${chosen.weakest.name}`,
			value: chosen.weakest.coverage as number,
			unit: "fraction",
			comparedWith: "of the need",
		});
	const served = firstCall.solution.deliveries.filter(ours);
	const required = served.reduce((sum, d) => sum + d.required, 0);
	if (required > 0)
		numbers.push({
			label: "Could be served with rivals closed",
			value: rounded(served.reduce((sum, d) => sum + d.delivered, 0) / required),
			unit: "fraction",
			comparedWith: "of the need, year after year, if it had first call",
		});
	const through = throughRivals(chosen, traces);
	if (through !== null) numbers.push(through);
	return numbers;
}

/** Share of deliveries whose scarcest input passed its weakest stage in the leading country. */
function throughRivals(chosen: Coverage, traces: readonly Trace[]): KeyNumber | null {
	const { weakest } = chosen;
	if (weakest === null) return null;
	const own = traces.filter((t) => t.stage === weakest.stage && t.element === weakest.element);
	const delivered = own.reduce((sum, t) => sum + t.delivered, 0);
	if (delivered === 0) return null;
	const sums = new Map<string, number>();
	for (const trace of own)
		for (const { key, t } of traceBy(trace, "controller")) sums.set(key, (sums.get(key) ?? 0) + t);
	const [leader, most] = [...sums].reduce((a, b) => (b[1] > a[1] ? b : a));
	return {
		label: `Now passes ${weakest.name} in plants controlled by ${leader}`,
		value: most / delivered,
		unit: "fraction",
		comparedWith: `of deliveries, by the ${weakest.element} in them`,
	};
}

/** Solver dust to 0. */
function rounded(fraction: number): number {
	return fraction < 1e-9 ? 0 : fraction;
}

function scarcestElement(chosen: Coverage): string | null {
	return chosen.weakest?.element ?? null;
}

function concentrationOf(
	network: Network,
	book: Book,
	solution: ChainSolution,
	chosen: Coverage,
): Concentration[] {
	const wanted = new Set(chosen.rows.map((r) => r.material));
	return concentration(network, book, solution).filter((c) => wanted.has(c.material));
}
