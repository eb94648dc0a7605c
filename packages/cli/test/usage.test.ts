import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { lodegrid } from "./cli.ts";

describe("how lodegrid is used", () => {
	test("help names every verb and gives examples", () => {
		const { code, stdout } = lodegrid("--help");
		expect(code).toBe(0);
		for (const verb of [
			"check",
			"diagnose",
			"capability",
			"calibrate",
			"facility",
			"evidence",
			"model",
			"export",
			"completion",
		]) {
			expect(stdout).toContain(`  ${verb}`);
		}
		expect(stdout).toContain("Examples:");
	});

	test.each([
		[["chek"], "Did you mean check?"],
		[["check", "--jsn"], "Did you mean --json?"],
		[["facility", "my_lamb"], "Did you mean my_lamp?"],
		[["diagnose", "--home", "USB"], "Did you mean USA?"],
		[["diagnose", "--year", "1990"], "the nearest is 2024"],
		[["export", "xls", "--out", "x"], "Allowed choices are"],
		[["model", "show", "--row", "balence[dy_metal,USA,2025]"], "Did you mean balance["],
		[["evidence", "chek"], "Did you mean check?"],
		[["check", "--data", "/nowhere/at/all"], "There is no folder"],
		[["model", "show", "--months", "2", "--discount-rate", "5"], "at least 0 and below 1"],
		[["model", "show", "--months", "2", "--discount-rate=-0.1"], "at least 0 and below 1"],
		[["model", "show", "--months", "2", "--discount-rate", "five"], "at least 0 and below 1"],
		[["model", "show", "--months", "2", "--discount-rate", ""], "at least 0 and below 1"],
	])("%j ends in 2 and says what would work", (args, hint) => {
		const { code, stderr, stdout } = lodegrid(...args);
		expect(stderr).toContain(hint);
		expect(code).toBe(2);
		expect(stdout).toBe("");
	});

	test.each(["bash", "zsh", "fish"])(
		"the %s completion script lists verbs and their options",
		(shell) => {
			const { code, stdout } = lodegrid("completion", shell);
			expect(code).toBe(0);
			expect(stdout).toContain("diagnose");
			expect(stdout).toContain("defence-case");
		},
	);

	test("bash completes a verb from its first letters", () => {
		const script = lodegrid("completion", "bash").stdout;
		const typed = `${script}\nCOMP_WORDS=(lodegrid cal); COMP_CWORD=1; _lodegrid; echo "\${COMPREPLY[@]}"`;
		const { stdout } = spawnSync("bash", ["-c", typed], { encoding: "utf8" });
		expect(stdout.trim()).toBe("calibrate");
	});

	test("bash completes a sub-command of evidence", () => {
		const script = lodegrid("completion", "bash").stdout;
		const typed = `${script}\nCOMP_WORDS=(lodegrid evidence conf); COMP_CWORD=2; _lodegrid; echo "\${COMPREPLY[@]}"`;
		const { stdout } = spawnSync("bash", ["-c", typed], { encoding: "utf8" });
		expect(stdout.trim()).toBe("conflicts");
	});
});

describe("what lodegrid tells of the baseline", () => {
	test("check finds no error and counts what it read", () => {
		const { code, stdout } = lodegrid("check", "--json");
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: 0 });
	});

	test("facility prints every figure's source", () => {
		const { code, stdout } = lodegrid("facility", "us_mountain_pass_sep", "--json");
		expect(code).toBe(0);
		const dossier = JSON.parse(stdout);
		const ids = [...dossier.sources, ...dossier.assumptions].map((row: { id: string }) => row.id);
		for (const row of [dossier.facility, ...dossier.lines, ...dossier.capacities]) {
			expect(ids).toEqual(expect.arrayContaining(row.source_ids));
		}
		expect(lodegrid("facility", "us_mountain_pass_sep").stdout).toContain("Mountain Pass");
	});

	test("capability counts plants and gaps of a stage by region", () => {
		const { code, stdout } = lodegrid("capability", "--stage", "separation", "--json");
		expect(code).toBe(0);
		const { cells } = JSON.parse(stdout);
		const regions = cells.map((cell: { region: string }) => cell.region);
		expect(regions).toEqual(expect.arrayContaining(["CHN", "MYS", "USA"]));
		expect(lodegrid("capability", "--stage", "separatoin").stderr).toContain(
			"Did you mean separation?",
		);
	});

	test("model show prints a row by name with its numbers", () => {
		const { code, stdout } = lodegrid("model", "show", "--row", "balance[dy_metal,USA,2025]");
		expect(code).toBe(0);
		expect(stdout).toMatch(/^balance\[dy_metal,USA,2025\]: /);
	});

	test("a discount rate makes a later month's tonne weigh less", () => {
		const { stdout } = lodegrid(
			...["model", "show", "--months", "2", "--discount-rate", "0.21"],
			...["--column", "run[my_lamp_separate_light_mrec_mt_weld"],
		);
		const costs = [...stdout.matchAll(/objective: ([\d.]+)/g)].map(([, cost]) => Number(cost));
		expect(costs).toHaveLength(2);
		expect((costs[0] as number) / (costs[1] as number)).toBeCloseTo(1.21 ** (1 / 12), 9);
	});

	test("calibrate meets its tolerance, and ends in 1 when the tolerance is out of reach", () => {
		expect(lodegrid("calibrate").code).toBe(0);
		const strict = lodegrid("calibrate", "--tolerance", "0.0000001");
		expect(strict.code).toBe(1);
		expect(strict.stderr).toContain("Not calibrated");
	});
});
