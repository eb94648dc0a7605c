import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostileCases } from "../../engine/test/dataset/hostile.ts";
import { readFolder } from "../src/files.ts";
import { lodegrid, scratchFolder } from "./cli.ts";

const SMALL = new URL("../../engine/test/fixtures/small", import.meta.url).pathname;
const EVERY = 97;

describe("a broken package given to the command line", () => {
	const folder = scratchFolder();
	const cases = [...hostileCases(readFolder(SMALL))].filter((_, i) => i % EVERY === 0);

	test.each(cases.map((hostile) => [hostile.name, hostile] as const))(
		"%s ends in 2, says where, writes nothing",
		(name, { files }) => {
			const data = join(folder, String(cases.findIndex((hostile) => hostile.name === name)));
			mkdirSync(data);
			for (const [file, bytes] of files()) writeFileSync(join(data, file), bytes);
			const { code, stdout, stderr } = lodegrid("diagnose", "--data", data);
			expect(code).toBe(2);
			expect(stdout).toBe("");
			expect(stderr).toMatch(/^error (\w+\.csv|datapackage\.json)/);
			expect(stderr).toContain("nothing was computed");
		},
	);
});
