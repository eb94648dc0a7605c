import type { DataPackage } from "../../dataset/index.ts";
import type { Basis, Solver } from "../../lp/index.ts";
import { splitCost } from "../cost-split.ts";
import { plantBloc } from "../diagnosis/blocs.ts";
import { openBook } from "../diagnosis/book.ts";
import { coverage, needsCompliant } from "../diagnosis/coverage.ts";
import type { RequirementRow } from "../diagnosis/requirement.ts";
import { scopeTest } from "../diagnosis/scope.ts";
import { independentNetwork } from "../diagnosis/throughput.ts";
import { extractDeliveries, extractLines } from "../extract.ts";
import type { Network } from "../network.ts";
import { networkOf } from "../network-of.ts";
import { type Optimum, optimise } from "../optimise.ts";
import type { ChainRun, Delivery, Scenario } from "../types.ts";
import { restricted } from "./restrict.ts";
import type { ChainResultRef } from "./result.ts";
import { stopIfAsked } from "./stop.ts";
import { resolved } from "./variant.ts";

/** A result of one variant of a package. */
export interface Evaluated {
	/** Null where nothing is needed, or the chain has no answer. */
	readonly value: number | null;
	/** Where a neighbour starts from; null where no chain was solved. */
	readonly start: Basis | null;
	/** Solver's status where it is not `optimal`. */
	readonly trouble: string | null;
}

/** One result, to be worked out for many variants of a package that differ in numbers only. */
export interface Evaluator {
	/** What of the package the result rests on, resolved: variants are made of it. */
	readonly base: DataPackage;
	/**
	 * @param start basis of a neighbour; the value depends on it by no more than the solver's rounding
	 * @throws DOMException `AbortError` when cancelled
	 */
	evaluate(variant: DataPackage, start: Basis | null): Evaluated;
}

/** The named result of a package under a scenario, worked out afresh; null where there is none. */
export function chainResult(
	pkg: DataPackage,
	scenario: Scenario,
	ref: ChainResultRef,
	solver: Solver,
	run: ChainRun = {},
): number | null {
	const { base, evaluate } = evaluatorOf(pkg, scenario, ref, solver, run);
	return evaluate(base, null).value;
}

/** Coverages build no more of the network than they need and solve no chain. */
export function evaluatorOf(
	pkg: DataPackage,
	scenario: Scenario,
	ref: ChainResultRef,
	solver: Solver,
	run: ChainRun,
): Evaluator {
	return ref.kind === "coverage" || ref.kind === "weakest"
		? coverageEvaluator(pkg, scenario, ref, solver, run)
		: flowEvaluator(pkg, scenario, ref, solver, run);
}

function flowEvaluator(
	pkg: DataPackage,
	scenario: Scenario,
	ref: ChainResultRef,
	solver: Solver,
	run: ChainRun,
): Evaluator {
	const quiet = quietly(run);
	return {
		base: resolved(pkg),
		evaluate(variant, start) {
			stopIfAsked(run, "solving the chain");
			const network = networkFor(variant, scenario, ref);
			let optimum = optimise(network, solver, quiet, start);
			// From a far neighbour's basis the simplex sometimes gives up; from nothing it does not.
			if (optimum.result.status === "failed" && start !== null)
				optimum = optimise(network, solver, quiet);
			const { status } = optimum.result;
			if (status === "cancelled") throw new DOMException("cancelled while solving", "AbortError");
			if (status !== "optimal") return { value: null, start: null, trouble: status };
			return { value: read(variant, ref, optimum), start: optimum.start, trouble: null };
		},
	};
}

type CoverageRef = Extract<ChainResultRef, { readonly kind: "coverage" | "weakest" }>;

function coverageEvaluator(
	pkg: DataPackage,
	scenario: Scenario,
	ref: CoverageRef,
	solver: Solver,
	run: ChainRun,
): Evaluator {
	const { product, scope } = ref;
	const book = openBook(pkg);
	const joint =
		ref.kind === "weakest" ||
		(ref.material !== null && book.makers(ref.material).some((recipe) => recipe.joint));
	const only = ref.kind === "weakest" ? () => true : rowTest(ref);
	return {
		base: restricted(pkg, scenario, [product], { lanes: joint, demand: "own" }),
		evaluate(variant) {
			stopIfAsked(run, "working out a coverage");
			const network = networkOf(variant, scenario);
			const compliant = needsCompliant(network, product, scope);
			const options = { product, scope, compliant, only, feed: "counted" as const };
			const { weakest } = coverage(network, openBook(variant), solver, options);
			return { value: weakest?.coverage ?? null, start: null, trouble: null };
		},
	};
}

/** Whether a row of a coverage is the one named. */
export function rowTest(ref: {
	readonly stage: string;
	readonly material: string | null;
	readonly element: string | null;
}): (row: RequirementRow) => boolean {
	return (row) =>
		ref.material === null
			? row.material === null && row.stage === ref.stage && row.element === ref.element
			: row.material === ref.material;
}

function networkFor(pkg: DataPackage, scenario: Scenario, ref: ChainResultRef): Network {
	return ref.kind === "alone"
		? independentNetwork(pkg, scenario, { only: ref.product })
		: networkOf(pkg, scenario);
}

function read(pkg: DataPackage, ref: ChainResultRef, optimum: Optimum): number | null {
	const deliveries = () => extractDeliveries(optimum);
	switch (ref.kind) {
		case "delivered":
		case "alone": {
			const mine = scopeTest(openBook(pkg), optimum.network.scenario, ref.scope);
			const own = deliveries().filter((d) => d.material === ref.product && mine(d));
			const required = total(own, "required");
			return required > 0 ? total(own, "delivered") / required : null;
		}
		case "shortage": {
			const { sector } = ref;
			return total(
				deliveries().filter((d) => sector === null || d.sector === sector),
				"shortage",
			);
		}
		case "share":
			return shareOf(pkg, ref, optimum);
		case "cost":
			return splitCost(optimum).total;
		default:
			throw new RangeError(`no chain is solved for ${ref.kind}`);
	}
}

function shareOf(
	pkg: DataPackage,
	ref: Extract<ChainResultRef, { readonly kind: "share" }>,
	optimum: Optimum,
): number | null {
	const book = openBook(pkg);
	let [own, all] = [0, 0];
	for (const line of extractLines(optimum)) {
		const made = (book.recipes.get(line.process)?.outputs.get(ref.material) ?? 0) * line.activity;
		all += made;
		const bloc = plantBloc(
			book,
			optimum.network.scenario,
			line.region,
			book.controller(line.facility),
		);
		if (bloc === ref.bloc) own += made;
	}
	return all > 0 ? own / all : null;
}

function total(rows: readonly Delivery[], what: "required" | "delivered" | "shortage"): number {
	return rows.reduce((sum, row) => sum + row[what], 0);
}

/** The solver's own steps are no news among hundreds of solves. */
function quietly({ onProgress: _, ...run }: ChainRun): ChainRun {
	return run;
}
