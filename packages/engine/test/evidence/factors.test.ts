import { describe, expect, test } from "vitest";
import type { Tables } from "../../src/dataset/index.ts";
import {
	cellId,
	dependentsOf,
	numberCells,
	resolutionOf,
	resolvePackage,
	uncertainFactors,
	withFactorValues,
} from "../../src/evidence/index.ts";
import type { CellRef } from "../../src/evidence/types.ts";
import { claim, packageOf, small, withTables } from "./package.ts";

function assumption(id: string, value: number, low: number, high: number, unit: string) {
	const words = { subject: id, statement: id, reason: "For the test" };
	return { id, ...words, value, low, high, unit } as Tables["assumptions"][number];
}

/** Freight and cost of two rows rest on one assumption each; spreads by confidence are given. */
const assumed = withTables(small, {
	assumptions: [
		...small.tables.assumptions,
		assumption("a_freight", 0.02, 0.01, 0.05, "USD/t/km"),
		assumption("a_cost", 4000, 2000, 5000, "USD/t"),
		assumption("a_spread_high", 0.05, 0.01, 0.1, "fraction"),
		assumption("a_spread_low", 0.3, 0.15, 0.6, "fraction"),
	],
	lanes: small.tables.lanes.map((row) =>
		row.cargo === "magnet"
			? row
			: { ...row, source_ids: ["a_freight"], confidence: "assumption" as const },
	),
	lines: small.tables.lines.map((row) =>
		row.id === "pit_mine"
			? { ...row, source_ids: ["a_cost"], confidence: "assumption" as const }
			: row,
	),
});

const COST: CellRef = { table: "lines", row: "pit_mine", column: "variable_cost_usd_per_t" };
const LANE: CellRef = { table: "lanes", row: "oxide|AUS|USA", column: "freight_usd_per_t" };

describe("a number as stated", () => {
	test("has the range of its row", () => {
		const cell = {
			table: "demand",
			row: "ndfeb_magnet|USA|motors|2025|base",
			column: "quantity_t",
		};
		const { rule, distribution } = resolutionOf(assumed, cell);
		const range = { shape: "triangular", low: 4000, middle: 4300, high: 4600 };
		expect([rule, distribution]).toEqual(["stated", range]);
	});

	test("else of the assumption it cites, in proportion", () => {
		expect(resolutionOf(assumed, COST).distribution).toMatchObject({ low: 1500, high: 3750 });
		expect(resolutionOf(assumed, LANE).distribution).toMatchObject({ low: 100, high: 500 });
	});

	test("else the spread that is assumed for its confidence", () => {
		const cell = { ...COST, row: "splitter_separate" };
		const resolution = resolutionOf(assumed, cell);
		expect(resolution.distribution).toMatchObject({ low: 4750, middle: 5000, high: 5250 });
		expect(resolution.sourceIds).toContain("a_spread_high");
	});

	test("else none, and says so", () => {
		const resolution = resolutionOf(small, { ...COST, row: "splitter_separate" });
		expect(resolution.distribution).toEqual({
			shape: "fixed",
			low: 5000,
			middle: 5000,
			high: 5000,
		});
		expect(resolution.steps).toContain("No range is given or assumed: it is taken as fixed.");
	});

	test("is a gap where the row leaves it blank", () => {
		const cell = { table: "lanes", row: "oxide|AUS|USA", column: "capacity_t_per_year" };
		const { value, distribution } = resolutionOf(assumed, cell);
		expect([value, distribution]).toEqual([null, null]);
	});

	test("stays within what its column takes", () => {
		const whole = { table: "ore_baskets", row: "small_basket|NdPr", column: "oxide_share" };
		const share = assumed.tables.ore_baskets[0];
		const row = `${share?.basket_id}|${share?.element_id}`;
		const { distribution } = resolutionOf(assumed, { ...whole, row });
		expect(distribution?.high).toBeLessThanOrEqual(1);
	});
});

