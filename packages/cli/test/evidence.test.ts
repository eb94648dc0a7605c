/** `lodegrid evidence` as people call it, on the shipped ledger and the small one. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lodegrid, scratchFolder } from "./cli.ts";

const SMALL = new URL("../../engine/test/fixtures/small", import.meta.url).pathname;
const folder = scratchFolder();
const json = (...args: readonly string[]) =>
	JSON.parse(lodegrid("evidence", ...args, "--json").stdout);

const HEADER =
	"id,subject_id,attribute_id,basis_id,as_of,form,value,unit_id,printed,revises_id,derivation,standing,source_ids,confidence";
const RIVAL =
	'pit_rival,pit,capacity_nameplate,reo,2024,exact,12000,t_per_year,"12,000 t",,printed,counts,small_paper,low';
const BOUND =
	'splitter_capacity,splitter,capacity_nameplate,reo,2024,exact,10000,t_per_year,"10,000 t",,printed,counts,small_paper,low';

/** A file of claims; its path. */
function file(name: string, ...rows: readonly string[]): string {
	const path = join(folder, name);
	writeFileSync(path, [HEADER, ...rows, ""].join("\n"));
	return path;
}

/** A copy of the small package to write to. */
function copyOfSmall(name: string): string {
	const path = join(folder, name);
	cpSync(SMALL, path, { recursive: true });
	return path;
}

