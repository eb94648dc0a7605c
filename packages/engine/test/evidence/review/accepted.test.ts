import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DataPackage, formatProblem, TABLES, toCsv } from "../../../src/dataset/index.ts";
import { openLedger, resolveAll } from "../../../src/evidence/index.ts";
import { reviewImport } from "../../../src/evidence/review/index.ts";
import { BASELINE, encode, SMALL } from "../../dataset/packages.ts";
import { type Cells, claimsFile, csv, GOOD, open, tableFile } from "./files.ts";

const small = open(SMALL);

function review(
	pkg: DataPackage,
	...[bytes, also]: [Uint8Array, Parameters<typeof reviewImport>[2]?]
) {
	const reviewed = reviewImport(pkg, bytes, also);
	if (!reviewed.ok) throw new Error(reviewed.problems.slice(0, 10).map(formatProblem).join("\n"));
	return reviewed;
}

/** Rows of claims as cells of a file. */
function cellsOf(claim: DataPackage["tables"]["claims"][number]): Cells {
	const entries = Object.entries(claim).map(([column, value]) => [
		column,
		typeof value === "object" && value !== null ? value.join(";") : String(value ?? ""),
	]);
	return Object.fromEntries(entries);
}

const EXISTING: Cells = cellsOf(
	small.tables.claims.find(({ id }) => id === "pit_nameplate") as never,
);

describe("a good file", () => {
	test("brings a rival figure and shows the number of the model before and after", () => {
		const { review: found, after } = review(small, claimsFile({}));
		expect(found.added).toMatchObject([{ id: GOOD.id, value: 12000, note: null }]);
		expect(found.duplicates).toEqual([]);
		expect(found.parameters.map(({ id }) => id)).toEqual([
			"capacities/pit_plant|2024-01-01/nameplate_t_per_year",
		]);
		expect(found.parameters[0]?.before?.value).toBe(10000);
		expect(found.parameters[0]?.after?.value).toBe(11000);
		expect(found.tables.claims).toHaveLength(small.tables.claims.length + 1);
		expect(after.hash).not.toBe(small.hash);
	});

	test("may have its columns in any order, and leave optional ones out", () => {
		const straight = review(small, claimsFile({})).review;
		fc.assert(
			fc.property(fc.shuffledSubarray(Object.keys(GOOD), { minLength: 13 }), (columns) => {
				expect(review(small, csv([GOOD], columns)).review).toEqual(straight);
			}),
			{ numRuns: 20 },
		);
	});

	test("a column that is not optional may not be left out", () => {
		const required = TABLES.claims.columns.filter((column) => !("optional" in column));
		for (const { name } of required) {
			const columns = Object.keys(GOOD).filter((column) => column !== name);
			const reviewed = reviewImport(small, csv([GOOD], columns));
			expect(reviewed.ok, name).toBe(false);
			expect(reviewed.problems.map(formatProblem).join()).toContain("column missing");
		}
	});

	test("brings its sources and subjects along", () => {
		const sources = csv([
			{ id: "small_news", title: "Mills", publisher: "A paper", published: "2026", kind: "press" },
		]);
		const subjects = csv([{ id: "mill", name: "The Mill", kind: "facility" }]);
		const claims = claimsFile({ subject_id: "mill", source_ids: "small_news" });
		const { after, review: found } = review(small, claims, { sources, subjects });
		expect(found.added).toHaveLength(1);
		expect(after.tables.sources.at(-1)?.id).toBe("small_news");
		expect(after.tables.subjects.at(-1)?.id).toBe("mill");
		expect(reviewImport(small, claims).ok).toBe(false);
	});

	test("revises an earlier edition: the old figure no longer counts", () => {
		const { review: found } = review(
			small,
			claimsFile({ revises_id: "pit_nameplate", source_ids: "small_study" }),
		);
		expect(found.revised).toEqual([{ claim: "pit_nameplate", by: GOOD.id }]);
		expect(found.parameters[0]?.after?.value).toBe(12000);
	});

	test("new findings are shown, old ones are not", () => {
		const { review: found } = review(
			small,
			claimsFile({
				...cellsOf(small.tables.claims[5] as never),
				id: "share_wrong",
				value: "0.5",
				printed: "0.5 %",
				source_ids: "small_paper",
			}),
		);
		expect(found.findings.length).toBeGreaterThan(0);
		for (const { claims, against } of found.findings)
			expect([...claims, ...against]).toContain("share_wrong");
	});
});

