/** The small package with other claims and parameters, for the tests of the ledger. */

import { type DataPackage, loadPackage, type Tables } from "../../src/dataset/index.ts";
import { resolveAll } from "../../src/evidence/index.ts";
import type { ClaimRow, ParameterRow, Resolution } from "../../src/evidence/types.ts";
import { type Files, messages, readFolder, SMALL } from "../dataset/packages.ts";

export const small = loaded(readFolder(SMALL));

export function loaded(files: Files): DataPackage {
	const result = loadPackage(files);
	if (!result.ok) throw new Error(messages(result).slice(0, 10).join("\n"));
	return result.pkg;
}

export function withTables(pkg: DataPackage, tables: Partial<Tables>): DataPackage {
	return { ...pkg, tables: { ...pkg.tables, ...tables } };
}

/** Sources of the packages below: two official editions, two studies, three papers. */
export const SOURCES: Tables["sources"] = [
	source("survey_2025", "Survey Office", "2025-02", "official"),
	source("survey_2026", "Survey Office", "2026-02", "official"),
	source("study_a", "Institute A", "2025-05", "academic"),
	source("study_b", "Institute B", "2025-06", "analyst"),
	source("study_c", "Institute C", "2025-07", "analyst"),
	source("paper_a", "Paper A", "2025-08", "press"),
	source("paper_b", "Paper B", "2025-09", "press"),
];

function source(
	id: string,
	publisher: string,
	published: string,
	kind: Tables["sources"][number]["kind"],
): Tables["sources"][number] {
	return { id, title: id, publisher, url: null, published, kind, note: null };
}

/** A claim on the output of Australia in 2025, 8,000 t REO by Institute A, but for `change`. */
export function claim(id: string, change: Partial<ClaimRow> = {}): ClaimRow {
	return {
		id,
		subject_id: "aus",
		attribute_id: "output",
		basis_id: "reo",
		scope_id: null,
		as_of: "2025",
		as_of_end: null,
		form: "exact",
		value: 8000,
		low: null,
		high: null,
		date: null,
		token: null,
		unit_id: "t_per_year",
		printed: String(change.value ?? 8000),
		qualifier: null,
		place: null,
		published: null,
		revises_id: null,
		derivation: "printed",
		formula: null,
		standing: "counts",
		source_ids: ["study_a"],
		confidence: "medium",
		note: null,
		...change,
	};
}

export function ranged(id: string, low: number, high: number, change: Partial<ClaimRow> = {}) {
	return claim(id, { form: "range", value: null, low, high, printed: `${low}-${high}`, ...change });
}

/** Binds the reference figure of Australian mines to that output. */
export function parameter(change: Partial<ParameterRow> = {}): ParameterRow {
	return {
		id: "output_aus",
		table_name: "references",
		row_key: "mine_aus_2025",
		column_name: "value",
		subject_id: "aus",
		attribute_id: "output",
		basis_id: "reo",
		scope_id: null,
		as_of: "2025",
		rule: "median_independent",
		shape: "triangular",
		unit_id: "t_per_year",
		factor: null,
		override_value: null,
		override_low: null,
		override_high: null,
		reason: "For the test",
		source_ids: ["study_a"],
		confidence: "medium",
		note: null,
		...change,
	};
}

export function packageOf(
	claims: readonly ClaimRow[],
	change: Partial<ParameterRow> = {},
): DataPackage {
	return withTables(small, {
		claims,
		parameters: [parameter(change)],
		sources: [...small.tables.sources, ...SOURCES],
	});
}

/** The one number of `packageOf`, resolved. */
export function resolved(
	claims: readonly ClaimRow[],
	change: Partial<ParameterRow> = {},
): Resolution {
	const [only] = resolveAll(packageOf(claims, change)).values();
	return only as Resolution;
}

export function roleOf({ roles }: Resolution, id: string): string | undefined {
	return roles.find((role) => role.claim === id)?.role;
}
