import { describe, expect, it } from "vitest";
import { loadPackage, TABLES } from "../../src/dataset/index.ts";
import { brokenModels, cycle } from "./broken-models.ts";
import { type HostileCase, hostileCases } from "./hostile.ts";
import { BASELINE, hashOf, readFolder, SMALL } from "./packages.ts";

const small = readFolder(SMALL);
const LONGEST_SECONDS = 5;
const TABLE_NAMES: readonly string[] = ["datapackage", ...Object.keys(TABLES)];

/** Every way in which a case got away; an empty list is what we want. */
function escapes(hostile: HostileCase): string[] {
	const files = hostile.files();
	const started = performance.now();
	const loaded = loadPackage(files);
	const seconds = (performance.now() - started) / 1000;
	if (loaded.ok) return [`${hostile.name}: loaded`];
	const errors = loaded.problems.filter((problem) => problem.severity === "error");
	const own = errors.filter((problem) => problem.table === hostile.table);
	const found: string[] = [];
	if (own.length === 0) found.push(`no error names ${hostile.table}`);
	if (hostile.located && !own.some((problem) => problem.row !== null)) found.push("no row named");
	if (errors.some((problem) => problem.message.length < 5)) found.push("an error without words");
	if (errors.some((problem) => problem.message.length > 2000)) found.push("an endless message");
	if (errors.some((problem) => !TABLE_NAMES.includes(problem.table))) found.push("unknown table");
	if (seconds > LONGEST_SECONDS) found.push(`took ${seconds.toFixed(1)} s`);
	return found.map((why) => `${hostile.name}: ${why}`);
}

describe("a corrupted package is refused with a located message", () => {
	it("whatever is done to any file, header, row, cell or descriptor", { timeout: 180_000 }, () => {
		const cases = [...hostileCases(small)];
		expect(cases.length).toBeGreaterThan(1000);
		expect(cases.flatMap(escapes)).toEqual([]);
	});

	it("whatever rule of the model it breaks", () => {
		const cases = [...brokenModels(small)];
		expect(cases.length).toBeGreaterThan(50);
		expect(cases.flatMap(escapes)).toEqual([]);
	});

	it("the shipped package too", { timeout: 180_000 }, () => {
		const baseline = readFolder(BASELINE);
		const cases = [...hostileCases(baseline)].filter((_, index) => index % 41 === 7);
		expect(cases.length).toBeGreaterThan(30);
		expect(cases.flatMap(escapes)).toEqual([]);
	});
});

it("loads the package that the corrupted copies are made of, and a cycle that loses matter", () => {
	expect(hashOf(small)).toMatch(/^[0-9a-f]{64}$/);
	expect(hashOf(cycle(small, 0.99))).toMatch(/^[0-9a-f]{64}$/);
});
