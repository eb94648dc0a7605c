import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outline } from "../../src/evidence/outline.ts";
import { day, dayOfYears, period, yearsOf } from "../../src/lib/date.ts";
import { disputeAnswer } from "../../src/pages/evidence/conflicts/answer.ts";
import { disputesOf, modelNumbers } from "../../src/pages/evidence/conflicts/rank.ts";
import { groupsOf, layOut } from "../../src/pages/evidence/conflicts/rivals.ts";
import { scaleOf } from "../../src/pages/evidence/conflicts/scale.ts";
import { CLAIMS, claim, EVIDENCE, ledger, rival } from "./ledger.ts";

const [conflict] = EVIDENCE.conflicts as [(typeof EVIDENCE.conflicts)[number]];
const FRAME = {
	left: 100,
	right: 600,
	top: 40,
	row: { figure: 30, superseded: 24, echo: 19 },
	calendar: false,
};

describe("the axis", () => {
	it("holds every number between its ends, in order, with marks where they say", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 12 }),
				(numbers) => {
					const { at, ticks } = scaleOf(numbers, 100, 600);
					const sorted = numbers.toSorted((a, b) => a - b);
					for (const [i, value] of sorted.entries()) {
						expect(at(value)).toBeGreaterThanOrEqual(100 - 1e-6);
						expect(at(value)).toBeLessThanOrEqual(600 + 1e-6);
						if (i > 0) expect(at(value)).toBeGreaterThanOrEqual(at(sorted[i - 1] as number) - 1e-6);
					}
					for (const { value, x } of ticks) expect(x).toBeCloseTo(at(value), 6);
				},
			),
		);
	});

	it("is by powers of ten only where figures differ by more than 20 times", () => {
		expect(scaleOf([10, 150], 0, 500).kind).toBe("linear");
		const wide = scaleOf([3, 45_000], 0, 500);
		expect(wide.kind).toBe("log");
		expect(wide.ticks.map(({ value }) => value)).toEqual(
			expect.arrayContaining([10, 100, 1000, 10_000]),
		);
		expect(scaleOf([0, 45_000], 0, 500).kind).toBe("linear");
	});

	it("starts at zero where zero is near", () => {
		expect(scaleOf([10, 100], 0, 500).at(0)).toBeCloseTo(0, 9);
		expect(scaleOf([95, 100], 0, 500).at(0)).toBeLessThan(-1000);
	});
});

describe("the picture of a dispute", () => {
	const { rows } = layOut(conflict, [], FRAME);
	const row = (id: string) => rows.find(({ rival: { claim } }) => claim === id);

	it("has a row for every figure, no two on one line", () => {
		expect(rows).toHaveLength(conflict.values.length);
		const ys = rows.map(({ y }) => y);
		expect(new Set(ys).size).toBe(ys.length);
		expect(ys).toEqual(ys.toSorted((a, b) => a - b));
	});

	it("puts the newest origin first, then its earlier edition, then what repeats it", () => {
		expect(rows.map(({ rival: { claim } }) => claim)).toEqual(["new", "old", "echo", "over"]);
		expect(rows.map(({ kind }) => kind)).toEqual(["figure", "superseded", "echo", "figure"]);
	});

	it("ties what repeats or precedes a figure to the figure of its origin", () => {
		expect(row("new")?.origin).toBeNull();
		expect(row("old")?.origin).toBe(row("new")?.y);
		expect(row("echo")?.origin).toBe(row("new")?.y);
		expect(row("over")?.origin).toBeNull();
	});

	it("draws a bound open to its side and never as a dot", () => {
		expect(row("over")?.dot).toBeNull();
		expect(row("over")?.bar?.open).toBe("high");
		const most = rival("most", "x", null, [Number.NEGATIVE_INFINITY, 9000], null);
		const low = layOut({ ...conflict, values: [...conflict.values, most] }, [], FRAME).rows.at(-1);
		expect(low?.bar?.open).toBe("low");
		expect(low?.bar?.to).toBeGreaterThan(low?.bar?.from ?? 0);
	});

	it("draws a token without a number as nothing on the axis", () => {
		const token = rival("w", "y", null, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], null);
		const { rows } = layOut({ ...conflict, values: [token] }, [], FRAME);
		expect(rows[0]).toMatchObject({ dot: null, bar: null });
	});

	it("does not depend on the order in which the figures come", () => {
		const other = groupsOf(conflict.values.toReversed());
		expect(other).toEqual(groupsOf(conflict.values));
	});

	it("makes room on the axis for the number that the model uses", () => {
		const model = {
			id: "x",
			value: 20_000,
			distribution: { shape: "triangular", low: 15_000, middle: 20_000, high: 30_000 },
		} as const;
		const { scale } = layOut(conflict, [model], FRAME);
		expect(scale?.at(30_000)).toBeLessThanOrEqual(FRAME.right);
		expect(scale?.at(7450)).toBeGreaterThanOrEqual(FRAME.left);
	});
});

