import { beforeAll, describe, expect, test } from "vitest";
import {
	buildNetwork,
	calibrate,
	capabilityMatrix,
	chainModel,
	networkOf,
	openBook,
} from "../../src/chain/index.ts";
import type { Scenario } from "../../src/chain/types.ts";
import { cellId, numberCells, resolvePackage } from "../../src/evidence/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { parameter, small, withTables } from "./package.ts";

const scenario: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: null,
};

/** What the analyst says of one number of each table that the chain reads. */
const SAID: readonly (readonly [string, string, string, number])[] = [
	["capacities", "pit_plant|2024-01-01", "effective_t_per_year", 5000],
	["capacities", "pit_plant|2024-01-01", "nameplate_t_per_year", 6000],
	["lines", "pit_mine", "variable_cost_usd_per_t", 3333],
	["lanes", "oxide|AUS|USA", "freight_usd_per_t", 222],
	["lanes", "oxide|AUS|USA", "loss_fraction", 0.1],
	["demand", "ndfeb_magnet|USA|motors|2025|base", "quantity_t", 1234],
	["sectors", "motors", "shortage_penalty_usd_per_t", 77_777],
	["prices", "ndpr_2025", "price_usd_per_kg", 66],
	["references", "mine_aus_2025", "value", 4321],
	["recipes", "separate_small|ndpr_oxide|output", "coefficient", 0.15],
	["compositions", "ndpr_oxide|NdPr", "fraction", 0.8],
];

const pkg = withTables(small, {
	parameters: SAID.map(([table_name, row_key, column_name, override_value]) =>
		parameter({
			id: `${table_name}_${column_name}`,
			table_name,
			row_key,
			column_name,
			rule: "override",
			override_value,
		}),
	),
});
const resolved = resolvePackage(pkg);
const byHand = withTables(resolved, { parameters: [] });

describe("no number of the model goes round the ledger", () => {
	let solver: Solver;
	beforeAll(async () => {
		solver = await openSolver();
	});

	test("the rows have what is said of them", () => {
		const numbers = new Map([...numberCells(resolved)].map((c) => [cellId(c.ref), c.stated]));
		for (const [table, row, column, value] of SAID)
			expect(numbers.get(cellId({ table, row, column })), `${table} ${column}`).toBe(value);
		expect(resolved).not.toBe(pkg);
	});

	test("a network is built from resolved numbers", () => {
		const network = buildNetwork(pkg, scenario);
		expect(network).toEqual(buildNetwork(byHand, scenario));
		expect(network.unitCapacity).not.toEqual(buildNetwork(small, scenario).unitCapacity);
		expect(network.demands.some(({ quantity }) => quantity[0] === 1234)).toBe(true);
	});

	test("so are the linear program, the book, the matrix of capability", () => {
		const lpOf = (from: typeof pkg) => chainModel(networkOf(from, scenario)).lp;
		const [one, other] = [lpOf(pkg), lpOf(byHand)];
		expect([one.cost, one.values, one.rowUpper]).toEqual([
			other.cost,
			other.values,
			other.rowUpper,
		]);
		expect(openBook(pkg).content("ndpr_oxide", "NdPr")).toBe(0.8);
		const cells = capabilityMatrix(pkg, 2025).cells;
		expect(cells).toEqual(capabilityMatrix(byHand, 2025).cells);
		const mine = cells.find(({ stage }) => stage === "mine")?.measures[0];
		expect([mine?.nameplate, mine?.effective]).toEqual([6000, 5000]);
	});

	test("published references too", () => {
		const { rows } = calibrate(pkg, solver, [2025]);
		const mine = rows.find(({ reference }) => reference.id === "mine_aus_2025");
		expect(mine?.observed).toBe(4321);
	});
});
