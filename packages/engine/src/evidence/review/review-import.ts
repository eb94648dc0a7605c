import {
	type DataPackage,
	type Extended,
	extendPackage,
	type LocatedRow,
	type Problem,
	type Run,
	TABLES,
	type TableName,
	toCsv,
} from "../../dataset/index.ts";
import { findings } from "../checks/index.ts";
import { openLedger } from "../ledger.ts";
import { resolveAll } from "../resolve-all.ts";
import type { ClaimRow, EvidenceFinding, ImportReview, Resolution } from "../types.ts";
import { refuseCell } from "./refuse.ts";
import { type Duplicate, Repeats } from "./repeats.ts";

/** Rows that one file may have: ten times the shipped ledger; more is split, or a mistake. */
export const MAX_ROWS = 20_000;

export type Reviewed =
	| {
			readonly ok: true;
			readonly review: ImportReview;
			/** The package with everything new in it, checked as a whole. */
			readonly after: DataPackage;
			/** Warnings. */
			readonly problems: readonly Problem[];
	  }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Files of sources and subjects that the new claims name, with the columns of those tables. */
export interface NewVocabulary {
	readonly sources?: Uint8Array;
	readonly subjects?: Uint8Array;
}

/**
 * What accepting a file of claims would do, before anything is written; all of it or nothing.
 *
 * The file is a CSV with the columns of `claims`, in any order; optional ones may be missing. It is
 * read and checked as a package is, and refused for anything a spreadsheet or page could run, for
 * hidden characters and for more than 20,000 rows: every problem at once, with row and column. A
 * row that is in the package already is left out; an id that is there with other content is refused.
 *
 * @param also new sources and subjects, so that a file can bring whoever it quotes
 */
export function reviewImport(
	pkg: DataPackage,
	bytes: Uint8Array,
	also: NewVocabulary = {},
	run: Run = {},
): Reviewed {
	const step = stepper(run, 4);
	step("reading");
	const files = new Map<TableName, Uint8Array>();
	if (also.sources) files.set("sources", also.sources);
	if (also.subjects) files.set("subjects", also.subjects);
	files.set("claims", bytes);
	const extended = extendPackage(pkg, files, { maxRows: MAX_ROWS, refuse: refuseCell });
	if (!extended.ok) return extended;
	step("looking for duplicates");
	const { added, duplicates } = sortOut(pkg, extended);
	const accepted = withoutRepeats(pkg, extended, files, added);
	if (!accepted.ok) return accepted;
	const after = accepted.pkg;
	step("resolving parameters");
	const parameters = changedParameters(pkg, after);
	step("checking arithmetic");
	const review: ImportReview = {
		added,
		duplicates,
		revised: added.flatMap(({ id, revises_id }) =>
			revises_id === null ? [] : [{ claim: revises_id, by: id }],
		),
		parameters,
		findings: newFindings(pkg, after),
		tables: { claims: after.tables.claims },
	};
	return { ok: true, review, after, problems: extended.problems };
}

type Good = Extract<Extended, { ok: true }>;

function sortOut(
	pkg: DataPackage,
	extended: Good,
): { added: readonly ClaimRow[]; duplicates: readonly Duplicate[] } {
	const repeats = new Repeats(openLedger(extended.pkg));
	for (const claim of pkg.tables.claims) repeats.show(claim);
	const known = claimsOf(extended.known.get("claims"));
	const rows = claimsOf(extended.added.get("claims"));
	const named = namedBy(rows);
	const added: ClaimRow[] = [];
	const duplicates: Duplicate[] = known.map((claim) => ({
		claim: claim.id,
		of: claim.id,
		kind: "same",
		sentence: `${claim.id} stands in the ledger already, word for word: not added.`,
	}));
	for (const claim of rows) {
		const duplicate = repeats.of(claim);
		if (duplicate !== null) duplicates.push(duplicate);
		if (duplicate?.kind === "same" && !named.has(claim.id)) continue;
		added.push(claim);
		repeats.show(claim);
	}
	return { added, duplicates };
}

/** Ids that other rows of the file need: revised by them or in their formulas. */
function namedBy(rows: readonly ClaimRow[]): ReadonlySet<string> {
	return new Set(
		rows.flatMap(({ revises_id, formula }) => [
			revises_id ?? "",
			...(formula?.match(/\w+/g) ?? []),
		]),
	);
}

/** The package with only the rows that are added; word-for-word repeats stay in the file. */
function withoutRepeats(
	pkg: DataPackage,
	extended: Good,
	files: ReadonlyMap<TableName, Uint8Array>,
	added: readonly ClaimRow[],
): Extended {
	if (added.length === (extended.added.get("claims") ?? []).length) return extended;
	const columns = TABLES.claims.columns.map(({ name }) => name);
	const claims = new TextEncoder().encode(toCsv(columns, added));
	return extendPackage(pkg, new Map(files).set("claims", claims));
}

function changedParameters(before: DataPackage, after: DataPackage): ImportReview["parameters"] {
	const [was, is] = [resolveAll(before), resolveAll(after)];
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
		const change = { id, before: was.get(id) ?? null, after: is.get(id) ?? null };
		return sameNumber(change.before, change.after) ? [] : [change];
	});
}

function sameNumber(a: Resolution | null, b: Resolution | null): boolean {
	return (
		a?.value === b?.value && JSON.stringify(a?.distribution) === JSON.stringify(b?.distribution)
	);
}

function newFindings(before: DataPackage, after: DataPackage): readonly EvidenceFinding[] {
	const keyOf = ({ kind, claims, against }: EvidenceFinding) =>
		JSON.stringify([kind, claims, against]);
	const old = new Set(findings(openLedger(before)).map(keyOf));
	return findings(openLedger(after)).filter((finding) => !old.has(keyOf(finding)));
}

function claimsOf(rows: readonly LocatedRow[] = []): readonly ClaimRow[] {
	return rows.map(({ row }) => row as unknown as ClaimRow);
}

function stepper({ signal, onProgress }: Run, total: number): (task: string) => void {
	let done = 0;
	return (task) => {
		signal?.throwIfAborted();
		onProgress?.({ task, done: done++, total });
	};
}
