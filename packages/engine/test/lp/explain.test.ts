import { describe, expect, test } from "vitest";
import { plain, solver } from "./helpers.ts";

/** Netlib `galenet` as in HiGHS `check/instances`: a network whose totals balance but cannot flow. */
function galenet() {
	const lanes: [string, string, number][] = [
		["S1", "4", 30],
		["S2", "4", 20],
		["S2", "5", 10],
		["S3", "5", 10],
		["4", "6", 10],
		["4", "7", 2],
		["5", "7", 20],
		["5", "8", 30],
	];
	const name = ([from, to]: readonly [string, string, number]) => `${from}>${to}`;
	const terms = (node: string) =>
		Object.fromEntries(
			lanes
				.filter(([from, to]) => from === node || to === node)
				.map((lane) => [name(lane), lane[1] === node ? 1 : -1]),
		);
	const out = (node: string) =>
		Object.fromEntries(lanes.filter(([from]) => from === node).map((lane) => [name(lane), 1]));
	return plain(
		lanes.map((lane) => ({ name: name(lane), upper: lane[2] })),
		[
			...["S1", "S2", "S3"].map((s) => ({ name: s, terms: out(s), upper: 20 })),
			...["4", "5"].map((hub) => ({ name: `hub${hub}`, terms: terms(hub), lower: 0, upper: 0 })),
			{ name: "6", terms: terms("6"), lower: 10 },
			{ name: "7", terms: terms("7"), lower: 20 },
			{ name: "8", terms: terms("8"), lower: 30 },
		],
	);
}

/** HiGHS `check/TestIis.cpp`, after the AMPL documentation: the least repair is not unique. */
const repairAmb = plain(
	[
		{ name: "x", cost: 1, lower: 5, integer: true },
		{ name: "y", cost: -2, lower: -Infinity, integer: true },
	],
	[
		{ name: "r1", terms: { x: -1, y: 21 }, lower: 2 },
		{ name: "r2", terms: { x: -3, y: 2 }, upper: 1 },
		{ name: "r3", terms: { x: 20, y: 1 }, upper: 20 },
	],
);

