import type { DataPackage } from "../../dataset/index.ts";
import type { Solver } from "../../lp/index.ts";
import { type Book, openBook } from "../diagnosis/book.ts";
import { type Coverage, coverageByScope, needsCompliant } from "../diagnosis/coverage.ts";
import { type DemandScope, SCOPES, scopeTest } from "../diagnosis/scope.ts";
import type { Network } from "../network.ts";
import type { ChainResultRef } from "../ranking/index.ts";
import { solveNetwork } from "../solve-chain.ts";
import type { ChainRun, ChainSolution, Delivery } from "../types.ts";

/** A named result and its number; null where nothing is needed. */
export interface KeyResult {
	readonly ref: ChainResultRef;
	readonly value: number | null;
}

/**
 * Every result that a reader of the diagnosis may have quoted: of each product and scope the share
 * delivered, the coverage of every stage and the smallest of them; the shortage of each sector and
 * of all; the cost. One solve of the chain; coverages take small programs of their own.
 *
 * @param pkg resolved
 * @throws Error with the status and explanation when the chain has no solution
 */
export function keyResults(
	pkg: DataPackage,
	network: Network,
	solver: Solver,
	run: ChainRun,
): KeyResult[] {
	const book = openBook(pkg);
	const solution = solveNetwork(network, solver, run);
	if (solution.status === "cancelled")
		throw new DOMException("cancelled while solving the chain", "AbortError");
	if (solution.status !== "optimal")
		throw new Error(
			[`the chain has no solution: ${solution.status}`, ...solution.explanation].join("\n"),
		);
	const products = [...new Set(network.demands.map((demand) => demand.material))].sort();
	return [
		...products.flatMap((product) =>
			coverageOfScopes(network, book, solver, product).flatMap((coverage) => [
				...delivered(book, network, solution, product, coverage.scope),
				...coverages(coverage),
			]),
		),
		...shortages(solution),
		{ ref: { kind: "cost" }, value: solution.cost.total },
	];
}

function coverageOfScopes(
	network: Network,
	book: Book,
	solver: Solver,
	product: string,
): Coverage[] {
	return [false, true].flatMap((compliant) => {
		const scopes = SCOPES.filter((scope) => needsCompliant(network, product, scope) === compliant);
		if (scopes.length === 0) return [];
		return coverageByScope(network, book, solver, { product, scopes, compliant });
	});
}

function coverages({ product, scope, rows, weakest }: Coverage): KeyResult[] {
	return [
		{ ref: { kind: "weakest", product, scope }, value: weakest?.coverage ?? null },
		...rows.map((row): KeyResult => {
			const { stage, material } = row;
			const element = material === null ? row.element : null;
			return {
				ref: { kind: "coverage", product, scope, stage, material, element },
				value: row.coverage,
			};
		}),
	];
}

function delivered(
	book: Book,
	network: Network,
	solution: ChainSolution,
	product: string,
	scope: DemandScope,
): KeyResult[] {
	const asked = scopeTest(book, network.scenario, scope);
	const own = solution.deliveries.filter((d) => d.material === product && asked(d));
	const required = total(own, "required");
	const value = required > 0 ? total(own, "delivered") / required : null;
	return [{ ref: { kind: "delivered", product, scope }, value }];
}

function shortages({ deliveries }: ChainSolution): KeyResult[] {
	const sectors = [...new Set(deliveries.map((d) => d.sector))].sort();
	return [null, ...sectors].map((sector) => {
		const own = deliveries.filter((d) => sector === null || d.sector === sector);
		return { ref: { kind: "shortage", sector }, value: total(own, "shortage") };
	});
}

function total(rows: readonly Delivery[], what: "required" | "delivered" | "shortage"): number {
	return rows.reduce((sum, row) => sum + row[what], 0);
}