/** Names and contents, so that a folder can be seen not to have changed. */
function contents(path: string): ReadonlyMap<string, string> {
	return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

describe("check", () => {
	test("counts every claim's verdict; findings are news, no failure", () => {
		const { code, stdout } = lodegrid("evidence", "check");
		expect(code).toBe(0);
		expect(stdout).toContain("arithmetic error (");
		const result = json("check");
		expect(result.verdicts).toHaveLength(result.claims);
		const sum = Object.values<number>(result.verdictCounts).reduce((a, b) => a + b, 0);
		expect(sum).toBe(result.claims);
		expect(result.findings.length).toBeGreaterThan(0);
	});

	test("--strict ends in 1 when there is a finding and in 0 when there is none", () => {
		const strict = lodegrid("evidence", "check", "--strict");
		expect(strict.code).toBe(1);
		expect(strict.stderr).toMatch(/^\d+ findings\.\n$/);
		expect(lodegrid("evidence", "check", "--strict", "--data", SMALL).code).toBe(0);
	});

	test("--source keeps to figures read in one source", () => {
		const { claims, verdicts } = json("check", "--source", "small_paper", "--data", SMALL);
		expect(claims).toBe(3);
		expect(verdicts.map(({ claim }: { claim: string }) => claim).sort()).toEqual([
			"aus_output_paper",
			"aus_share",
			"pit_nameplate_bound",
		]);
	});
});

describe("explain", () => {
	test("a subject: its numbers with every claim's role, and the claims nobody uses", () => {
		const { code, stdout } = lodegrid("evidence", "explain", "Australia", "--data", SMALL);
		expect(code).toBe(0);
		expect(stdout).toContain("Australia [aus], region: 5 claims, 1 number of the model");
		expect(stdout).toContain("references/mine_aus_2025/value\n  8000");
		expect(stdout).toContain("The Daily Pit, quoting Pit Institute");
		expect(stdout).toContain("superseded: ");
		expect(stdout).toContain("[aus_share]");
	});

	test("a parameter, its cell and a claim of it lead to one number", () => {
		const cell = "capacities/pit_plant|2024-01-01/nameplate_t_per_year";
		const answers = ["pit_nameplate", cell, "pit_nameplate_bound"].map((asked) =>
			json("explain", asked, "--data", SMALL),
		);
		expect(answers.map(({ kind }) => kind)).toEqual(["parameter", "cell", "claim"]);
		for (const { numbers } of answers) {
			expect(numbers).toHaveLength(1);
			expect(numbers[0].resolution).toMatchObject({ id: cell, value: 10000 });
			const roles = numbers[0].resolution.roles.map((r: { role: string }) => r.role);
			expect(roles.sort()).toEqual(["bound", "used"]);
		}
	});

	test("a number that no claim is bound to stands on its own row", () => {
		const asked = "capacities/splitter_sx|2024-01-01/effective_t_per_year";
		const { numbers } = json("explain", asked, "--data", SMALL);
		expect(numbers[0].resolution).toMatchObject({ rule: "stated", value: 8000 });
	});

	test.each([
		["austrlia", "Did you mean aus (Australia)?"],
		["capacities/pit_plnt|2024-01-01/nameplate_t_per_year", "pit_plant|2024-01-01"],
		["capacities/pit_plant|2024-01-01/nameplate_t_per_yr", "nameplate_t_per_year"],
	])("%s ends in 2 and names the nearest", (asked, hint) => {
		const { code, stdout, stderr } = lodegrid("evidence", "explain", asked, "--data", SMALL);
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toContain(hint);
	});

	test("every subject of the shipped ledger can be asked by its id", () => {
		const { conflicts } = json("conflicts", "--top", "3");
		for (const { quantity } of conflicts) {
			const [subject = ""] = quantity.split("|");
			const { code, stdout } = lodegrid("evidence", "explain", subject);
			expect(code).toBe(0);
			expect(stdout).toContain(`[${subject}]`);
		}
	});
});

test.each(["check", "explain", "conflicts", "audit"])("the examples of %s work", (verb) => {
	const { stdout } = lodegrid("evidence", verb, "--help");
	const examples = [...stdout.matchAll(/\$ lodegrid (evidence .*)/g)].map(([, words = ""]) =>
		[...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word),
	);
	expect(examples.length).toBeGreaterThan(1);
	for (const words of examples) {
		const { code, stderr } = lodegrid(...words);
		expect(code, stderr).toBe(words.includes("--strict") ? 1 : 0);
	}
});

describe("conflicts and audit", () => {
	test("rival figures stand side by side, at most as many as asked for", () => {
		const { total, conflicts } = json("conflicts", "--top", "2");
		expect(conflicts).toHaveLength(2);
		expect(total).toBeGreaterThan(2);
		expect(lodegrid("evidence", "conflicts", "--top", "2").stdout).toContain("the 2 widest");
	});

	test("what only unopened sources dispute is counted apart and listed when asked for", () => {
		const { total } = json("conflicts", "--top", "1");
		const weak = json("conflicts", "--unopened", "--top", "1000");
		expect(weak.total).toBeGreaterThan(0);
		for (const { sentence } of weak.conflicts) expect(sentence).toContain("not in dispute");
		const { stdout } = lodegrid("evidence", "conflicts", "--top", "1");
		expect(stdout).toContain(`${total} quantities with rival figures`);
		expect(stdout).toMatch(new RegExp(`^${weak.total} quantit.*--unopened`, "m"));
	});

	test.each(["check", "conflicts"])("%s says how far it is when asked to, on stderr", (verb) => {
		const { code, stdout, stderr } = lodegrid("evidence", verb, "--json", "--progress");
		expect(code).toBe(0);
		expect(() => JSON.parse(stdout)).not.toThrow();
		expect(stderr).toMatch(/\d+ % \| [a-z ]+/);
	});

	test("a subject and an attribute narrow them, a wrong one names the nearest", () => {
		const all = json("conflicts", "--top", "1000").conflicts;
		const [subject, attribute] = all[0].quantity.split("|");
		const own = json("conflicts", "--subject", subject, "--attribute", attribute).conflicts;
		expect(own.length).toBeGreaterThan(0);
		for (const { quantity } of own)
			expect(quantity).toMatch(new RegExp(`^${subject}\\|${attribute}\\|`));
		const wrong = lodegrid("evidence", "conflicts", "--attribute", "outptu");
		expect([wrong.code, wrong.stderr]).toEqual([
			2,
			"There is no attribute outptu. Did you mean output?\n",
		]);
	});

	test("a source is audited by its id or by a part of its title or publisher", () => {
		const byId = json("audit", "small_survey", "--data", SMALL);
		expect(byId.claims).toHaveLength(4);
		expect(json("audit", "Pits in the news", "--data", SMALL).source).toBe("small_paper");
		const several = lodegrid("evidence", "audit", "Survey", "--data", SMALL);
		expect(several.code).toBe(2);
		expect(several.stderr).toContain("small_survey (Mineral survey of the made-up land)");
		expect(several.stderr).toContain("small_survey_old (");
		expect(lodegrid("evidence", "audit", "Ahead of the Herd").stdout).toContain("175 figures");
	});
});

describe("import", () => {
	test("a dry run shows the numbers that change and writes nothing", () => {
		const data = copyOfSmall("dry");
		const before = contents(data);
		const { code, stdout } = lodegrid(
			...["evidence", "import", file("rival.csv", RIVAL), "--dry-run", "--results", "--data", data],
		);
		expect(code).toBe(0);
		expect(stdout).toContain("rival.csv: 1 claim to add, 0 repeats, 0 revisions; 1 number");
		expect(stdout).toContain(
			"nameplate_t_per_year: 10\u2009000 (9750 to 10\u2009250) → 11\u2009000",
		);
		expect(stdout).toContain("no result depends on it");
		expect(stdout).toContain("Dry run: nothing was written.");
		expect(contents(data)).toEqual(before);
	});

	test("what changes a number is written only when accepted, and then adds its lines alone", () => {
		const data = copyOfSmall("accepted");
		const before = contents(data);
		const path = file("rival2.csv", RIVAL);
		const refused = lodegrid("evidence", "import", path, "--data", data);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain("changes 1 number of the model");
		expect(contents(data)).toEqual(before);
		expect(lodegrid("evidence", "import", path, "--data", data, "--accept").code).toBe(0);
		const after = contents(data);
		expect([...after.keys()]).toEqual([...before.keys()]);
		for (const [name, text] of after)
			if (name === "claims.csv") expect(text.startsWith(before.get(name) ?? "-")).toBe(true);
			else expect(text).toBe(before.get(name));
		expect(json("explain", "pit_nameplate", "--data", data).numbers[0].resolution.value).toBe(
			11000,
		);
		const again = lodegrid("evidence", "import", path, "--data", data);
		expect([again.code, again.stderr]).toEqual([0, "Written: nothing, it is all there.\n"]);
		expect(contents(data)).toEqual(after);
	});

	test("what changes no number needs no accepting; sources and subjects come along", () => {
		const data = copyOfSmall("along");
		writeFileSync(
			join(folder, "sources.csv"),
			"id,title,publisher,kind,published\nsmall_news,Splitting,The Splitter,company,2026\n",
		);
		const claims = file("along.csv", BOUND.replace("small_paper", "small_news"));
		const { code } = lodegrid(
			...["evidence", "import", claims, "--sources", join(folder, "sources.csv"), "--data", data],
		);
		expect(code).toBe(0);
		expect(lodegrid("check", "--data", data).code).toBe(0);
		expect(readFileSync(join(data, "sources.csv"), "utf8")).toContain("small_news");
	});

	test("everything wrong is named at once with the file, row and column; nothing is written", () => {
		const data = copyOfSmall("wrong");
		const before = contents(data);
		const path = file(
			"hostile.csv",
			RIVAL.replace("12,000 t", '=HYPERLINK(""http://example.org"")'),
			RIVAL.replace("pit_rival", "b").replace("12,000 t", "<img src=x onerror=alert(1)>"),
			RIVAL.replace("pit_rival", "c").replace("small_paper", "small_papr"),
			RIVAL.replace("pit_rival", "pit_nameplate"),
		);
		const { code, stdout, stderr } = lodegrid(
			"evidence",
			"import",
			path,
			"--data",
			data,
			"--accept",
		);
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toContain("error hostile.csv row 2, printed: text that a spreadsheet would run");
		expect(stderr).toContain("error hostile.csv row 3, printed: markup in text");
		expect(stderr).toContain('row 4, source_ids: unknown id: found "small_papr"');
		expect(stderr).toContain("row 5, value: pit_nameplate is in the package with another value");
		expect(stderr).toContain("4 errors; nothing was written.");
		expect(contents(data)).toEqual(before);
	});

	test("100,000 rows are refused with the limit", () => {
		const rows = Array.from({ length: 100_000 }, (_, i) => RIVAL.replace("pit_rival", `r${i}`));
		const { code, stderr } = lodegrid("evidence", "import", file("many.csv", ...rows), "--dry-run");
		expect(code).toBe(2);
		expect(stderr).toContain("at most 20000 rows");
	});

	test("the shipped package is not written to unless it is named", () => {
		const { code, stderr } = lodegrid("evidence", "import", file("r.csv", RIVAL), "--accept");
		expect(code).toBe(2);
		expect(stderr).toContain("--data");
	});

	test("a file that is not there ends in 2", () => {
		const { code, stderr } = lodegrid("evidence", "import", join(folder, "none.csv"), "--dry-run");
		expect(code).toBe(2);
		expect(stderr).toContain("Cannot read");
		expect(existsSync(join(folder, "none.csv"))).toBe(false);
	});
});
