import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gainingCycle } from "../../src/dataset/checks/gaining-cycle.ts";
import { loadPackage } from "../../src/dataset/index.ts";
import { cycle } from "./broken-models.ts";
import { type Files, messages, readFolder, SMALL, withRows } from "./packages.ts";

const small = readFolder(SMALL);
const BY = "small_chain,high,";

/** A process that splits a tonne of ore, with given recoveries of NdPr and Dy, into two products. */
interface Split {
	ore: { NdPr: number; Dy: number };
	product: { NdPr: number; Dy: number };
	/** Share of the limiting element that ends in the product. */
	recovery: number;
}

function withSplit({ ore, product, recovery }: Split): Files {
	const most = Math.min(ore.NdPr / product.NdPr, ore.Dy / product.Dy);
	let files = withRows(
		small,
		"materials",
		`ore_x,Ore,mine,REO,t,,concentrate,,${BY}`,
		`product_x,Product,separation,oxide,t,,oxide,0,${BY}`,
	);
	files = withRows(
		files,
		"compositions",
		`ore_x,NdPr,${ore.NdPr},${BY}`,
		`ore_x,Dy,${ore.Dy},${BY}`,
		`product_x,NdPr,${product.NdPr},${BY}`,
		`product_x,Dy,${product.Dy},${BY}`,
	);
	files = withRows(files, "processes", `split_x,Split,separation,ore_x,${BY}`);
	return withRows(
		files,
		"recipes",
		`split_x,ore_x,input,1,,,${BY}`,
		`split_x,product_x,output,${most * recovery},,,${BY}`,
	);
}

const fraction = fc.double({ min: 0.01, max: 0.49, noNaN: true });
const mix = fc.record({ NdPr: fraction, Dy: fraction });

describe("element conservation", () => {
	it("lets a process through that loses or keeps what it takes in, of every element", () => {
		const recovery = fc.double({ min: 0.01, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.record({ ore: mix, product: mix, recovery }), (split) => {
				expect(
					messages(loadPackage(withSplit(split))).filter((m) => m.startsWith("error")),
				).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it("refuses one that gives out more of any element than it takes in", () => {
		const recovery = fc.double({ min: 1.000001, max: 2, noNaN: true });
		fc.assert(
			fc.property(fc.record({ ore: mix, product: mix, recovery }), (split) => {
				const loaded = loadPackage(withSplit(split));
				expect(loaded.ok).toBe(false);
				const own = loaded.problems.filter((problem) => problem.column === "coefficient");
				expect(own[0]).toMatchObject({ table: "recipes", row: 10, severity: "error" });
				expect(own[0]?.message).toContain("split_x gives out");
			}),
			{ numRuns: 100 },
		);
	});

	it("says how much would pass, and that much does", () => {
		const split = { ore: { NdPr: 0.2, Dy: 0.1 }, product: { NdPr: 0.3, Dy: 0.2 }, recovery: 1.5 };
		const { problems } = loadPackage(withSplit(split));
		// 0.1 t of Dy in, at 0.2 t per t of product: at most 0.5 t of product.
		expect(problems.map((problem) => problem.nearest)).toEqual(["0.666666666", "0.5"]);
		expect(loadPackage(withSplit({ ...split, recovery: 1 })).ok).toBe(true);
	});
});

describe("a cycle of processes over materials without listed elements", () => {
	it("may lose matter and may not gain any", () => {
		fc.assert(
			fc.property(fc.double({ min: 0.5, max: 1.5, noNaN: true }), (gain) => {
				fc.pre(Math.abs(gain - 1) > 1e-6);
				expect(loadPackage(cycle(small, gain)).ok).toBe(gain < 1);
			}),
			{ numRuns: 50 },
		);
	});

	it("is no cycle when it lives on something from outside", () => {
		const fed = withRows(cycle(small, 1.5), "recipes", `regain,conc_small,input,0.1,,,${BY}`);
		expect(messages(loadPackage(fed)).filter((m) => m.startsWith("error"))).toEqual([]);
	});

	it("is told within a bounded time, however long the cycle", () => {
		const ring = (length: number, gain: number) =>
			Array.from({ length }, (_, n) => ({
				from: `m${(n + 1) % length}`,
				to: `m${n}`,
				gain: n === 0 ? gain : 1,
			}));
		expect(gainingCycle(ring(1000, 0.99))).toBeNull();
		expect(gainingCycle(ring(1000, 1.01))).not.toBeNull();
		expect(gainingCycle(ring(100_000, 1.01))).toBe("too large");
	});
});
