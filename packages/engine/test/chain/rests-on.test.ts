import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type Coverage,
	coverage,
	networkOf,
	openBook,
	restsOn,
	type Scenario,
} from "../../src/chain/index.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { loadFolder } from "./load.ts";

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: "dated",
};
const EVERY = 23;

let solver: Solver;
let pkg: DataPackage;
beforeAll(async () => {
	solver = await openSolver();
	const shipped = loadFolder("data/baseline");
	// Numbers stand on their rows: one bound to claims would be resolved back when a row changes.
	pkg = { ...shipped, tables: { ...shipped.tables, parameters: [] } };
});
afterAll(() => solver.dispose());

function cover(from: DataPackage): Coverage {
	return coverage(networkOf(from, SCENARIO), openBook(from), solver, {
		product: "ndfeb_hre_magnet",
		scope: "allied",
	});
}

/** The package with the effective capacity of one row a quarter higher. */
function raised(row: DataPackage["tables"]["capacities"][number]): DataPackage {
	const capacities = pkg.tables.capacities.map((own) =>
		own === row
			? { ...own, effective_t_per_year: (own.effective_t_per_year as number) * 1.25 }
			: own,
	);
	return { ...pkg, hash: `${pkg.hash}+`, tables: { ...pkg.tables, capacities } };
}

describe("the numbers that a coverage rests on", () => {
	it("are the capacities that move it: those listed do, all others leave every digit", () => {
		const before = cover(pkg);
		const listed = new Set(
			restsOn(networkOf(pkg, SCENARIO), openBook(pkg), before)
				.filter((item) => item.part === "capacity")
				.map((item) => item.cell.row),
		);
		const running = pkg.tables.capacities.filter((row) => (row.effective_t_per_year ?? 0) > 0);
		const key = (row: (typeof running)[number]) => `${row.unit_id}|${row.from_date}`;
		const inside = running.filter((row) => listed.has(key(row)));
		const outside = running.filter((row) => !listed.has(key(row)));
		expect(inside.length).toBeGreaterThan(50);
		expect(outside.length).toBeGreaterThan(20);
		for (const row of inside.filter((_, k) => k % EVERY === 0))
			expect(cover(raised(row)).rows, key(row)).not.toEqual(before.rows);
		for (const row of outside.filter((_, k) => k % EVERY === 0))
			expect(cover(raised(row)).rows, key(row)).toEqual(before.rows);
	}, 60_000);

	it("add up to the need: the demand listed is the demand of the coverage", () => {
		const before = cover(pkg);
		const demand = restsOn(networkOf(pkg, SCENARIO), openBook(pkg), before).filter(
			(item) => item.part === "demand",
		);
		expect(demand.reduce((sum, item) => sum + item.value, 0)).toBeCloseTo(before.demand, 6);
	});
});
