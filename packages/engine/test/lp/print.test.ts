import { describe, expect, test } from "vitest";
import { chainLike } from "../../../../bench/instances/chain-like.ts";
import {
	coefficientRange,
	formatSize,
	lpBuilder,
	modelSize,
	openSolver,
	printColumn,
	printModel,
	printRow,
	writeMps,
} from "../../src/lp/index.ts";
import { loadHighs } from "../../src/lp/loader.ts";
import { plain, solver } from "./helpers.ts";

function plants() {
	const lp = lpBuilder("plants");
	const x = lp.columns({
		family: "activity",
		count: 3,
		unit: "t",
		labelOf: (k) => "abc".charAt(k),
		cost: 12.5,
	});
	const build = lp.columns({
		family: "build",
		count: 1,
		unit: "",
		labelOf: () => "c",
		upper: 1,
		cost: 1000,
		integer: true,
	});
	const need = lp.rows({ family: "need", count: 1, unit: "t", labelOf: () => "JPN", lower: 30 });
	const cap = lp.rows({ family: "capacity", count: 3, unit: "t", labelOf: (k) => "abc".charAt(k) });
	for (let k = 0; k < 3; k++) {
		lp.entry(need, x + k, 1 - 0.1 * k);
		lp.entry(cap + k, x + k, 1);
		lp.rowBounds(cap + k, k === 1 ? 5 : -Infinity, 20);
	}
	lp.rowBounds(cap + 2, -Infinity, 0);
	lp.entry(cap + 2, build, -20);
	lp.columnBounds(x, -4, Infinity);
	lp.cost(x + 1, 0);
	lp.offset(7);
	return lp.build();
}

describe("a model that prints itself", () => {
	test("a row is mathematics with its numbers", () => {
		const model = plants();
		expect(printRow(model, "need[JPN]")).toBe(
			"need[JPN]: activity[a] + 0.9 activity[b] + 0.8 activity[c] ≥ 30  (t)",
		);
		expect(printRow(model, 2)).toBe("capacity[b]: 5 ≤ activity[b] ≤ 20  (t)");
		expect(printRow(model, "capacity[c]")).toBe("capacity[c]: activity[c] - 20 build[c] ≤ 0  (t)");
		expect(() => printRow(model, "nobody")).toThrow("no row named nobody");
	});

	test("a column shows its bounds, its cost and its rows", () => {
		expect(printColumn(plants(), "build[c]")).toBe(
			"0 ≤ build[c] ≤ 1, integer\n  objective: 1000\n  capacity[c]: -20",
		);
	});

	test("the whole model is the same text every time, and says what it leaves out", () => {
		expect(printModel(plants(), { limit: 2 })).toBe(`model plants

minimise
  7
  + 12.5 activity[a]
  + 12.5 activity[c]
  + 1000 build[c]

subject to
  need[JPN]: activity[a] + 0.9 activity[b] + 0.8 activity[c] ≥ 30  (t)
  capacity[a]: activity[a] ≤ 20  (t)
  capacity[b]: 5 ≤ activity[b] ≤ 20  (t)
  … 1 more capacity rows

with
  activity[a] ≥ -4  (t)
  activity[b] ≥ 0  (t)
  … 1 more activity columns
  0 ≤ build[c] ≤ 1, integer
`);
		expect(printModel(plants(), { rowFamilies: ["need"] })).not.toContain("capacity[a]:");
	});
});

