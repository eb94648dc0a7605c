/**
 * What is wrong with a package, and where. Every check reports here; nothing is
 * thrown. The list is bounded: at most `PER_PLACE` problems of one column and
 * `PER_SEVERITY` in all are kept, the rest are counted.
 */

export interface Problem {
	/** An error refuses the package; a warning is shown beside the results. */
	readonly severity: "error" | "warning";
	/** Table name, or `datapackage` for `datapackage.json`. */
	readonly table: string;
	/** 1-based line in the file (the header is line 1); null = the file as a whole. */
	readonly row: number | null;
	readonly column: string | null;
	/** The value as it stands in the file, shortened. */
	readonly found: string | null;
	readonly expected: string | null;
	/** Nearest valid alternative, where there is one. */
	readonly nearest: string | null;
	/** One sentence: what is wrong, what was found, what was expected, the nearest valid value. */
	readonly message: string;
}

/** A problem as `error lines.csv row 12, facility_id: unknown id: found "pti", expected …`. */
export function formatProblem(problem: Problem): string {
	const file = problem.table === "datapackage" ? "datapackage.json" : `${problem.table}.csv`;
	const row = problem.row === null ? "" : ` row ${problem.row}`;
	const column = problem.column === null ? "" : `${row ? "," : ""} ${problem.column}`;
	return `${problem.severity} ${file}${row}${column}: ${problem.message}`;
}

/** A problem before it is worded; `nearest` may be a function, so that only kept problems pay for it. */
export interface Finding {
	readonly severity?: "error" | "warning";
	readonly table: string;
	readonly row?: number | null;
	readonly column?: string | null;
	/** What is wrong, in a few words. */
	readonly what: string;
	readonly found?: string | number | null;
	readonly expected?: string;
	readonly nearest?: string | null | (() => string | null);
}

const PER_PLACE = 50;
const PER_SEVERITY = 1000;
const FOUND_LENGTH = 80;

export class Problems {
	readonly #kept: Problem[] = [];
	readonly #keptBySeverity = { error: 0, warning: 0 };
	readonly #places = new Map<string, Place>();

	/** Adds a problem to the list, or to the count of its place when the list is full. */
	add(finding: Finding): void {
		const severity = finding.severity ?? "error";
		const column = finding.column ?? null;
		const place = this.#place(severity, finding.table, column);
		place.count += 1;
		if (place.kept >= PER_PLACE || this.#keptBySeverity[severity] >= PER_SEVERITY) return;
		place.kept += 1;
		this.#keptBySeverity[severity] += 1;
		this.#kept.push(worded(finding, severity, column));
	}

	get errors(): number {
		let errors = 0;
		for (const place of this.#places.values()) {
			if (place.severity === "error") errors += place.count;
		}
		return errors;
	}

	hasErrors(table: string): boolean {
		for (const place of this.#places.values()) {
			if (place.severity === "error" && place.table === table) return true;
		}
		return false;
	}

	/** Errors first, then in the order of `tables` and of the rows; counts of what was left out follow. */
	list(tables: readonly string[]): Problem[] {
		const order = new Map(tables.map((name, index) => [name, index]));
		const rank = (problem: Problem) => order.get(problem.table) ?? -1;
		return [...this.#kept, ...this.#leftOut()].sort(
			(a, b) =>
				Number(a.severity === "warning") - Number(b.severity === "warning") ||
				rank(a) - rank(b) ||
				(a.row ?? Number.MAX_VALUE) - (b.row ?? Number.MAX_VALUE),
		);
	}

	#place(severity: Problem["severity"], table: string, column: string | null): Place {
		const key = `${severity} ${table} ${column ?? ""}`;
		let place = this.#places.get(key);
		if (place === undefined) {
			place = { severity, table, column, count: 0, kept: 0 };
			this.#places.set(key, place);
		}
		return place;
	}

	#leftOut(): Problem[] {
		const summaries: Problem[] = [];
		for (const { severity, table, column, count, kept } of this.#places.values()) {
			if (count === kept) continue;
			const more = count - kept;
			const message = `${more} more ${severity}${more === 1 ? "" : "s"} here, not listed`;
			summaries.push({
				severity,
				table,
				row: null,
				column,
				found: null,
				expected: null,
				nearest: null,
				message,
			});
		}
		return summaries;
	}
}

interface Place {
	readonly severity: Problem["severity"];
	readonly table: string;
	readonly column: string | null;
	count: number;
	kept: number;
}

function worded(finding: Finding, severity: Problem["severity"], column: string | null): Problem {
	const found =
		finding.found === undefined || finding.found === null ? null : shorten(String(finding.found));
	const nearest =
		typeof finding.nearest === "function" ? finding.nearest() : (finding.nearest ?? null);
	const expected = finding.expected ?? null;
	const parts = [
		found === null ? null : `found ${JSON.stringify(found)}`,
		expected === null ? null : `expected ${expected}`,
		nearest === null ? null : `nearest valid ${JSON.stringify(nearest)}`,
	].filter((part) => part !== null);
	const message = parts.length === 0 ? finding.what : `${finding.what}: ${parts.join(", ")}`;
	return {
		severity,
		table: finding.table,
		row: finding.row ?? null,
		column,
		found,
		expected,
		nearest,
		message,
	};
}

function shorten(value: string): string {
	if (value.length <= FOUND_LENGTH) return value;
	return `${value.slice(0, FOUND_LENGTH)}… (${value.length} characters)`;
}
