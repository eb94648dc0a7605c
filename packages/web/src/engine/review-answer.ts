/** New claims held against the package: what they change, and what that does to the chain. */
import {
	type ChainRun,
	compareResults,
	type ResultComparison,
	type Scenario,
} from "@lodegrid/engine/chain";
import type { DataPackage } from "@lodegrid/engine/dataset";
import { reviewImport } from "@lodegrid/engine/evidence";
import type { Bench } from "./bench.ts";
import type { ClaimFiles, Reviewed } from "./protocol.ts";

export function reviewAnswer(pkg: DataPackage, files: ClaimFiles, run: ChainRun): Reviewed {
	const reviewed = review(pkg, files, run);
	if (!reviewed.ok) return reviewed;
	const { after: _, ...rest } = reviewed;
	return rest;
}

export function compareAnswer(
	{ pkg, solver }: Bench,
	files: ClaimFiles,
	scenario: Scenario,
	run: ChainRun,
): ResultComparison {
	const reviewed = review(pkg, files, run);
	if (!reviewed.ok) throw new Error("The files are refused; review them first.");
	return compareResults(pkg, reviewed.after, scenario, solver, run);
}

function review(pkg: DataPackage, { claims, sources, subjects }: ClaimFiles, run: ChainRun) {
	return reviewImport(
		pkg,
		claims ?? new Uint8Array(),
		{ ...(sources && { sources }), ...(subjects && { subjects }) },
		{ ...(run.onProgress && { onProgress: run.onProgress }) },
	);
}