describe("the list of disputes", () => {
	const catalog = ledger();
	const other = { ...conflict, quantity: "a", title: "A", spread: 9, values: [] };
	it("is by spread times use in the model, the unused after it by spread", () => {
		const unused = { ...other, quantity: "b", title: "B", spread: 20 };
		const ranked = disputesOf({ ...EVIDENCE, conflicts: [other, conflict, unused] }, catalog);
		expect(ranked.map(({ conflict: { quantity } }) => quantity)).toEqual([
			conflict.quantity,
			"b",
			"a",
		]);
		expect(ranked[0]?.weight).toBeCloseTo(1.2, 9);
	});

	it("puts what only unopened sources dispute last, however far they are apart", () => {
		const lead = { ...conflict, quantity: "lead", spread: 1000 };
		const ranked = disputesOf({ ...EVIDENCE, conflicts: [conflict], unopened: [lead] }, catalog);
		expect(ranked.map(({ opened }) => opened)).toEqual([true, false]);
		expect(ranked[1]?.conflict.quantity).toBe("lead");
	});

	it("takes the middle of a printed range for nobody's figure", () => {
		const ranged = claim("ranged", { form: "range", low: 7000, high: 9000, printed: "7-9,000" });
		const both = ledger([...CLAIMS, ranged]);
		const values = [rival("ranged", "x", 8000, [7000, 9000], null), ...conflict.values];
		const evidence = { ...EVIDENCE, conflicts: [{ ...conflict, values }] };
		const [dispute] = disputesOf(evidence, both);
		const found = (id: string) => dispute?.conflict.values.find((some) => some.claim === id);
		expect(found("ranged")?.value).toBeNull();
		expect(found("ranged")?.interval).toEqual({ low: 7000, high: 9000 });
		expect(found("new")?.value).toBe(8000);
	});

	it("shows the model's number in the unit of the axis, its factor taken back out", () => {
		const catalog = ledger();
		const cell = { table: "capacities", row: "pit|2024-01-01", column: "nameplate_t_per_year" };
		Object.assign(catalog.tables, {
			parameters: [
				{
					table_name: cell.table,
					row_key: cell.row,
					column_name: cell.column,
					subject_id: "pit",
					attribute_id: "output",
					unit_id: "kt_per_year",
					factor: 0.5,
				},
			],
		});
		const resolution = {
			id: "capacities/pit|2024-01-01/nameplate_t_per_year",
			cell,
			value: 4,
			distribution: { shape: "uniform", low: 3, middle: 4, high: 5 },
			roles: [{ claim: "new", role: "used", why: "" }],
		} as never;
		const [dispute] = disputesOf(EVIDENCE, catalog);
		expect(modelNumbers(dispute as never, [resolution], catalog)).toEqual([
			{
				id: "capacities/pit|2024-01-01/nameplate_t_per_year",
				value: 8000,
				distribution: { shape: "uniform", low: 6000, middle: 8000, high: 10_000 },
			},
		]);
	});

	it("says the dispute in one sentence", () => {
		expect(disputeAnswer(conflict)).toBe("The Pit, output: two sources, one value and one bound");
	});
});

describe("dates", () => {
	it("are read out to the precision they have", () => {
		expect(day("2026-03-06")).toBe("6 March 2026");
		expect(day("2026-03")).toBe("March 2026");
		expect(day("2026")).toBe("2026");
		expect(day(null)).toBe("date unknown");
		expect(period("2023", "2025-06")).toBe("2023 to June 2025");
	});

	it("stand on an axis in their order and come back as the day they were", () => {
		expect(yearsOf("2025-10-03")).toBeLessThan(yearsOf("2025-11") ?? 0);
		expect(yearsOf(null)).toBeNull();
		expect(dayOfYears(2026.1767)).toBe("6 March 2026");
		expect(dayOfYears(2026)).toBe("1 January 2026");
	});
});

it("a distribution is drawn as the shape it has", () => {
	const at = (value: number) => value;
	const range = { low: 1, middle: 2, high: 4 };
	expect(outline({ shape: "triangular", ...range }, at, 10, 5)).toBe("M1 10L2 5L4 10Z");
	expect(outline({ shape: "uniform", ...range }, at, 10, 5)).toBe("M1 10V5H4V10Z");
	expect(outline({ shape: "fixed", low: 2, middle: 2, high: 2 }, at, 10, 5)).toBe("M2 10V5");
});
