import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chainModel, chainSize, networkOf } from "../../src/chain/index.ts";
import { type LpModel, modelSize, printModel } from "../../src/lp/index.ts";
import { GOLDEN, TWO_HALVES } from "./golden-package.ts";

/** GOLDEN_UPDATE=1 rewrites the files; read the diff before committing it. */
const UPDATE = process.env.GOLDEN_UPDATE === "1";
const FAMILIES = [
	"balance",
	"delivery",
	"capacity",
	"committed",
	"limit",
	"storage",
	"closing",
	"tier",
];

const { lp } = chainModel(networkOf(GOLDEN, TWO_HALVES));

describe("the mathematics of each constraint family is the one in its file", () => {
	for (const family of FAMILIES)
		test(family, () => {
			expectGolden(family, section(lp, family));
		});

	test("objective and columns", () => {
		const [before = "", after = ""] = printModel(lp, { rowFamilies: [], limit: 200 }).split(
			"\nsubject to\n",
		);
		expectGolden("objective", `${before}${after}`);
	});

	test("every family of the model has a file", () => {
		expect(lp.rowFamilies.map(({ family }) => family)).toEqual(FAMILIES);
	});
});

test("the size is known before the model is built", () => {
	const { rows, columns, nonzeros } = modelSize(lp);
	expect(chainSize(GOLDEN, TWO_HALVES)).toMatchObject({ rows, columns, nonzeros });
});

function section(model: LpModel, family: string): string {
	const text = printModel(model, { rowFamilies: [family], limit: 200 });
	return `${text.split("subject to\n")[1]?.split("\nwith\n")[0]?.trimEnd()}\n`;
}

function expectGolden(name: string, text: string): void {
	const file = new URL(`golden/${name}.lp`, import.meta.url);
	if (UPDATE) writeFileSync(file, text);
	expect(text).toBe(readFileSync(file, "utf8"));
}
