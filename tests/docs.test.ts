import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tablesMarkdown } from "@lodegrid/engine/dataset";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/house.mjs";
import { between } from "../scripts/markers.mjs";
import { vocabularyMarkdown } from "../scripts/vocabulary.mjs";

const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" })
	.split("\0")
	.filter((path) => path && existsSync(join(ROOT, path)));
const pages = tracked.filter((path) => path.endsWith(".md"));

describe("the documentation", () => {
	test("lists the tables and columns that the declarations declare", () => {
		const page = readFileSync(join(ROOT, "docs", "data.md"), "utf8");
		expect(between(page, "tables")).toBe(tablesMarkdown().trim());
	});

	test("lists the vocabulary that the shipped claims use", () => {
		const page = readFileSync(join(ROOT, "docs", "vocabulary.md"), "utf8");
		expect(between(page, "vocabulary")).toBe(vocabularyMarkdown().trim());
	});

	test.each(pages)("%s links only to files that exist", (page) => {
		const text = readFileSync(join(ROOT, page), "utf8");
		const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
			.map((match) => (match[1] ?? "").replace(/#.*$/, ""))
			.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
		const missing = targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)));
		expect(missing).toEqual([]);
	});
});
