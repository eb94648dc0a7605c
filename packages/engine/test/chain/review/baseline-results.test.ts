/** Which results of the chain one claim of the shipped ledger changes, and which it leaves alone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type Coverage,
	type CoverageRow,
	compareResults,
	coverage,
	networkOf,
	openBook,
	restsOn,
	type Scenario,
} from "../../../src/chain/index.ts";
import type { DataPackage, Tables } from "../../../src/dataset/index.ts";
import { type CellRef, cellId, dependentsOf } from "../../../src/evidence/index.ts";
import { openSolver, type Solver } from "../../../src/lp/index.ts";
import { loadFolder } from "../load.ts";

type ClaimRow = Tables["claims"][number];

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: "dated",
	measures: "dated",
};
const ABOUT = { product: "ndfeb_hre_magnet", scope: "allied" } as const;

const pkg = loadFolder("data/baseline");
const { claims, subjects } = pkg.tables;
const cellsOf = new Map(claims.map(({ id }) => [id, dependentsOf(pkg, id)]));

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

/** The package with the figure of one claim a half larger. */
function raised(row: ClaimRow): DataPackage {
	const times = (x: number | null) => (x === null ? null : x * 1.5);
	const other = { ...row, value: times(row.value), low: times(row.low), high: times(row.high) };
	const changed = claims.map((each) => (each === row ? other : each));
	return { ...pkg, tables: { ...pkg.tables, claims: changed } };
}

function some(rows: readonly ClaimRow[], n: number): readonly ClaimRow[] {
	const step = Math.max(1, Math.floor(rows.length / n));
	return rows.filter((_, i) => i % step === 0).slice(0, n);
}

function dependents({ id }: ClaimRow): readonly CellRef[] {
	return cellsOf.get(id) ?? [];
}

describe("no result is solved again, for none depends on it, when the claim", () => {
	const kinds = new Map(subjects.map(({ id, kind }) => [id, kind]));
	const later = /\|20(2[6-9]|3\d)(-|\|)/;
	const cases: readonly (readonly [string, readonly ClaimRow[], boolean])[] = [
		[
			"is about a munition",
			claims.filter((row) => kinds.get(row.subject_id) === "munition"),
			false,
		],
		["is about an event", claims.filter((row) => kinds.get(row.subject_id) === "event"), false],
		[
			"moves published references only",
			claims.filter((row) => onlyIn(row, ({ table }) => table === "references")),
			true,
		],
		[
			"moves capacities of later years only",
			claims.filter((row) =>
				onlyIn(row, (cell) => cell.table === "capacities" && later.test(`${cell.row}|`)),
			),
			true,
		],
	];

	test.each(cases)("%s", (_, rows, moves) => {
		expect(rows.length).toBeGreaterThan(0);
		let moved = 0;
		for (const row of some(rows, 6)) {
			const { solved, changed, cells } = compareResults(pkg, raised(row), SCENARIO, solver);
			expect([solved, changed], row.id).toEqual([false, []]);
			const own = new Set(dependents(row).map(cellId));
			expect(cells.map(cellId).filter((id) => !own.has(id))).toEqual([]);
			moved += cells.length;
		}
		expect(moved > 0).toBe(moves);
	});

	function onlyIn(row: ClaimRow, inside: (cell: CellRef) => boolean): boolean {
		return dependents(row).length > 0 && dependents(row).every(inside);
	}
});

describe("a claim on a capacity in force", () => {
	let before: Coverage;
	/** Cells that each row of the coverage rests on. */
	let restingOn: readonly ReadonlySet<string>[];
	let inForce: readonly ClaimRow[];

	beforeAll(() => {
		before = cover(pkg);
		const network = networkOf(pkg, SCENARIO);
		restingOn = before.rows.map((row) => {
			const own = restsOn(network, openBook(pkg), { ...before, rows: [row] });
			return new Set(own.filter(({ part }) => part === "capacity").map(({ cell }) => cellId(cell)));
		});
		const all = new Set(restingOn.flatMap((cells) => [...cells]));
		inForce = claims.filter((row) => dependents(row).some((cell) => all.has(cellId(cell))));
	});

	test("changes the coverage of the stages that rest on it, and leaves every digit of the others", () => {
		expect(inForce.length).toBeGreaterThan(20);
		let touched = 0;
		let untouched = 0;
		for (const row of some(inForce, 12)) {
			const cells = dependents(row).map(cellId);
			const after = cover(raised(row)).rows;
			const last = restingOn.findLastIndex((own) => cells.some((id) => own.has(id)));
			for (const [i, was] of before.rows.entries()) {
				const is = after[i] as CoverageRow;
				const name = `${row.id}: ${was.name}`;
				if (cells.some((id) => restingOn[i]?.has(id))) {
					touched += Number(plants(is) !== plants(was));
					continue;
				}
				// Joint products are limited by the feed of the stage above.
				if (was.equipment !== null) continue;
				untouched += 1;
				expect(plants(is), name).toBe(plants(was));
				// Further up the need may come down by another mix of routes.
				if (i > last || JSON.stringify(is.routes) === JSON.stringify(was.routes))
					expect(answer(is), name).toBe(answer(was));
			}
		}
		expect(touched).toBeGreaterThan(12);
		expect(untouched).toBeGreaterThan(20);
	});

	/** What plants of the stage can make. */
	function plants({ name, stage, capability, equipment, recycling, plants }: CoverageRow): string {
		return JSON.stringify({ name, stage, capability, equipment, recycling, plants });
	}

	/** All that the row says but what other products need of the material besides. */
	function answer(row: CoverageRow): string {
		return JSON.stringify({ ...row, alsoNeeded: null });
	}

	function cover(from: DataPackage): Coverage {
		return coverage(networkOf(from, SCENARIO), openBook(from), solver, { ...ABOUT });
	}
});
