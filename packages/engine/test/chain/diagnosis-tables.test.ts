import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	calibrate,
	capabilityMatrix,
	minimumCut,
	networkOf,
	solveNetwork,
} from "../../src/chain/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import {
	MAGNET_WORLD,
	packageOf,
	type Sketch,
	withPlants,
	YEAR_2025,
} from "./diagnosis-package.ts";

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

describe("calibration", () => {
	const figure = (row: Record<string, unknown>) => ({ region_id: "CHN", ...row });
	const calibrated = (references: readonly Record<string, unknown>[]) =>
		calibrate(packageOf({ ...MAGNET_WORLD, references }), solver);

	it("measures outputs, shares, shipments and deliveries in the figure's own unit", () => {
		const { rows } = calibrated([
			figure({ metric: "delivery", material_ids: ["magnet"], value: 1000 }),
			figure({
				metric: "delivery_share",
				material_ids: ["magnet"],
				value: 0.6,
				unit: "fraction",
			}),
			figure({ metric: "output", material_ids: ["magnet"], region_id: "WORLD", value: 1500 }),
			figure({ metric: "output", stage: "recycling", material_ids: ["nd_oxide"], value: 1 }),
		]);
		expect(rows.map((r) => r.model)).toEqual([
			expect.closeTo(1000, 4),
			expect.closeTo(1000 / 1500, 6),
			expect.closeTo(1500, 4),
			0,
		]);
		expect(rows[0]).toMatchObject({ error: expect.closeTo(0, 4), errorUnit: "%" });
		expect(rows[1]).toMatchObject({ error: expect.closeTo(100 * (1000 / 1500 - 0.6), 4) });
		expect(rows[3]).toMatchObject({ error: -100, unexplained: true });
	});

	it("counts contained oxide where the figure names elements", () => {
		const { rows } = calibrated([
			figure({
				metric: "output",
				material_ids: ["ore"],
				element_ids: ["Nd"],
				region_id: "WORLD",
				value: 1,
			}),
			figure({ metric: "output", material_ids: ["ore"], region_id: "WORLD", value: 1 }),
		]);
		expect((rows[0]?.model as number) / (rows[1]?.model as number)).toBeCloseTo(0.16 * 1.25, 9);
	});

	it("sums shipments to one partner, to all abroad, and as a share", () => {
		const { rows } = calibrated([
			figure({ metric: "shipment", material_ids: ["magnet"], partner_region_id: "JPN", value: 1 }),
			figure({
				metric: "shipment",
				material_ids: ["magnet"],
				partner_region_id: "WORLD",
				value: 1,
			}),
			figure({
				metric: "shipment_share",
				material_ids: ["magnet"],
				partner_region_id: "JPN",
				value: 0.5,
				unit: "fraction",
			}),
		]);
		const [one, all, part] = rows.map((r) => r.model as number) as [number, number, number];
		expect(part).toBeCloseTo(one / all, 9);
	});

	it("counts rows off by more than 10 without a reason, and gives medians by relation", () => {
		const { summary } = calibrated([
			figure({ metric: "delivery", material_ids: ["magnet"], value: 800 }),
			figure({
				metric: "delivery",
				material_ids: ["magnet"],
				value: 800,
				explanation: "the toy demands more",
			}),
			figure({
				metric: "delivery_share",
				material_ids: ["magnet"],
				value: 0.64,
				unit: "fraction",
				relation: "input",
			}),
		]);
		expect(summary).toMatchObject({ rows: 3, shares: 1, unexplained: 1, medianTonneError: 25 });
		expect(summary.medianShareError).toBeCloseTo(100 * (1000 / 1500 - 0.64), 4);
		expect(summary.byRelation.emergent).toEqual({ rows: 2, medianShareError: null });
	});
});