describe("size and spread, before solving", () => {
	test("rows, columns, non-zeros and bytes are counted", () => {
		const size = modelSize(plants());
		expect(size).toMatchObject({ rows: 4, columns: 4, nonzeros: 7, integerColumns: 1 });
		expect(size.modelBytes).toBe(3 * 4 * 8 + 2 * 4 * 8 + 5 * 4 + 7 * 12 + 4);
		expect(formatSize(size)).toBe(
			"4 rows × 4 columns (1 integer), 7 non-zeros, about 1 MB to solve",
		);
	});

	test("the memory named beforehand is what the solve takes, within a factor of two and a half", async () => {
		const model = chainLike({
			regions: 40,
			materials: 36,
			linesPerMaterialAndRegion: 1,
			lanesPerMaterialAndRegion: 3,
			periods: 4,
		});
		using own = await openSolver();
		const empty = own.memoryBytes;
		own.solve(model, { method: "ipm" });
		const grown = own.memoryBytes - empty;
		const { solverBytes } = modelSize(model);
		expect(solverBytes).toBeGreaterThan(grown / 2.5);
		expect(solverBytes).toBeLessThan(2.5 * (grown + 20e6));
	});

	test("numbers more than 1e9 apart are pointed at by name", () => {
		const model = plain(
			[
				{ name: "tiny", cost: 1e-4, upper: 10 },
				{ name: "huge", cost: 1e7, upper: 1e12 },
			],
			[{ name: "r", terms: { tiny: 2, huge: 4 }, upper: 8 }],
		);
		const { ranges, warnings } = coefficientRange(model);
		expect(ranges.map((r) => [r.kind, r.smallest, r.largest])).toEqual([
			["matrix", 2, 4],
			["cost", 1e-4, 1e7],
			["column bounds", 10, 1e12],
			["row bounds", 8, 8],
		]);
		expect(ranges[0]).toMatchObject({ smallestAt: "r, tiny", largestAt: "r, huge" });
		expect(warnings).toHaveLength(2);
		expect(warnings[0]).toContain("cost: from 0.0001 (tiny) to 10000000 (huge), ratio 1.0e+11");
		expect(coefficientRange(plain([], [])).warnings).toEqual([]);
	});
});

describe("MPS out", () => {
	const odd = plain(
		[
			{ name: "free", cost: 0.1, lower: -Infinity },
			{ name: "negative", cost: -1 / 3, lower: -8, upper: -2 },
			{ name: "below", cost: 1, lower: -Infinity, upper: -1 },
			{ name: "fixed one", cost: 3, lower: 2, upper: 2 },
			{ name: "whole", cost: -1.7, integer: true },
			{ name: "idle" },
		],
		[
			{ name: "two sided", terms: { free: 1, negative: 2, whole: 1 }, lower: -5, upper: 9 },
			{ name: "equal", terms: { free: 1, below: -1 }, lower: 1.25, upper: 1.25 },
			{ name: "at least", terms: { whole: 1, "fixed one": 1 }, lower: 3 },
			{ name: "at most", terms: { whole: 2.5, free: 0.3 }, upper: 30 },
		],
	);

	for (const [title, model] of [
		["bounds of every kind", odd],
		["plants with a constant", plants()],
		[
			"a chain of 2,000 columns",
			chainLike({
				regions: 10,
				materials: 18,
				linesPerMaterialAndRegion: 1,
				lanesPerMaterialAndRegion: 2,
				periods: 2,
			}),
		],
	] as const)
		test(`${title}: reads back to the same optimum and the same numbers`, async () => {
			const highs = await loadHighs({});
			const here = solver.solve(model);
			highs.withModel({ format: "mps", data: writeMps(model) }, (native) => {
				native.options.set({ output_flag: false, mip_rel_gap: 0 });
				native.run();
				expect(native.getObjectiveValue()).toBeCloseTo(here.objective, 6);
				const read = native.getLp("csc");
				expect(read.colCost).toEqual(model.cost);
				expect(read.colLower).toEqual(model.colLower);
				expect(read.colUpper).toEqual(model.colUpper);
				expect(read.rowLower).toEqual(model.rowLower);
				expect(read.rowUpper).toEqual(model.rowUpper);
				expect(read.matrix.indices).toEqual(model.indices);
				expect(read.matrix.values).toEqual(model.values);
			});
		});

	test("two rows of one name are refused", () => {
		const model = plain(
			[{ name: "x" }],
			[
				{ name: "a b", terms: { x: 1 } },
				{ name: "a_b", terms: { x: 2 } },
			],
		);
		expect(() => writeMps(model)).toThrow("two rows are named a_b");
	});
});
