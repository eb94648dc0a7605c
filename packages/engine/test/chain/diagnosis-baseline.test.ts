import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	calibrate,
	capabilityMatrix,
	type Diagnosis,
	diagnose,
	networkOf,
	openBook,
	traceFlows,
	verifyMarginal,
} from "../../src/chain/index.ts";
import type { Scenario } from "../../src/chain/types.ts";
import { type DataPackage, loadPackage } from "../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";

const FOLDER = new URL("../../../../data/baseline/", import.meta.url);
const PRODUCTS = ["ndfeb_magnet", "ndfeb_hre_magnet", "smco_magnet"] as const;
const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: "dated",
	measures: "dated",
};

let pkg: DataPackage;
let solver: Solver;
const diagnoses = new Map<string, Diagnosis>();
beforeAll(async () => {
	const files = readdirSync(FOLDER).map(
		(name) => [name, new Uint8Array(readFileSync(new URL(name, FOLDER)))] as const,
	);
	const loaded = loadPackage(new Map(files));
	if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.message).join("\n"));
	pkg = loaded.pkg;
	solver = await openSolver();
	for (const product of PRODUCTS)
		diagnoses.set(product, diagnose(pkg, SCENARIO, { product }, solver));
}, 60_000);
afterAll(() => solver.dispose());

const of = (product: string): Diagnosis => diagnoses.get(product) as Diagnosis;

describe("the baseline against what was published", () => {
	it("gives shares within 3 percentage points in the median, and a reason for every row far off", () => {
		const { rows, summary } = calibrate(pkg, solver);
		expect(rows.filter((r) => r.unexplained).map((r) => r.reference.id)).toEqual([]);
		expect(summary.shares).toBeGreaterThan(20);
		expect(summary.medianShareError).toBeLessThanOrEqual(3);
	}, 60_000);
});

describe("the baseline diagnosed", () => {
	it.each(PRODUCTS)("names the weakest link of %s in one sentence", (product) => {
		const { title, coverage } = of(product);
		const weakest = coverage[0]?.weakest;
		expect(title).toContain(weakest?.name ?? "?");
		expect(title).toMatch(/: \d+(\.\d+)? % of allied need$/);
		expect(weakest?.coverage).toBeLessThan(1);
	});

	it.each(PRODUCTS)("traces every delivered tonne of %s to 1e-6 t", (product) => {
		for (const t of of(product).traces) {
			const sum = t.shares.reduce((total, s) => total + s.t, 0);
			expect(Math.abs(sum - t.delivered)).toBeLessThan(1e-6);
		}
	});

	it("traces every demand under a provenance rule as well", () => {
		const network = networkOf(pkg, { ...SCENARIO, provenanceRule: "dfars_mine_to_magnet" });
		const book = openBook(pkg);
		const d = diagnose(
			pkg,
			{ ...SCENARIO, provenanceRule: "dfars_mine_to_magnet" },
			{ product: "ndfeb_magnet", scope: "home defence" },
			solver,
		);
		const traces = traceFlows(d.solution, network, book, {
			groupBy: "demand",
			only: (x) => x.bound && x.material === "ndfeb_magnet",
			elements: ["NdPr"],
		});
		for (const t of traces) {
			const sum = t.shares.reduce((total, s) => total + s.t, 0);
			expect(Math.abs(sum - t.delivered)).toBeLessThan(1e-6);
			if (t.stage === "separation")
				expect(t.shares.filter((s) => s.region === "CHN" && s.share > 1e-9)).toEqual([]);
		}
	}, 30_000);

	it.each(PRODUCTS)(
		"unlocks what its five best marginal values say (%s)",
		(product) => {
			const { firstCall, marginalWithoutRivals } = of(product);
			const book = openBook(pkg);
			const best = [...marginalWithoutRivals.existing, ...marginalWithoutRivals.elsewhere]
				.filter((v) => v.tier !== null)
				.sort((a, b) => (a.tier as number) - (b.tier as number) || b.unlocks - a.unlocks)
				.slice(0, 5);
			expect(best.length).toBeGreaterThan(0);
			for (const value of best) {
				const row = verifyMarginal(firstCall.solution, firstCall.network, book, solver, value);
				expect([row.value.sentence, row.agrees]).toEqual([row.value.sentence, true]);
			}
		},
		60_000,
	);

	it("says why each magnet is short without rivals", () => {
		for (const product of PRODUCTS) {
			const { shortageWithoutRivals } = of(product);
			expect(shortageWithoutRivals?.text).toMatch(/made at the limit|nobody within reach/);
			expect(shortageWithoutRivals?.text).toContain("rival regions closed");
		}
	});

	it("draws pictures whose widths never grow from stage to use", () => {
		for (const product of PRODUCTS) {
			const { nodes, links } = of(product).sankey;
			expect(links.length).toBeGreaterThan(8);
			for (const n of nodes)
				if (!["mine", "supply", "recycling", "opening stock"].includes(n.stage))
					expect(n.outgoing).toBeLessThanOrEqual(n.incoming * (1 + 1e-6) + 1e-6);
		}
	});

	it("knows plants at every stage, and lists those whose capacity nobody gives", () => {
		const { cells, gaps } = capabilityMatrix(pkg, 2025);
		for (const stage of ["mine", "separation", "metal", "alloy", "magnet", "recycling"])
			expect(cells.filter((c) => c.stage === stage).length).toBeGreaterThan(1);
		expect(gaps.length).toBeGreaterThan(0);
		for (const gap of gaps)
			expect(pkg.tables.facilities.some((f) => f.id === gap.facility)).toBe(true);
	});
});