describe("the capability matrix", () => {
	it("gives metals one by one, separators as feed and per oxide, and adds magnets", () => {
		const { cells } = capabilityMatrix(packageOf(MAGNET_WORLD), 2025);
		const of = (stage: string, region: string) =>
			cells
				.find((c) => c.stage === stage && c.region === region)
				?.measures.map((m) => [m.material, m.basis, m.effective]);
		expect(of("separation", "AUS")).toEqual([
			["total", "REO feed", 800],
			["dy_oxide", "oxide", expect.closeTo(7.2, 9)],
			["nd_oxide", "oxide", expect.closeTo(144, 9)],
		]);
		expect(of("metal", "CHN")).toEqual([
			["dy_metal", "metal", 200],
			["nd_metal", "metal", 3000],
		]);
		expect(of("magnet", "USA")).toEqual([
			["total", "magnet", 200],
			["magnet", "magnet", 200],
		]);
		expect(of("metal", "USA")).toBeUndefined();
	});

	it("shows a plant whose capacity nobody knows as a gap", () => {
		const pkg = packageOf(
			withPlants(MAGNET_WORLD, { usa_metal: ["USA", "USA", "reduce_nd", null] }),
		);
		const { cells, gaps } = capabilityMatrix(pkg, 2025);
		expect(gaps).toEqual([
			{
				facility: "usa_metal",
				stage: "metal",
				region: "USA",
				status: "operating",
				missing: "effective capacity",
			},
		]);
		expect(cells.find((c) => c.stage === "metal" && c.region === "USA")).toMatchObject({
			facilities: 1,
			unknown: 1,
			measures: [{ nameplate: null, effective: 0 }],
		});
	});
});

describe("the minimum cut of a pure network", () => {
	/** HiGHS check/instances, galenet: supply equals demand, yet only 32 of 60 t get through. */
	const GALENET: Sketch = {
		regions: Object.fromEntries(
			["S1", "S2", "S3", "H4", "H5", "D6", "D7", "D8"].map((id) => [id, "allied" as const]),
		),
		materials: { raw: ["mine", "metal"], good: ["magnet", "magnet"] },
		processes: {
			supply: ["mine", "raw", {}, { raw: 1 }],
			pass: ["magnet", "good", { raw: 1 }, { good: 1 }],
		},
		plants: {
			s1: ["S1", "S1", "supply", 20],
			s2: ["S2", "S2", "supply", 20],
			s3: ["S3", "S3", "supply", 20],
			h4: ["H4", "H4", "pass", 1000],
			h5: ["H5", "H5", "pass", 1000],
		},
		lanes: [
			["raw", "S1", "H4", 30],
			["raw", "S2", "H4", 20],
			["raw", "S2", "H5", 10],
			["raw", "S3", "H5", 10],
			["good", "H4", "D6", 10],
			["good", "H4", "D7", 2],
			["good", "H5", "D7", 20],
			["good", "H5", "D8", 30],
		],
		demand: [
			["good", "D6", "motors", 10],
			["good", "D7", "motors", 20],
			["good", "D8", "motors", 30],
		],
	};
	const cutOf = (sketch: Sketch) => {
		const network = networkOf(packageOf(sketch), { ...YEAR_2025, homeRegion: "S1" });
		return minimumCut(solveNetwork(network, solver), network);
	};

	it("is the four lanes that let 32 of 60 t through", () => {
		const cut = cutOf(GALENET);
		expect(cut?.limits.map((l) => [l.name, l.capacity]).sort()).toEqual([
			["good,H4>D6", 10],
			["good,H4>D7", 2],
			["raw,S2>H5", 10],
			["raw,S3>H5", 10],
		]);
		expect(cut?.capacity).toBeCloseTo(32, 6);
		expect(cut?.delivered).toBeCloseTo(32, 4);
		expect(cut?.demands).toHaveLength(3);
	});

	it("is not claimed where nothing is short or flows are transformed", () => {
		expect(
			cutOf({ ...GALENET, demand: GALENET.demand.map(([m, r, s]) => [m, r, s, 1] as const) }),
		).toBeNull();
		const magnets = networkOf(packageOf(MAGNET_WORLD), YEAR_2025);
		expect(minimumCut(solveNetwork(magnets, solver), magnets)).toBeNull();
	});
});
