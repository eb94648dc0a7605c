import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../scripts/house.mjs";
import { lodegrid } from "./cli.ts";

const SMALL = join(ROOT, "packages", "engine", "test", "fixtures", "small");
const rank = (...args: readonly string[]) =>
	lodegrid("evidence", "rank", "--data", SMALL, "--product", "ndfeb_magnet", ...args);

describe("lodegrid evidence rank", () => {
	test("prints the same bytes on one worker and on two", () => {
		const ask = ["--result", "delivered", "--seed", "3", "--json"];
		const one = rank(...ask, "--workers", "1");
		expect(one.stderr).toBe("");
		expect(one.code).toBe(0);
		expect(rank(...ask, "--workers", "2")).toEqual(one);
		const ranking = JSON.parse(one.stdout);
		expect(ranking.seed).toBe(3);
		expect(ranking.trajectories).toEqual({ planned: 6, done: 6 });
		expect(ranking.rows.length).toBeGreaterThan(3);
		expect(ranking.solves).toBe(6 * (ranking.rows.length + 1) + 1);
		expect(rank(...ask, "--seed", "4").stdout).not.toBe(one.stdout);
	});

	test("says what to chase, over which range, and what was left out", () => {
		const { code, stdout } = rank("--result", "coverage:dy_oxide");
		expect(code).toBe(0);
		expect(stdout).toMatch(/^Chase “.+” first: over its range .+ moves by about .+ points/);
		expect(stdout).toContain("As the package stands");
		expect(stdout).toContain("are in nothing that this result is worked out from");
		expect(stdout).toContain("seed 1; worked out");
	});

	test("lists the results that can be asked for", () => {
		const { code, stdout } = rank("--results");
		expect(code).toBe(0);
		for (const id of ["coverage:mine:Dy", "coverage:dy_oxide", "weakest", "alone", "cost"])
			expect(stdout).toContain(id);
	});

	test.each([
		[["--result", "coverage:dy_oxid"], "Did you mean coverage:dy_oxide?"],
		[["--product", "ndfeb_magnets"], "Did you mean ndfeb_magnet?"],
		[["--levels", "3"], "expected an even number"],
		[["--only", "a_nothing"], "no uncertain parameter a_nothing"],
	])("%j ends in 2 and says what would work", (args, hint) => {
		const { code, stderr, stdout } = rank(...args);
		expect(stderr).toContain(hint);
		expect(code).toBe(2);
		expect(stdout).toBe("");
	});

	test("Ctrl+C ends it, with nothing printed", async () => {
		const main = join(ROOT, "packages", "cli", "src", "main.ts");
		const ask = ["evidence", "rank", "--result", "cost", "--progress", "--trajectories", "200"];
		const child = spawn(process.execPath, [main, ...ask]);
		let [stdout, stderr] = ["", ""];
		child.stdout.on("data", (chunk) => {
			stdout += chunk;
		});
		child.stderr.on("data", (chunk) => {
			if (stderr === "") child.kill("SIGINT");
			stderr += chunk;
		});
		const [code] = await once(child, "close");
		expect(stderr).toContain("Cancelled; nothing was written.");
		expect(code).toBe(130);
		expect(stdout).toBe("");
	});
});
