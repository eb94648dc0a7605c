import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildNetwork, networkOf, solveChain } from "../../src/chain/index.ts";
import type { ChainSolution, Scenario } from "../../src/chain/types.ts";
import type { DataPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { AT_HOME, edited, months, ruled, SKETCH, sketchOf } from "./adversary.ts";
import { packageOf } from "./diagnosis-package.ts";
import { withTables } from "./random-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

function solve(pkg: DataPackage, scenario: Scenario = AT_HOME): ChainSolution {
	const solution = solveChain(pkg, scenario, solver);
	expect(solution.explanation).toEqual([]);
	expect(solution.status).toBe("optimal");
	expect(solution.dualityGap).toBeLessThan(1e-7);
	return solution;
}

const shortage = ({ tiers }: ChainSolution) => tiers.reduce((sum, tier) => sum + tier.shortage, 0);

describe("units and demand", () => {
	test("lines of different reference materials share their unit tonne by tonne of activity", () => {
		const shared = packageOf({
			...SKETCH,
			processes: {
				...SKETCH.processes,
				smelt: ["metal", "ore", { ore: 1 }, { metal: 0.5 }],
				sinter: ["magnet", "magnet", { metal: 0.5 }, { magnet: 1 }],
			},
			plants: {
				pit: ["HOM", "HOM", "dig", 5000],
				works: ["HOM", "HOM", ["smelt", "sinter"], 1000],
			},
		});
		const { units, tiers } = solve(shared);
		expect(tiers[0]?.shortage).toBeCloseTo(500, 4);
		expect(units.find(({ unit }) => unit === "works_unit")?.used).toBeCloseTo(1000, 5);
	});

	test("a product wanted by several sectors is served by tier, then by penalty", () => {
		const wanted = edited(
			sketchOf({
				plants: { ...SKETCH.plants, hall: ["HOM", "HOM", "sinter", 100, 1000] },
				sectors: { defence: [1, true], motors: [2, false], lamps: [2, false] },
				demand: [
					["magnet", "HOM", "lamps", 60],
					["magnet", "HOM", "motors", 60],
					["magnet", "HOM", "defence", 30],
				],
			}),
			"sectors",
			({ id }) => ({ shortage_penalty_usd_per_t: id === "lamps" ? 9e5 : 1e5 }),
		);
		const short = solve(wanted).deliveries.map(({ sector, shortage }) => [sector, shortage]);
		expect(Object.fromEntries(short)).toEqual({
			defence: 0,
			lamps: expect.closeTo(0, 5),
			motors: expect.closeTo(50, 5),
		});
	});

	test("no demand at all is an answer: nothing runs, nothing costs", () => {
		for (const pkg of [
			sketchOf({ demand: [] }),
			sketchOf({ demand: [["magnet", "HOM", "motors", 0]] }),
		]) {
			const { lines, tiers, cost } = solve(pkg);
			expect([lines, tiers, cost.total]).toEqual([[], [], 0]);
		}
		const none: Scenario = { ...AT_HOME, demandChanges: [{ factor: 0 }] };
		expect(solve(sketchOf({}), none).cost.total).toBe(0);
	});

	test("an empty chain is an answer", () => {
		expect(solve(sketchOf({ demand: [], plants: {} })).balances).toEqual([]);
		expect(shortage(solve(sketchOf({ plants: {} })))).toBeCloseTo(1000, 6);
	});

	test("a region that sends and takes the same material does not trade with itself or in circles", () => {
		const both = sketchOf({
			plants: { ...SKETCH.plants, far_smelter: ["MID", "MID", "smelt", 600, 90] },
			lanes: [
				["ore", "HOM", "MID"],
				["ore", "HOM", "HOM"],
				["metal", "MID", "HOM"],
				["metal", "HOM", "MID"],
				["metal", "HOM", "HOM"],
			],
		});
		const { shipments } = solve(both);
		expect(shipments.every(({ from, to }) => from !== to)).toBe(true);
		const metal = shipments.filter(({ material }) => material === "metal");
		expect(metal.map(({ from }) => from)).not.toContain("HOM");
	});
});

describe("commitments that meet a closed door stay feasible", () => {
	const committed = edited(
		sketchOf({
			plants: {
				...SKETCH.plants,
				far_pit: ["MID", "MID", "dig", 300, 5],
				far_smelter: ["RIV", "RIV", "smelt", 300, 5],
			},
			lanes: [
				["ore", "MID", "RIV"],
				["metal", "RIV", "HOM"],
			],
		}),
		"capacities",
		(row) => ({ committed_t_per_year: row.effective_t_per_year }),
	);

	test.each([
		[["rival"], ["neutral"], ["neutral", "rival"], ["home"], ["home", "neutral", "rival"]],
	] as const)("closed: %j", (...closed) => {
		for (const closedBlocs of closed) solve(committed, { ...AT_HOME, closedBlocs });
	});

	test("a mine whose ore may not be thrown away is not made to dig it", () => {
		const kept = edited(committed, "materials", () => ({ disposal_cost_usd_per_t: null }));
		for (const periods of [[1], months(3)]) {
			const { units, cost } = solve(kept, { ...AT_HOME, periods, closedBlocs: ["rival"] });
			expect(units.find(({ unit }) => unit === "far_pit_unit")?.used).toBe(0);
			expect(cost.penalty).toBeGreaterThan(0);
		}
	});

	test("an outage lowers what is committed with what can be made", () => {
		for (const kind of ["region", "controller"] as const)
			solve(committed, { ...AT_HOME, outages: [{ kind, id: "MID", remaining: 0.3 }] });
	});
});

describe("stocks", () => {
	const stocked = sketchOf({ stocks: [["metal", "HOM", 50]] });

	test("more than there is room for stays where it lies", () => {
		const full = edited(
			edited(stocked, "stocks", () => ({ storage_t: 20 })),
			"materials",
			() => ({ disposal_cost_usd_per_t: null }),
		);
		const none: Scenario = { ...AT_HOME, demandChanges: [{ factor: 0 }] };
		expect(solve(full, none).balances.map(({ stock }) => stock)).toContain(50);
	});

	test("room that shrinks later does not throw out what was there at the start", () => {
		const shrinking = withTables(stocked, ({ stocks, materials }) => ({
			stocks: stocks.flatMap((row) => [
				row,
				{ ...row, date: "2025-03-01", quantity_t: 0, storage_t: 0 },
			]),
			materials: materials.map((row) => ({ ...row, disposal_cost_usd_per_t: null })),
		}));
		const { balances } = solve(shrinking, {
			...AT_HOME,
			periods: months(6),
			demandChanges: [{ factor: 0 }],
		});
		expect(balances.filter(({ stock }) => stock > 0).map(({ stock }) => stock)).toEqual(
			Array(6).fill(expect.closeTo(50, 6)),
		);
	});

	test("what lies at the start is of unknown origin: bound demand cannot use it, other demand can", () => {
		const out: Scenario["outages"] = [{ kind: "facility", id: "smelter", remaining: 0 }];
		const pkg = ruled(stocked);
		expect(shortage(solve(pkg, { ...AT_HOME, outages: out }))).toBeCloseTo(900, 5);
		const bound: Scenario = { ...AT_HOME, outages: out, provenanceRule: "rule" };
		expect(shortage(solve(pkg, bound))).toBeCloseTo(1000, 5);
	});

	test("compliant material can be laid in and taken out as such", () => {
		const pkg = ruled(edited(stocked, "stocks", () => ({ quantity_t: 0, storage_t: 500 })));
		const outages: Scenario["outages"] = [
			{ kind: "facility", id: "smelter", remaining: 0, from: 6 },
		];
		const scenario: Scenario = { ...AT_HOME, periods: months(12), provenanceRule: "rule", outages };
		const { balances, tiers } = solve(pkg, scenario);
		expect(Math.max(...balances.map((b) => (b.compliant ? b.stock : 0)))).toBeGreaterThan(40);
		expect(tiers[0]?.shortage).toBeCloseTo(1000 - 2 * 300, 4);
	});
});

describe("provenance", () => {
	const trade = {
		plants: {
			pit: ["HOM", "HOM", "dig", 1200, 10],
			far_pit: ["RIV", "RIV", "dig", 2400, 1],
			far_smelter: ["RIV", "RIV", "smelt", 1200, 1],
			hall: ["HOM", "HOM", "sinter", 1200, 1000],
		},
		lanes: [
			["ore", "HOM", "RIV"],
			["metal", "RIV", "HOM"],
		],
	} as const;
	const bound: Scenario = { ...AT_HOME, provenanceRule: "rule" };

	test("a rule that skips a stage asks for clean ore, not for a clean smelter", () => {
		const skips = ruled(sketchOf(trade), { stages: ["mine", "magnet"] });
		const { lines, tiers } = solve(skips, bound);
		expect(tiers[0]?.shortage).toBeCloseTo(0, 5);
		expect(lines.find(({ facility }) => facility === "pit")?.activity).toBeCloseTo(1000, 4);
		expect(lines.find(({ facility }) => facility === "far_pit")).toBeUndefined();
		const whole = ruled(sketchOf(trade), { stages: ["mine", "metal", "magnet"] });
		expect(shortage(solve(whole, bound))).toBeCloseTo(1000, 5);
	});

	test("a rule on the last stage alone takes any metal", () => {
		const last = ruled(sketchOf(trade), { stages: ["magnet"] });
		expect(shortage(solve(last, bound))).toBeCloseTo(0, 5);
		const { nodes, materials } = networkOf(last, bound);
		const split = nodes.filter(({ compliant }) => compliant);
		expect(split.map(({ material }) => materials[material]?.id)).toEqual(["magnet"]);
	});

	test("place counts, not control", () => {
		const owned = sketchOf({ plants: { ...SKETCH.plants, smelter: ["HOM", "RIV", "smelt", 600] } });
		expect(shortage(solve(ruled(owned), bound))).toBeCloseTo(0, 5);
		const placed = sketchOf({
			plants: { ...SKETCH.plants, smelter: ["RIV", "HOM", "smelt", 600] },
			lanes: trade.lanes,
		});
		expect(shortage(solve(ruled(placed), bound))).toBeCloseTo(1000, 5);
	});

	test("a material that is product and input too is bound in both uses", () => {
		const both = sketchOf({
			...trade,
			demand: [
				["magnet", "HOM", "motors", 100],
				["metal", "HOM", "motors", 80],
			],
		});
		const rule = { product_ids: ["magnet", "metal"] };
		expect(shortage(solve(ruled(both, rule), bound))).toBeCloseTo(180, 5);
		const skip = ruled(both, { ...rule, stages: ["mine"] });
		expect(shortage(solve(skip, bound))).toBeCloseTo(0, 5);
		expect(shortage(solve(ruled(both, rule)))).toBeCloseTo(0, 5);
	});

	test("a product nobody makes, and a rule nobody can meet, are shortages and no contradiction", () => {
		const nobody = ruled(sketchOf({ plants: { pit: ["HOM", "HOM", "dig", 10] } }));
		expect(shortage(solve(nobody, bound))).toBeCloseTo(1000, 6);
		const all = ruled(sketchOf({}), { excluded_region_ids: ["HOM", "MID", "RIV"] });
		expect(shortage(solve(all, bound))).toBeCloseTo(1000, 6);
	});

	test("compliant goods pass through a place that uses them and can hold them, as all goods do", () => {
		const hub = ruled(
			sketchOf({
				plants: {
					pit: ["HOM", "HOM", "dig", 2000],
					smelter: ["HOM", "HOM", "smelt", 1000],
					mid_hall: ["MID", "MID", "sinter", 1],
					hall: ["RIV", "RIV", "sinter", 1200],
				},
				lanes: [
					["metal", "HOM", "MID"],
					["metal", "MID", "RIV"],
					["magnet", "RIV", "HOM"],
				],
				stocks: [["metal", "MID", 10]],
			}),
			{ stages: ["mine", "metal"] },
		);
		expect(shortage(solve(hub))).toBeCloseTo(0, 4);
		expect(shortage(solve(hub, bound))).toBeCloseTo(0, 4);
	});

	test("compliant and ordinary goods share a cap", () => {
		const capped = ruled(
			sketchOf({
				plants: {
					...SKETCH.plants,
					hall: ["MID", "MID", "sinter", 1200],
					far_pit: ["RIV", "RIV", "dig", 2400, 1],
				},
				lanes: [
					["ore", "RIV", "HOM"],
					["metal", "HOM", "MID"],
					["magnet", "MID", "HOM"],
				],
				sectors: { motors: [1, false], lamps: [2, false] },
				demand: [
					["magnet", "HOM", "motors", 300],
					["magnet", "HOM", "lamps", 700],
				],
				effects: [["quota", "cap", "metal", "*", "*", 200]],
			}),
		);
		const { deliveries, limits } = solve(capped, bound);
		expect(limits[0]?.used).toBeCloseTo(200, 5);
		const short = Object.fromEntries(deliveries.map((d) => [d.sector, d.shortage]));
		expect(short).toEqual({ motors: expect.closeTo(0, 5), lamps: expect.closeTo(600, 5) });
	});

	test("goods bound from the middle of the year are compliant from then on only", () => {
		const later = ruled(sketchOf(trade), { from_date: "2025-07-01" });
		const scenario: Scenario = { ...AT_HOME, periods: months(12), provenanceRule: "dated" };
		expect(shortage(solve(later, scenario))).toBeCloseTo(500, 4);
	});
});

test("every bloc closed, every plant out, every lane out at once is still an answer", () => {
	const pkg = ruled(sketchOf({ stocks: [["metal", "HOM", 50]] }));
	const scenario: Scenario = {
		...AT_HOME,
		provenanceRule: "rule",
		closedBlocs: ["home", "allied", "neutral", "rival"],
		outages: [{ kind: "region", id: "HOM", remaining: 0 }],
	};
	expect(shortage(solve(pkg, scenario))).toBeCloseTo(1000, 6);
	expect(buildNetwork(pkg, scenario).units).toHaveLength(3);
});
