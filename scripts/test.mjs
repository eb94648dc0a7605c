/**
 * `npm test`: everything a change has to pass, from a fresh clone: format and
 * lint, types, unused code, then every test, the end-to-end ones in a real
 * Chromium against the served build. Prints the counts last.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, runOnPinnedNode } from "./house.mjs";

ensureInstalled();
const { ensureChromium } = await import("./chromium.mjs");
const chromium = await ensureChromium();
await ensureBuilt();

const bin = (...parts) => join(ROOT, "node_modules", ...parts);
const CHECKS = [
	["format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"]],
	["types", [bin("typescript", "bin", "tsc"), "-p", "."]],
	["types of the web app", [bin("typescript", "bin", "tsc"), "-p", "packages/web"]],
	["unused code", [bin("knip", "bin", "knip.js")]],
];

const failed = [];
for (const [name, args] of CHECKS) {
	const started = Date.now();
	const code = await runOnPinnedNode(args);
	console.log(`${code === 0 ? "ok" : "FAILED"}  ${name} (${seconds(started)} s)`);
	if (code !== 0) failed.push(name);
}

const scratch = mkdtempSync(join(tmpdir(), "lodegrid-test-"));
const report = join(scratch, "report.json");
const code = await runOnPinnedNode(
	[
		bin("vitest", "vitest.mjs"),
		"run",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	],
	{ env: { CHROMIUM_PATH: chromium } },
);
const counts = readCounts(report);
rmSync(scratch, { recursive: true, force: true });
if (code !== 0) failed.push("tests");

if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}`);
const broken = counts.failed + failed.filter((name) => name !== "tests").length;
console.log(
	`${counts.passed + CHECKS.length - failed.filter((name) => name !== "tests").length} passed, ${broken} failed`,
);
process.exit(failed.length > 0 ? 1 : 0);

function readCounts(path) {
	try {
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, "utf8"));
		return { passed: numPassedTests, failed: numFailedTests };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

function seconds(since) {
	return ((Date.now() - since) / 1000).toFixed(1);
}