describe("a claim that repeats another", () => {
	test.each<[string, string, Cells]>([
		["the same id and content", "same", {}],
		["the same content under another id", "same", { id: "again", note: "once more" }],
		[
			"another outlet of one origin",
			"echo",
			{ id: "again", source_ids: "small_paper;small_study" },
		],
		[
			"an echo in another unit",
			"echo",
			{
				id: "again",
				source_ids: "small_paper;small_study",
				value: "10",
				unit_id: "kt_per_year",
				printed: "10,000 t",
			},
		],
		[
			"an echo that rounds",
			"echo",
			{
				id: "again",
				source_ids: "small_paper;small_study",
				form: "about",
				value: "10200",
				printed: "about 10,200 t",
			},
		],
		["the figure from another origin", "agrees", { id: "again", source_ids: "small_paper" }],
	])("%s is told as such: %s", (_, kind, change) => {
		const { review: found } = review(small, csv([{ ...EXISTING, ...change }]));
		expect(found.duplicates).toMatchObject([{ of: "pit_nameplate", kind }]);
		expect(found.added).toHaveLength(kind === "same" ? 0 : 1);
	});

	test.each<[string, Cells]>([
		["another figure", { value: "10900", printed: "10,900" }],
		["a bound of the same size", { form: "at_least" }],
		["another period", { as_of: "2025" }],
		["another basis", { basis_id: "gross" }],
	])("%s is no repeat", (_, change) => {
		const cells = { ...EXISTING, id: "again", source_ids: "small_paper", ...change };
		expect(review(small, csv([cells])).review.duplicates).toEqual([]);
	});

	test("a repeat inside the file is found too", () => {
		const { review: found } = review(
			small,
			claimsFile({}, { id: "again", source_ids: "small_paper_old;small_paper" }),
			{ sources: csv([{ id: "small_paper_old", title: "x", publisher: "y", kind: "press" }]) },
		);
		expect(found.duplicates).toMatchObject([{ claim: "again", of: GOOD.id, kind: "echo" }]);
	});
});

/** Every claim of a package once more through an outlet that quotes its chain. */
function echoes(pkg: DataPackage, only: (id: string) => boolean = () => true): Cells[] {
	return pkg.tables.claims
		.filter(
			({ id, standing, derivation }) =>
				only(id) && standing === "counts" && derivation === "printed",
		)
		.map((claim) => ({
			...cellsOf(claim),
			id: `${claim.id}_in_the_daily_echo`,
			source_ids: ["daily_echo", ...claim.source_ids].join(";"),
			published: "2026-10",
			revises_id: "",
			formula: "",
		}));
}

/** Rows as a package writes them: no text starts like a formula. */
function written(rows: readonly Cells[]): Uint8Array {
	const columns = TABLES.claims.columns.map(({ name }) => name as string);
	return encode(toCsv(columns, rows));
}

const OUTLET = csv([
	{ id: "daily_echo", title: "Echo", publisher: "Daily Echo", published: "2026-10", kind: "press" },
]);

describe("an echo", () => {
	test("of any claim changes no parameter and is told as an echo", () => {
		const ids = small.tables.claims.map(({ id }) => id);
		fc.assert(
			fc.property(fc.subarray(ids, { minLength: 1 }), (chosen) => {
				const file = written(echoes(small, (id) => chosen.includes(id)));
				const { review: found, after } = review(small, file, { sources: OUTLET });
				expect(found.parameters).toEqual([]);
				expect(found.duplicates.map(({ kind }) => kind)).toEqual(found.added.map(() => "echo"));
				expect(numbersOf(after)).toEqual(numbersOf(small));
			}),
			{ numRuns: 30 },
		);
	});
});

test("an echo of a figure that its origin has replaced is replaced with it", () => {
	const file = written(echoes(small, (id) => id === "aus_output_old"));
	const ledger = openLedger(review(small, file, { sources: OUTLET }).after);
	expect(ledger.revisedBy("aus_output_old_in_the_daily_echo")?.id).toBe("aus_output_new");
	expect(ledger.editions("aus_output_old").map(({ id }) => id)).toEqual([
		"aus_output_old",
		"aus_output_new",
	]);
});

function numbersOf(pkg: DataPackage): readonly unknown[] {
	return [...resolveAll(pkg).values()].map(({ id, value, distribution }) => [
		id,
		value,
		distribution,
	]);
}

describe("the shipped ledger", () => {
	const baseline = open(BASELINE);

	test("imported into itself brings nothing", () => {
		const { review: found } = review(baseline, tableFile(baseline, "claims"));
		expect(found.added).toEqual([]);
		expect(found.duplicates).toHaveLength(baseline.tables.claims.length);
		expect([found.revised, found.parameters, found.findings]).toEqual([[], [], []]);
	});

	test("repeated word for word by another outlet changes no number", () => {
		const { review: found } = review(baseline, written(echoes(baseline)), { sources: OUTLET });
		expect(found.added.length).toBeGreaterThan(baseline.tables.claims.length / 2);
		expect(found.parameters.map(({ id }) => id)).toEqual([]);
	});
});