describe("uncertain factors", () => {
	const factors = uncertainFactors(assumed);

	test("hold each cell at most once, and only cells that exist", () => {
		const cells = factors.flatMap((factor) => factor.cells.map(cellId));
		expect(new Set(cells).size).toBe(cells.length);
		const known = new Set([...numberCells(assumed)].map(({ ref }) => cellId(ref)));
		expect(cells.filter((id) => !known.has(id))).toEqual([]);
	});

	test("come as parameters, then assumptions, then stated numbers, each by id", () => {
		const kinds = [...new Set(factors.map(({ kind }) => kind))];
		expect(kinds).toEqual(["parameter", "assumption", "stated"]);
		for (const kind of kinds) {
			const ids = factors.filter((factor) => factor.kind === kind).map(({ id }) => id);
			expect(ids).toEqual(ids.toSorted());
		}
	});

	test("are named in words a reader knows", () => {
		const titles = new Map(factors.map(({ id, title }) => [id, title]));
		expect(titles.get("references/mine_aus_2025/value")).toBe(
			"reference figure of Mine output of Australia",
		);
		expect(titles.get("capacities/pit_plant|2024-01-01/nameplate_t_per_year")).toBe(
			"nameplate capacity of The Pit, 2024-01-01",
		);
		expect(titles.get("prices/ndpr_2025/price_usd_per_kg")).toBe(
			"price of NdPr oxide, FOB, made up, 2025-06",
		);
		expect(titles.get("lanes/magnet|USA|AUS/freight_usd_per_t")).toBe(
			"freight of magnet, United States, Australia",
		);
	});

	test("do not depend on the order of the rows", () => {
		const { lanes, lines, demand, claims, parameters, assumptions } = assumed.tables;
		const turned = withTables(assumed, {
			lanes: lanes.toReversed(),
			lines: lines.toReversed(),
			demand: demand.toReversed(),
			claims: claims.toReversed(),
			parameters: parameters.toReversed(),
			assumptions: assumptions.toReversed(),
		});
		const plain = (list: typeof factors) =>
			list.map((factor) => ({ ...factor, cells: factor.cells.map(cellId).sort() }));
		expect(plain(uncertainFactors(turned))).toEqual(plain(factors));
	});

	test("leave out what is certain: gaps, zeros, reference flows", () => {
		const cells = new Set(factors.flatMap((factor) => factor.cells.map(cellId)));
		expect(cells.has("lanes/oxide|AUS|USA/tariff_usd_per_t")).toBe(false);
		expect(cells.has("lanes/oxide|AUS|USA/capacity_t_per_year")).toBe(false);
		const flows = assumed.tables.processes.flatMap(({ id, reference_material_id: material }) =>
			["input", "output"].map((role) => `recipes/${id}|${material}|${role}/coefficient`),
		);
		expect(flows.filter((id) => cells.has(id))).toEqual([]);
	});

	test("of an assumption move all its numbers together, in proportion", () => {
		const freight = factors.find(({ id }) => id === "a_freight");
		expect(freight?.cells.map(cellId)).toEqual([
			"lanes/oxide|AUS|USA/freight_usd_per_t",
			"lanes/dy_oxide|AUS|USA/freight_usd_per_t",
		]);
		const moved = withFactorValues(assumed, new Map([["a_freight", 0.03]]));
		expect(moved.tables.lanes.map((row) => row.freight_usd_per_t)).toEqual([300, 1500, 300]);
	});
});

describe("moved factors", () => {
	const id = "references/mine_aus_2025/value";

	test("change their cells and nothing else", () => {
		const moved = withFactorValues(assumed, new Map([["a_cost", 5000]]));
		const differing = [...numberCells(assumed)].filter(
			(cell, i) => [...numberCells(moved)][i]?.stated !== cell.stated,
		);
		expect(differing.map(({ ref }) => cellId(ref))).toEqual([cellId(COST)]);
	});

	test("stand wherever the package is resolved, also in a copy of it", () => {
		const moved = withFactorValues(assumed, new Map([[id, 7900]]));
		const value = (pkg: typeof moved) => resolvePackage(pkg).tables.references[0]?.value;
		expect(value(moved)).toBe(7900);
		expect(value(structuredClone(moved))).toBe(7900);
		expect(assumed.tables.references[0]?.value).toBe(8000);
	});

	test("give a hash of their own, the same for the same moves", () => {
		const hash = (...moves: [string, number][]) => withFactorValues(assumed, new Map(moves)).hash;
		expect(hash([id, 7900])).not.toBe(assumed.hash);
		expect(hash([id, 7900])).not.toBe(hash([id, 7950]));
		expect(hash([id, 7900], ["a_cost", 3000])).toBe(hash(["a_cost", 3000], [id, 7900]));
		expect(hash()).toBe(assumed.hash);
	});

	test("stay within the limits of their column", () => {
		const moved = withFactorValues(assumed, new Map([["a_cost", -5]]));
		expect(moved.tables.lines[0]?.variable_cost_usd_per_t).toBe(0);
	});

	test("that do not exist are answered with the nearest", () => {
		expect(() => withFactorValues(assumed, new Map([["a_frieght", 1]]))).toThrow(
			"no uncertain factor `a_frieght`; nearest is `a_freight`",
		);
		expect(() => withFactorValues(assumed, new Map([["a_freight", Number.NaN]]))).toThrow(
			RangeError,
		);
	});
});

describe("what depends on a claim", () => {
	test("is the number that it is used for, or bounds", () => {
		expect(dependentsOf(small, "aus_output_new").map(cellId)).toEqual([
			"references/mine_aus_2025/value",
		]);
		expect(dependentsOf(small, "pit_nameplate_bound").map(cellId)).toEqual([
			"capacities/pit_plant|2024-01-01/nameplate_t_per_year",
		]);
	});

	test.each(["aus_output_old", "aus_output_paper", "aus_output_study", "world_output"])(
		"is nothing for %s",
		(id) => {
			expect(dependentsOf(small, id)).toEqual([]);
		},
	);

	test("is nothing for an echo", () => {
		const pkg = packageOf([claim("said"), claim("echo", { source_ids: ["paper_a", "study_a"] })]);
		expect(dependentsOf(pkg, "echo")).toEqual([]);
		expect(dependentsOf(pkg, "said")).toHaveLength(1);
	});

	test("an unknown claim is answered with the nearest", () => {
		expect(() => dependentsOf(small, "aus_output_nw")).toThrow("nearest is `aus_output_new`");
	});
});
