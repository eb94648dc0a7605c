import { describe, expect, test } from "vitest";
import { type Column, formatProblem, TABLES } from "../../../src/dataset/index.ts";
import { MAX_ROWS, MAX_TEXT, reviewImport } from "../../../src/evidence/review/index.ts";
import { encode, SMALL } from "../../dataset/packages.ts";
import { type Cells, claimsFile, csv, GOOD, open } from "./files.ts";

const pkg = open(SMALL);

const ATTACKS: readonly (readonly [string, string])[] = [
	["formula", '=HYPERLINK("https://example.org","7")'],
	["formula after a plus", "+1+cmd|' /C calc'!A0"],
	["formula after a minus", "-2+3"],
	["formula after an at sign", "@SUM(1+1)*cmd|' /C calc'!A0"],
	["formula after a tab", "\t=1+1"],
	["formula after a return", "\r=1+1"],
	["formula behind an apostrophe", "'=1+1"],
	["formula in full-width signs", "＝1+1"],
	["script element", "7<script>alert(1)</script>"],
	["image with a handler", "<img onerror=alert(1) src=x>"],
	["drawing with a handler", "<svg/onload=alert(1)>"],
	["script address", "javascript:alert(1)"],
	["script address in other letters", "JavaScript\u00a0: alert(1)"],
	["page as an address", "data:text/html,<b>"],
	["markup as entities", "&lt;script&gt;"],
	["template", "{{7*7}}"],
	["bidirectional override", "7\u202e00,1"],
	["bidirectional isolate", "7\u2066x\u2069"],
	["zero-width space", "7\u200b500"],
	["tag characters", "7\u{e0037}"],
	["control character", "7\u0007"],
	["terminal sequence", "\u001b[31m7"],
	["second line", "7\n8"],
	["long text", "7".repeat(MAX_TEXT + 1)],
	["huge cell", "x".repeat(1_000_000)],
];

function problemsOf(
	claims: Uint8Array,
	also: { sources?: Uint8Array; subjects?: Uint8Array } = {},
) {
	const reviewed = reviewImport(pkg, claims, also);
	return reviewed.ok ? [] : reviewed.problems.filter(({ severity }) => severity === "error");
}

test("the claim that the attacks are put into is a good one", () => {
	expect(reviewImport(pkg, claimsFile({}))).toMatchObject({ ok: true });
});

describe.each(["claims", "sources", "subjects"] as const)("in every column of %s", (table) => {
	const rows: Readonly<Record<string, Cells>> = {
		claims: GOOD,
		sources: { id: "new_paper", title: "News", publisher: "A paper", kind: "press" },
		subjects: { id: "mill", name: "The Mill", kind: "facility" },
	};
	const columns: readonly Column[] = TABLES[table].columns;
	test.each(ATTACKS)("a %s is refused where it stands", (_, attack) => {
		for (const { name: column } of columns) {
			const file = csv([{ ...rows[table], [column]: attack }]);
			const problems =
				table === "claims" ? problemsOf(file) : problemsOf(claimsFile({}), { [table]: file });
			const here = problems.filter((problem) => problem.table === table && problem.row === 2);
			expect(here.map(formatProblem), column).not.toEqual([]);
			// The CSV reader names the character, not the column, of a control character.
			expect([column, null]).toContain(here[0]?.column);
		}
	});
});

