import type { DataPackage } from "../../dataset/index.ts";
import { type CellRef, resolvePackage } from "../../evidence/index.ts";
import type { Solver } from "../../lp/index.ts";
import { openBook } from "../diagnosis/book.ts";
import type { Network } from "../network.ts";
import { networkOf } from "../network-of.ts";
import { type ChainResultRef, type ResultUnit, resultTitle, unitOf } from "../ranking/result.ts";
import { stopIfAsked } from "../ranking/stop.ts";
import type { ChainRun, Scenario } from "../types.ts";
import { changedCells } from "./changed-cells.ts";
import { type KeyResult, keyResults } from "./key-results.ts";

/** A result that is not what it was. */
export interface ResultChange {
	readonly ref: ChainResultRef;
	/** `home and allied coverage of Dy metal for …`. */
	readonly title: string;
	readonly unit: ResultUnit;
	/** Null where nothing is needed. */
	readonly before: number | null;
	readonly after: number | null;
}

export interface ResultComparison {
	/** Numbers of the model that differ, by the claims or in the tables themselves. */
	readonly cells: readonly CellRef[];
	/** False where none of them reaches the network: the chain was then not solved. */
	readonly solved: boolean;
	/** How many results were compared; 0 where nothing was solved. */
	readonly compared: number;
	/** Results that differ beyond the dust of the solver, the largest change first. */
	readonly changed: readonly ResultChange[];
	readonly sentence: string;
}

/**
 * Key results of the chain before and after a change of the data, such as an import of claims:
 * coverage of every stage of each product and scope and the weakest of them, share delivered,
 * shortage by sector, cost. Two solves; none where no number that reaches the network differs.
 *
 * @throws RangeError when the scenario names something one of the packages does not have
 * @throws Error when the chain has no solution
 */
export function compareResults(
	before: DataPackage,
	after: DataPackage,
	scenario: Scenario,
	solver: Solver,
	run: ChainRun = {},
): ResultComparison {
	const [was, is] = [resolvePackage(before), resolvePackage(after)];
	const cells = changedCells(was, is);
	if (cells.length === 0) return untouched(cells);
	const [networkBefore, networkAfter] = [networkOf(was, scenario), networkOf(is, scenario)];
	const reaches =
		cells.some(({ table }) => OF_COVERAGE.has(table)) || !sameNetwork(networkBefore, networkAfter);
	if (!reaches) return untouched(cells);
	const step = (task: string, done: number) => {
		stopIfAsked(run, task);
		run.onProgress?.({ task, done, total: 2 });
	};
	step("solving the chain as it was", 0);
	const old = keyResults(was, networkBefore, solver, quietly(run));
	step("solving the chain with what is new", 1);
	const fresh = keyResults(is, networkAfter, solver, quietly(run));
	const changed = changes(is, old, fresh);
	return {
		cells,
		solved: true,
		compared: fresh.length,
		changed,
		sentence: inWords(cells, changed),
	};
}

/** Tables that a coverage reads beside the network. */
const OF_COVERAGE: ReadonlySet<string> = new Set([
	"materials",
	"elements",
	"compositions",
	"processes",
	"recipes",
	"lines",
	"facilities",
	"operators",
	"regions",
	"sectors",
]);

/** Relative to the number, or to 1 where it is smaller: what two solves of one model may differ by. */
const DUST = 1e-6;

function changes(
	pkg: DataPackage,
	before: readonly KeyResult[],
	after: readonly KeyResult[],
): ResultChange[] {
	const book = openBook(pkg);
	const keyOf = ({ ref }: KeyResult) => JSON.stringify(ref);
	const was = new Map(before.map((result) => [keyOf(result), result]));
	const is = new Map(after.map((result) => [keyOf(result), result]));
	return [...new Map([...was, ...is])]
		.map(([key, { ref }]) => ({
			ref,
			title: resultTitle(book, ref),
			unit: unitOf(ref),
			before: was.get(key)?.value ?? null,
			after: is.get(key)?.value ?? null,
		}))
		.filter((change) => distance(change) > DUST)
		.sort((a, b) => distance(b) - distance(a));
}

/** Change relative to the larger of the two, or to 1; infinite where only one of them is a number. */
function distance({ before, after }: ResultChange): number {
	if (before === null || after === null) return before === after ? 0 : Number.POSITIVE_INFINITY;
	return Math.abs(after - before) / Math.max(1, Math.abs(before), Math.abs(after));
}

function untouched(cells: readonly CellRef[]): ResultComparison {
	return { cells, solved: false, compared: 0, changed: [], sentence: inWords(cells, null) };
}

function inWords(cells: readonly CellRef[], changed: readonly ResultChange[] | null): string {
	const numbers = `${cells.length} ${cells.length === 1 ? "number" : "numbers"} of the model`;
	if (cells.length === 0) return "No number of the model changes, and no result depends on it.";
	const verb = cells.length === 1 ? "changes" : "change";
	if (changed === null) return `${numbers} ${verb}, and no result depends on it.`;
	if (changed.length === 0) return `${numbers} ${verb}, and no result with it.`;
	const results = `${changed.length} ${changed.length === 1 ? "result" : "results"}`;
	return `${numbers} ${verb}, and ${results} with it.`;
}

/** Equal but for the package it was made from. */
function sameNetwork(a: Network, b: Network): boolean {
	return sameValue({ ...a, package: null }, { ...b, package: null });
}

function sameValue(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	if (ArrayBuffer.isView(a) || Array.isArray(a)) return sameList(a as never, b as never);
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) =>
		sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
	);
}

function sameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false;
	return true;
}

/** The solver's own steps are no news beside two solves. */
function quietly({ onProgress: _, ...run }: ChainRun): ChainRun {
	return run;
}
