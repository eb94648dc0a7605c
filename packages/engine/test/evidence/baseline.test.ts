import { describe, expect, test } from "vitest";
import { chainModel, networkOf } from "../../src/chain/index.ts";
import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import {
	cellId,
	dependentsOf,
	resolveAll,
	resolvePackage,
	uncertainFactors,
} from "../../src/evidence/index.ts";
import type { CellRef, ClaimRow } from "../../src/evidence/types.ts";
import type { LpModel } from "../../src/lp/index.ts";
import { BASELINE, readFolder } from "../dataset/packages.ts";
import { loaded, withTables } from "./package.ts";

const pkg = loaded(readFolder(BASELINE));
const before = resolveAll(pkg);
const { claims } = pkg.tables;

/** Every claim that could move something in a resolution, and some that could not. */
const chosen = claims.filter((row, i) => i % 97 === 0 || dependentsOf(pkg, row.id).length > 0);
const sample = chosen.filter((_, i) => i % 9 === 0);

/** The package with one claim's figure a thousand times as large, or as small. */
function shifted(row: ClaimRow, factor: number): DataPackage {
	const times = (x: number | null) => (x === null ? null : x * factor);
	const other = { ...row, value: times(row.value), low: times(row.low), high: times(row.high) };
	return withTables(pkg, { claims: claims.map((each) => (each === row ? other : each)) });
}

function changedBy(row: ClaimRow): string[] {
	const changed = new Set<string>();
	for (const factor of [1000, 1 / 1000])
		for (const [id, after] of resolveAll(shifted(row, factor))) {
			const { value, distribution } = before.get(id) ?? {};
			const moved = JSON.stringify([value, distribution]);
			if (JSON.stringify([after.value, after.distribution]) !== moved) changed.add(id);
		}
	return [...changed].sort();
}

describe("the shipped package", () => {
	test("states in every bound cell the number that its claims resolve to", () => {
		const off = [...before.values()].filter(({ value, stated }) => value !== stated);
		expect(off.map(({ id, value, stated }) => ({ id, value, stated }))).toEqual([]);
		expect(resolvePackage(pkg)).toBe(pkg);
		expect(before.size).toBe(pkg.tables.parameters.length);
	});

	test("says in words how each of them came about", () => {
		for (const { id, steps, roles, sourceIds } of before.values()) {
			expect(steps.length, id).toBeGreaterThanOrEqual(3);
			expect(roles.length, id).toBeGreaterThan(0);
			expect(sourceIds.length, id).toBeGreaterThan(0);
		}
	});

	test("has uncertain factors of all three kinds, each cell in one at most", () => {
		const factors = uncertainFactors(pkg);
		const cells = factors.flatMap((factor) => factor.cells.map(cellId));
		expect(new Set(cells).size).toBe(cells.length);
		expect([...new Set(factors.map(({ kind }) => kind))]).toEqual([
			"parameter",
			"assumption",
			"stated",
		]);
		for (const { id, distribution } of factors) {
			expect(distribution.low, id).toBeLessThan(distribution.high);
			expect(distribution.middle, id).toBeGreaterThanOrEqual(distribution.low);
			expect(distribution.middle, id).toBeLessThanOrEqual(distribution.high);
		}
	});
});

describe("changing one claim", () => {
	test("changes exactly the numbers that depend on it", { timeout: 120_000 }, () => {
		expect(sample.length).toBeGreaterThan(20);
		for (const row of sample) {
			const dependent = dependentsOf(pkg, row.id).map(cellId);
			const changed = changedBy(row);
			const extra = changed.filter((id) => !dependent.includes(id));
			expect(extra, `${row.id} changes more`).toEqual([]);
			const used = dependent.filter((id) =>
				before.get(id)?.roles.some(({ claim, role }) => claim === row.id && role === "used"),
			);
			expect(
				used.filter((id) => !changed.includes(id)),
				`${row.id} changes less`,
			).toEqual([]);
		}
	});

	test("changes only rows and columns of those numbers in the linear program", {
		timeout: 120_000,
	}, () => {
		const scenario: Scenario = {
			homeRegion: "USA",
			start: "2025-01-01",
			periods: [1],
			defenceCase: "middle",
			provenanceRule: "dated",
			measures: "dated",
		};
		const base = chainModel(networkOf(pkg, scenario)).lp;
		const seen = new Set<string>();
		let moved = 0;
		for (const row of chosen) {
			const cells = dependentsOf(pkg, row.id);
			if (!cells.some(isCapacity)) continue;
			const units = cells.map(({ row: key }) => key.split("|")[0] as string);
			if (seen.has(units.join()) || seen.size === 6) continue;
			seen.add(units.join());
			const after = chainModel(networkOf(shifted(row, 1000), scenario)).lp;
			const changed = difference(base, after);
			moved += changed.length;
			expect(changed.filter((name) => !units.some((unit) => name.includes(unit)))).toEqual([]);
		}
		expect(seen.size).toBe(6);
		expect(moved).toBeGreaterThanOrEqual(3);
	});
});

function isCapacity({ table, column }: CellRef): boolean {
	return table === "capacities" && column === "effective_t_per_year";
}

/** Names of the rows and columns in which two models of the same shape differ. */
function difference(a: LpModel, b: LpModel): string[] {
	expect([b.rowCount, b.columnCount]).toEqual([a.rowCount, a.columnCount]);
	expect(b.indices).toEqual(a.indices);
	const names = new Set<string>();
	for (let i = 0; i < a.rowCount; i++)
		if (a.rowLower[i] !== b.rowLower[i] || a.rowUpper[i] !== b.rowUpper[i]) names.add(a.rowName(i));
	for (let j = 0; j < a.columnCount; j++) {
		const same =
			a.cost[j] === b.cost[j] &&
			a.colLower[j] === b.colLower[j] &&
			a.colUpper[j] === b.colUpper[j] &&
			a.values.subarray(a.starts[j], a.starts[j + 1]).join() ===
				b.values.subarray(b.starts[j], b.starts[j + 1]).join();
		if (!same) names.add(a.columnName(j));
	}
	return [...names];
}
