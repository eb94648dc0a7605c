import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../scripts/house.mjs";
import { between } from "../../../scripts/markers.mjs";
import { lodegrid } from "./cli.ts";

test.each([
	["calibration.md", "calibration", ["calibrate", "--markdown"]],
	[
		"walkthrough.md",
		"diagnose",
		["diagnose", "--product", "smco_magnet", "--scope", "home defence"],
	],
	["evidence.md", "explain", ["evidence", "explain", "references/mine_aus_2024/value"]],
])("docs/%s shows what the shipped baseline gives today", (file, marker, args) => {
	const page = readFileSync(join(ROOT, "docs", file), "utf8");
	const { code, stdout } = lodegrid(...args);
	expect(code).toBe(0);
	// The line of solver statistics differs between machines.
	const answer = stdout.replace(/^.*iterations: .*$/m, "").trim();
	expect(between(page, marker)).toContain(answer);
});
