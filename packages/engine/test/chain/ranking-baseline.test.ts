import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needsCompliant } from "../../src/chain/diagnosis/coverage.ts";
import { coverage, networkOf, openBook, SCOPES } from "../../src/chain/index.ts";
import { evaluatorOf } from "../../src/chain/ranking/evaluate.ts";
import { type ChainResultRef, rankingPlan } from "../../src/chain/ranking/index.ts";
import { touchTest } from "../../src/chain/ranking/touches.ts";
import { moverOf } from "../../src/chain/ranking/variant.ts";
import type { Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { type Factor, uncertainFactors, withFactorValues } from "../../src/evidence/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { stream } from "../../src/random/index.ts";
import { loadFolder } from "./load.ts";

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: "dated",
	measures: "dated",
};
const PRODUCT = "ndfeb_hre_magnet";
const ABOUT = { product: PRODUCT, scope: "allied" } as const;
const WEAKEST: ChainResultRef = { kind: "weakest", ...ABOUT };
const COST: ChainResultRef = { kind: "cost" };

let solver: Solver;
let pkg: DataPackage;
let factors: readonly Factor[];
beforeAll(async () => {
	solver = await openSolver();
	pkg = loadFolder("data/baseline");
	factors = uncertainFactors(pkg);
});
afterAll(() => solver.dispose());

/** Some of a list, by chance, the same each time. */
function some<T>(list: readonly T[], n: number): T[] {
	const { integer } = stream(11, 0);
	return Array.from({ length: n }, () => list[integer(list.length)] as T);
}

describe("rankings of the baseline", () => {
	it("rest on coverages that are those of the whole package", () => {
		for (const product of [PRODUCT, "smco_magnet"])
			for (const scope of SCOPES.filter((_, k) => k % 2 === 0)) {
				const network = networkOf(pkg, SCENARIO);
				const compliant = needsCompliant(network, product, scope);
				const whole = coverage(network, openBook(pkg), solver, { product, scope, compliant });
				const { base, evaluate } = evaluatorOf(
					pkg,
					SCENARIO,
					{ kind: "weakest", product, scope },
					solver,
					{},
				);
				expect(evaluate(base, null).value, `${product} ${scope}`).toBeCloseTo(
					whole.weakest?.coverage as number,
					9,
				);
				for (const row of whole.rows.filter((_, k) => k % 3 === 0)) {
					const { stage, material } = row;
					const element = material === null ? row.element : null;
					const ref = { kind: "coverage", product, scope, stage, material, element } as const;
					const one = evaluatorOf(pkg, SCENARIO, ref, solver, {});
					expect(one.evaluate(one.base, null).value, row.name).toBeCloseTo(
						row.coverage as number,
						9,
					);
				}
			}
	});

	it("move numbers as the ledger does", () => {
		const chosen = some(factors, 60);
		const values = new Map(chosen.map(({ id, distribution }) => [id, distribution.low]));
		const moved = moverOf(
			pkg,
			chosen,
		)(new Map(chosen.map(({ distribution }, k) => [k, distribution.low])));
		const expected = withFactorValues(pkg, values).tables;
		for (const name of ["recipes", "demand", "lanes", "lines", "stocks", "compositions"] as const)
			expect(moved.tables[name]).toEqual(expected[name]);
		expect(moved.tables.capacities.map((row) => row.effective_t_per_year)).toEqual(
			expected.capacities.map((row) => row.effective_t_per_year),
		);
		for (const row of moved.tables.capacities)
			expect(row.committed_t_per_year ?? 0).toBeLessThanOrEqual(
				row.effective_t_per_year ?? Infinity,
			);
	});

	it("leave out only numbers that change nothing in the network", () => {
		const network = networkOf(pkg, SCENARIO);
		const touches = touchTest(pkg, SCENARIO, network, COST);
		const out = factors.filter((factor) => !factor.cells.some(touches));
		expect(out.length).toBeGreaterThan(100);
		const move = moverOf(pkg, out);
		for (const k of some([...out.keys()], 25)) {
			const variant = move(new Map([[k, out[k]?.distribution.low as number]]));
			expect(networkOf(variant, SCENARIO), out[k]?.id).toEqual(network);
		}
	});

	it("sweep forty numbers, the strongest first, whatever the result", () => {
		for (const result of [WEAKEST, COST]) {
			const plan = rankingPlan(pkg, SCENARIO, result, solver, { parameters: 40 });
			expect(plan.factors).toHaveLength(40);
			const swept = plan.factors.length + plan.leftOut.reduce((sum, { count }) => sum + count, 0);
			expect(swept).toBe(factors.length);
		}
	});
});
