import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { solveChain } from "../../src/chain/index.ts";
import type { Outage, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { RULE, yearly } from "./adversary.ts";
import { ONE_YEAR, randomPackage, withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

const RUNS = Number(process.env.ADVERSARY_RUNS ?? 25);
const SEED = Number(process.env.ADVERSARY_SEED ?? 20251122);
const REGIONS = ["AAA", "BBB", "CCC"] as const;
const region = fc.constantFrom(...REGIONS);
const part = fc.constantFrom(0, 0.3, 1);

/** Things that a package of one year with open lanes never has. */
const trouble = fc.record({
	committed: fc.array(part, { minLength: 15, maxLength: 15 }),
	leadDays: fc.array(fc.constantFrom(0, 20, 45, 200, 900), { minLength: 40, maxLength: 40 }),
	noDisposal: fc.subarray(["ore", "light_oxide", "heavy_oxide", "metal", "product", "scrap"]),
	stocks: fc.uniqueArray(
		fc.record({
			material: fc.constantFrom("ore", "light_oxide", "metal", "product", "scrap"),
			region,
			quantity: fc.integer({ min: 0, max: 90 }),
			storage: fc.integer({ min: 0, max: 90 }),
			later: fc.option(fc.integer({ min: 0, max: 90 })),
		}),
		{ maxLength: 4, selector: ({ material, region }) => `${material}${region}` },
	),
	rule: fc.record({
		stages: fc.subarray(["mine", "separation", "metal", "magnet", "recycling"]),
		excluded: fc.subarray([...REGIONS]),
		products: fc.subarray(["product", "heavy_oxide", "metal"]),
	}),
	change: fc.integer({ min: 1, max: 364 }),
});

const scenario = fc.record({
	periods: fc.constantFrom(
		[1],
		[0.5, 0.5],
		[1 / 12, 1 / 12, 0.25],
		[0.02, 0.1, 0.3],
		[1, 1 / 365.25],
	),
	provenanceRule: fc.constantFrom("rule", "dated", null),
	discountRate: fc.constantFrom(0, 0.07, 0.4),
	closedBlocs: fc.subarray(["home", "allied", "neutral", "rival"] as const),
	outages: fc.array(
		fc.record({
			kind: fc.constantFrom("region", "controller"),
			id: region,
			remaining: part,
			from: fc.nat(2),
			to: fc.nat(3),
		}) as fc.Arbitrary<Outage>,
		{ maxLength: 3 },
	),
});

type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never;

function troubled(plain: DataPackage, what: Trouble): DataPackage {
	const cited = { source_ids: ["s"], confidence: "high" as const, note: null };
	const day = new Date(Date.UTC(2025, 0, 1 + what.change)).toISOString().slice(0, 10);
	return withTables(yearly(plain, [2025, 2026]), ({ capacities, lanes, materials }) => ({
		capacities: capacities.flatMap((row, k) => {
			const now = row.effective_t_per_year ?? 0;
			const dated = { ...row, committed_t_per_year: now * (what.committed[k % 15] as number) };
			return k % 3 === 0
				? [dated, { ...dated, from_date: day, effective_t_per_year: 2 * now }]
				: [dated];
		}),
		lanes: lanes.map((row, k) => ({ ...row, lead_time_days: what.leadDays[k % 40] as number })),
		materials: materials.map((row) =>
			what.noDisposal.includes(row.id) ? { ...row, disposal_cost_usd_per_t: null } : row,
		),
		stocks: what.stocks.flatMap(({ material, region, quantity, storage, later }) =>
			[storage, ...(later === null ? [] : [later])].map((room, k) => ({
				...cited,
				material_id: material,
				region_id: region,
				date: k === 0 ? "2025-01-01" : day,
				holder: "state",
				quantity_t: quantity,
				low_t: null,
				high_t: null,
				storage_t: room,
				holding_cost_usd_per_t_year: 3,
			})),
		),
		provenance_rules: [
			{
				...RULE,
				from_date: day,
				excluded_region_ids: what.rule.excluded,
				stages: what.rule.stages,
				product_ids: what.rule.products,
				buyer_region_ids: [...REGIONS],
				sector_ids: ["motors", "defence"],
			},
		],
	}));
}

describe("whatever is closed, committed, stored, late or forbidden", () => {
	test("there is an answer, proved, and nothing comes from nowhere", () => {
		fc.assert(
			fc.property(randomPackage, trouble, scenario, (plain, what, chosen) => {
				const pkg = troubled(plain, what);
				const asked: Scenario = { ...ONE_YEAR, ...chosen };
				const solution = solveChain(pkg, asked, solver);
				expect(solution.explanation).toEqual([]);
				expect(solution.status).toBe("optimal");
				expect(solution.dualityGap).toBeLessThan(1e-6);
				for (const { used, capacity } of solution.units)
					expect(used).toBeLessThanOrEqual(capacity * (1 + 1e-6) + 1e-5);
				for (const { bound, required, shortage } of solution.deliveries) {
					expect(shortage).toBeLessThanOrEqual(required + 1e-6);
					if (asked.provenanceRule === null) expect(bound).toBe(false);
				}
				for (const { stock, surplus, material } of solution.balances) {
					expect(stock).toBeGreaterThanOrEqual(0);
					if (what.noDisposal.includes(material)) expect(surplus).toBe(0);
				}
			}),
			{ numRuns: RUNS, seed: SEED },
		);
	});

	test("binding demand to a rule never makes less short", () => {
		fc.assert(
			fc.property(randomPackage, trouble, scenario, (plain, what, chosen) => {
				const pkg = troubled(plain, what);
				const first = (provenanceRule: Scenario["provenanceRule"]) => {
					const run = { pipeline: "empty" } as const;
					const scenario = { ...ONE_YEAR, ...chosen, provenanceRule };
					return solveChain(pkg, scenario, solver, run).tiers[0]?.shortage ?? 0;
				};
				expect(first("rule")).toBeGreaterThanOrEqual(first(null) - 1e-4);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
	});
});
