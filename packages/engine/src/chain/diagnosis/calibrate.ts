import type { DataPackage } from "../../dataset/index.ts";
import type { Solver } from "../../lp/index.ts";
import { solveChain } from "../solve-chain.ts";
import type { ChainRun, Scenario } from "../types.ts";
import { openBook } from "./book.ts";
import { measure, type ReferenceRow } from "./measure.ts";

/** One published figure beside the model's. */
export interface CalibrationRow {
	readonly reference: ReferenceRow;
	/** Null where the model has nothing to divide by. */
	readonly model: number | null;
	readonly observed: number;
	/** Shares: percentage points; tonnes: per cent of the observed. Model minus observed. */
	readonly error: number | null;
	readonly errorUnit: "pp" | "%";
	/** Inside the published range; null where none is published. */
	readonly withinRange: boolean | null;
	/** Off by more than 10 with no written reason. */
	readonly unexplained: boolean;
}

export interface CalibrationSummary {
	readonly rows: number;
	readonly shares: number;
	/** Median absolute error of the shares, percentage points; null without shares. */
	readonly medianShareError: number | null;
	readonly medianTonneError: number | null;
	readonly unexplained: number;
	/** Median absolute error of the shares, pp, and number of rows, by relation. */
	readonly byRelation: Readonly<
		Record<
			"input" | "emergent",
			{ readonly rows: number; readonly medianShareError: number | null }
		>
	>;
}

export interface Calibration {
	readonly years: readonly number[];
	readonly rows: readonly CalibrationRow[];
	readonly summary: CalibrationSummary;
}

const FAR = 10;

/**
 * Solve each reference year from the tables alone and set the model beside the published figures.
 * The measures in force then apply, and the middle case of defence.
 *
 * @param years default: every year that `references` has a row for
 * @throws Error naming the year that has no solution
 */
export function calibrate(
	pkg: DataPackage,
	solver: Solver,
	years: readonly number[] = referenceYears(pkg),
	run: ChainRun = {},
): Calibration {
	const book = openBook(pkg);
	const rows = years.flatMap((year, done) => {
		run.onProgress?.({ task: `solving ${year}`, done, total: years.length });
		const solution = solveChain(pkg, referenceScenario(pkg, year), solver, run);
		if (solution.status !== "optimal")
			throw new Error(`reference year ${year}: ${solution.status}`);
		return book.pkg.tables.references
			.filter((reference) => reference.year === year)
			.map((reference) => compare(reference, measure(solution, reference, book)));
	});
	return { years, rows, summary: summarise(rows) };
}

/** Calendar year as it was: nothing closed, dated measures and provenance rules. */
export function referenceScenario(pkg: DataPackage, year: number): Scenario {
	return {
		homeRegion: pkg.tables.regions[0]?.id ?? "",
		start: `${year}-01-01`,
		periods: [1],
		defenceCase: "middle",
		provenanceRule: "dated",
		measures: "dated",
	};
}

export function referenceYears(pkg: DataPackage): number[] {
	return [...new Set(pkg.tables.references.map((r) => r.year))].sort((a, b) => a - b);
}

function compare(reference: ReferenceRow, model: number | null): CalibrationRow {
	const observed = reference.value;
	const share = reference.unit === "fraction";
	const difference = model === null ? null : model - observed;
	const error =
		difference === null
			? null
			: share
				? 100 * difference
				: observed !== 0
					? (100 * difference) / observed
					: difference === 0
						? 0
						: Infinity * Math.sign(difference);
	const { low, high } = reference;
	const slack = 1e-9 * Math.max(1, Math.abs(observed));
	return {
		reference,
		model,
		observed,
		error,
		errorUnit: share ? "pp" : "%",
		withinRange:
			model === null || (low === null && high === null)
				? null
				: model >= (low ?? -Infinity) - slack && model <= (high ?? Infinity) + slack,
		unexplained: (error === null || Math.abs(error) > FAR) && reference.explanation === null,
	};
}

function summarise(rows: readonly CalibrationRow[]): CalibrationSummary {
	const shares = rows.filter((r) => r.errorUnit === "pp");
	const relation = (name: "input" | "emergent") => {
		const own = rows.filter((r) => r.reference.relation === name);
		return { rows: own.length, medianShareError: medianError(own, "pp") };
	};
	return {
		rows: rows.length,
		shares: shares.length,
		medianShareError: medianError(rows, "pp"),
		medianTonneError: medianError(rows, "%"),
		unexplained: rows.filter((r) => r.unexplained).length,
		byRelation: { input: relation("input"), emergent: relation("emergent") },
	};
}

function medianError(rows: readonly CalibrationRow[], unit: "pp" | "%"): number | null {
	const errors = rows
		.filter((r) => r.errorUnit === unit)
		.map((r) => (r.error === null ? Infinity : Math.abs(r.error)))
		.sort((a, b) => a - b);
	if (errors.length === 0) return null;
	const middle = Math.floor(errors.length / 2);
	return errors.length % 2 === 1
		? (errors[middle] as number)
		: ((errors[middle - 1] as number) + (errors[middle] as number)) / 2;
}