describe("a file is refused", () => {
	const good = new TextDecoder().decode(claimsFile({}));
	test.each([
		[
			"in Latin-1",
			Uint8Array.from([...encode(good.slice(0, 200)), 0xe9, ...encode(good.slice(200))]),
		],
		["with an overlong sequence", Uint8Array.from([...encode(good), 0xc0, 0x80])],
		["with half a surrogate", Uint8Array.from([...encode(good), 0xed, 0xa0, 0x80])],
		["with a NUL byte", encode(`${good}\0`)],
		["in UTF-16", Uint8Array.from([0xff, 0xfe, ...encode(good)])],
		["that is a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
		["without a header", encode(good.slice(good.indexOf("\n") + 1))],
		["cut off inside a row", encode(good.slice(0, -10))],
		["with an open quote", encode(good.replace(/\n/, '\n"'))],
		["that is a page", encode("<html><body>404</body></html>\n")],
		["that is empty", new Uint8Array()],
	])("%s", (_, bytes) => {
		expect(problemsOf(bytes).length).toBeGreaterThan(0);
	});

	test("of 100,000 rows at once, with the limit in the message", () => {
		const line = good.slice(good.indexOf("\n") + 1);
		const header = good.slice(0, good.indexOf("\n") + 1);
		const rows = Array.from({ length: 100_000 }, (_, i) =>
			line.replace("pit_nameplate_rival", `claim_${i}`),
		);
		const bytes = encode(header + rows.join(""));
		const began = performance.now();
		const problems = problemsOf(bytes);
		expect(performance.now() - began).toBeLessThan(10_000);
		expect(problems).toMatchObject([{ table: "claims", row: MAX_ROWS + 2, found: "100000" }]);
		expect(problems[0]?.message).toContain(`at most ${MAX_ROWS} rows`);
	});
});

describe("a claim is refused, with its row, its column and the nearest valid value,", () => {
	test.each<[string, Cells, string, string]>([
		["of an unknown subject", { subject_id: "pitt" }, "subject_id", '"pit"'],
		["of an unknown attribute", { attribute_id: "ouput" }, "attribute_id", '"output"'],
		["of an unknown basis", { basis_id: "roe" }, "basis_id", '"reo"'],
		["in an unknown unit", { unit_id: "t_per_yaer" }, "unit_id", '"t_per_year"'],
		["of an unknown source", { source_ids: "small_papr" }, "source_ids", '"small_paper"'],
		["with an unknown form", { form: "exactly" }, "form", '"exact"'],
		["in a unit of another kind", { unit_id: "usd" }, "unit_id", '"t_per_year"'],
		["without the basis it needs", { basis_id: "" }, "basis_id", "tonne or a share"],
		["with a number in words", { value: "12,000" }, "value", '"12000"'],
		["with a date that is none", { as_of: "31/12/2024" }, "as_of", '"2024-12-31"'],
		["that revises nothing known", { revises_id: "pit_nameplat" }, "revises_id", '"pit_nameplate"'],
		["that revises itself", { revises_id: GOOD.id ?? "" }, "revises_id", "circle"],
		["over an unknown claim", { formula: "2 * pit_nameplat" }, "formula", '"pit_nameplate"'],
		["over itself", { formula: `2 * ${GOOD.id}` }, "formula", "its own claim"],
		[
			"with code for a formula",
			{ formula: "import('fs')" },
			"formula",
			"no arithmetic over claims",
		],
		["with a function nobody knows", { formula: "evaluate(1)" }, "formula", "no arithmetic"],
		["with an assignment", { formula: "pit_nameplate = 3" }, "formula", "no arithmetic"],
		["with a property", { formula: "pit_nameplate.constructor" }, "formula", "no arithmetic"],
		["with half a formula", { formula: "2 * (pit_nameplate" }, "formula", "no arithmetic"],
		["with brackets without end", { formula: "(".repeat(3000) }, "formula", "no arithmetic"],
		["with an id that is taken", { id: "pit_nameplate" }, "value", "12000"],
	])("%s", (_, change, column, hint) => {
		const problems = problemsOf(claimsFile({ id: "claim_before" }, change));
		const here = problems.filter((problem) => problem.row === 3 && problem.column === column);
		expect(problems.map(formatProblem).join("\n")).toContain(hint);
		expect(here, problems.map(formatProblem).join("\n")).not.toEqual([]);
	});

	test("claims that revise each other in a circle", () => {
		const problems = problemsOf(
			claimsFile(
				{ id: "a", revises_id: "b" },
				{ id: "b", revises_id: "c" },
				{ id: "c", revises_id: "a" },
			),
		);
		expect(problems.map(({ row }) => row)).toEqual([2, 3, 4]);
		expect(problems[0]?.message).toContain("a > b > c > a");
	});

	test("every problem of a file at once", () => {
		const problems = problemsOf(
			claimsFile(
				{ id: "a", subject_id: "nobody" },
				{ id: "b", printed: "=1" },
				{ id: "c", value: "many" },
				{ id: "c", value: "1" },
			),
		);
		expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
			"2 subject_id",
			"3 printed",
			"4 value",
			"5 id",
		]);
	});

	test("an id that contradicts the package names what differs on both sides", () => {
		const [problem] = problemsOf(
			claimsFile({ id: "pit_nameplate", source_ids: "small_study", confidence: "medium" }),
		);
		expect(problem?.message).toBe(
			'pit_nameplate is in the package with another value, printed: found "12000", expected "10000" as in the package, or a new id, nearest valid "10000"',
		);
	});
});