describe("a model that has no solution", () => {
	test("galenet: 28 of 60 cannot be delivered, and full lanes of the cut are named", () => {
		const model = galenet();
		using session = solver.open(model);
		expect(session.solve().status).toBe("infeasible");
		const why = session.explainInfeasible({ columnPenalty: () => -1 });
		expect(why.violation).toBeCloseTo(28, 6);
		expect(why.irreducible).toBe(true);
		const full = why.conflict.filter((c) => c.kind === "column" && c.side === "upper");
		const cut = ["4>6", "4>7", "S2>5", "S3>5"];
		expect(full.length).toBeGreaterThan(0);
		expect(cut).toEqual(expect.arrayContaining(full.map((c) => c.name)));
		expect(why.text).toContain("one of possibly several");
		using mended = solver.open(model);
		for (const step of why.repair) {
			expect(step.kind).toBe("row");
			const lower =
				step.direction === "lower the lower bound" ? step.to : model.rowLower[step.index];
			const upper =
				step.direction === "raise the upper bound" ? step.to : model.rowUpper[step.index];
			mended.changeRowBounds(
				Int32Array.of(step.index),
				Float64Array.of(lower as number),
				Float64Array.of(upper as number),
			);
		}
		expect(mended.solve().status).toBe("optimal");
	});

	test("every member of a conflict is needed: without any one of them the rest can hold", () => {
		const model = galenet();
		using session = solver.open(model);
		session.solve();
		const { conflict } = session.explainInfeasible();
		const only = (kept: typeof conflict) => {
			using part = solver.open(model);
			const rows = Int32Array.from({ length: model.rowCount }, (_, i) => i);
			const columns = Int32Array.from({ length: model.columnCount }, (_, j) => j);
			const pick =
				(kind: "row" | "column", side: "lower" | "upper", free: number) => (k: number) => {
					const member = kept.find((c) => c.kind === kind && c.index === k);
					return member && (member.side === side || member.side === "both") ? member[side] : free;
				};
			part.changeRowBounds(
				rows,
				Float64Array.from(rows, pick("row", "lower", -Infinity)),
				Float64Array.from(rows, pick("row", "upper", Infinity)),
			);
			part.changeColumnBounds(
				columns,
				Float64Array.from(columns, pick("column", "lower", -Infinity)),
				Float64Array.from(columns, pick("column", "upper", Infinity)),
			);
			return part.solve().status;
		};
		expect(only(conflict)).toBe("infeasible");
		for (const one of conflict) expect(only(conflict.filter((c) => c !== one))).toBe("optimal");
	});

	test("repair-amb: equal prices give (1, 1), five units off", () => {
		using session = solver.open(repairAmb);
		expect(session.solve().status).toBe("infeasible");
		const why = session.explainInfeasible();
		expect([...why.colValue].map(Math.round)).toEqual([1, 1]);
		expect(why.repair.map((r) => [r.name, r.direction, Math.round(r.amount)])).toEqual([
			["r3", "raise the upper bound", 1],
			["x", "lower the lower bound", 4],
		]);
		expect(why.violation).toBeCloseTo(5, 6);
	});

	test("repair-amb: row prices 10, 1, 1 leave the rows at +18, -2 and +1", () => {
		using session = solver.open(repairAmb);
		session.solve();
		const { colValue } = session.explainInfeasible({
			rowPenalty: (i) => [10, 1, 1][i] as number,
		});
		const [x, y] = colValue as unknown as [number, number];
		expect(-x + 21 * y - 2).toBeCloseTo(18, 6);
		expect(-3 * x + 2 * y - 1).toBeCloseTo(-2, 6);
		expect(20 * x + y - 20).toBeCloseTo(1, 6);
	});

	test("what may not be touched is not touched", () => {
		using session = solver.open(repairAmb);
		session.solve();
		const { repair, colValue } = session.explainInfeasible({ columnPenalty: () => -1 });
		expect(repair.every((r) => r.kind === "row")).toBe(true);
		expect(colValue[0]).toBeGreaterThanOrEqual(5 - 1e-6);
	});

	test("it is told in the caller's words", () => {
		const model = plain([{ name: "x", upper: 1 }], [{ name: "need", terms: { x: 1 }, lower: 3 }]);
		using session = solver.open(model);
		session.solve();
		const { text } = session.explainInfeasible({
			describeRow: () => "demand for magnets in Japan",
			describeColumn: () => "output of the Nagoya hall",
		});
		expect(text).toContain("demand for magnets in Japan; output of the Nagoya hall");
		expect(text).toMatch(/(raise the upper|lower the lower) bound by 2/);
	});

	test("crossed bounds are a conflict of one column, not a crash", () => {
		const model = plain([{ name: "x", lower: 3, upper: 2 }], [{ name: "r", terms: { x: 1 } }]);
		using session = solver.open(model);
		expect(session.solve().status).toBe("infeasible");
		expect(session.explainInfeasible().conflict).toMatchObject([{ name: "x", side: "both" }]);
	});

	test("an integer model that only rounding makes impossible still gets its least repair", () => {
		const model = plain(
			[{ name: "x", integer: true, upper: 9 }],
			[{ name: "half", terms: { x: 2 }, lower: 3, upper: 3 }],
		);
		using session = solver.open(model);
		expect(session.solve().status).toBe("infeasible");
		const why = session.explainInfeasible();
		expect(why.violation).toBeCloseTo(1, 6);
		expect(why.conflict).toEqual([]);
		expect(why.irreducible).toBe(false);
	});
});

describe("a model without a floor", () => {
	test("the columns that run away together are named with their direction", () => {
		const model = plain(
			[
				{ name: "make", cost: 2 },
				{ name: "sell", cost: -5 },
				{ name: "hold", cost: 1, upper: 3 },
			],
			[{ name: "balance", terms: { make: 1, sell: -1, hold: -1 }, lower: 0, upper: 0 }],
		);
		using session = solver.open(model);
		for (const method of ["simplex", "ipm"] as const)
			expect(session.solve({ method }).status).toBe("unbounded");
		const why = session.explainUnbounded();
		expect(why.ray.map((r) => [r.name, r.direction])).toEqual([
			["make", 1],
			["sell", 1],
		]);
		expect(why.gainPerUnit).toBeCloseTo(3, 9);
		expect(why.text).toContain("one of possibly several");
	});

	test("an integer model can run away too", () => {
		using session = solver.open(plain([{ name: "x", cost: -1, integer: true }], []));
		expect(session.solve().status).toBe("unbounded");
		expect(session.explainUnbounded().ray).toMatchObject([{ name: "x", direction: 1 }]);
	});
});
