/** The three-plant example with the separator's capacity resolved from a claim. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareResults, type Scenario } from "../../../src/chain/index.ts";
import { type DataPackage, loadPackage } from "../../../src/dataset/index.ts";
import { openSolver, type Solver } from "../../../src/lp/index.ts";
import {
	type Files,
	messages,
	readFolder,
	SMALL,
	withCell,
	withRows,
} from "../../dataset/packages.ts";

const SCENARIO: Scenario = {
	homeRegion: "USA",
	start: "2025-01-01",
	periods: [1],
	defenceCase: "middle",
	provenanceRule: null,
	measures: "dated",
};

const bound = [
	[
		"attributes",
		"capacity_effective,effective capacity,t_per_year,level,false,true,What it can make now",
	],
	[
		"claims",
		'splitter_now,splitter,capacity_effective,reo,,2025,,exact,8000,,,,,t_per_year,"8,000",,,,,printed,,counts,small_study,medium,',
	],
	[
		"parameters",
		"splitter_now,capacities,splitter_sx|2024-01-01,effective_t_per_year,splitter,capacity_effective,reo,,,median_independent,fixed,t_per_year,,,,,The only study,small_study,medium,",
	],
].reduce<Files>((files, [table = "", row = ""]) => withRows(files, table, row), readFolder(SMALL));

function load(files: Files): DataPackage {
	const loaded = loadPackage(files);
	if (!loaded.ok) throw new Error(messages(loaded).join("\n"));
	return loaded.pkg;
}

const before = load(bound);
const splitterCut =
	'splitter_cut,splitter,capacity_effective,reo,,2025,,exact,7000,,,,,t_per_year,"7,000",,,2026,splitter_now,printed,,counts,small_study,medium,';
const cut = load(withRows(bound, "claims", splitterCut));

let solver: Solver;
beforeAll(async () => {
	solver = await openSolver();
});
afterAll(() => solver.dispose());

describe("results before and after a claim", () => {
	test("a separator that is an eighth smaller leaves an eighth fewer magnets: 1,000 t short", () => {
		const { cells, solved, changed, compared, sentence } = compareResults(
			before,
			cut,
			SCENARIO,
			solver,
		);
		expect(solved).toBe(true);
		expect(cells).toEqual([
			{ table: "capacities", row: "splitter_sx|2024-01-01", column: "effective_t_per_year" },
		]);
		const of = (kind: string, more: object = {}) =>
			changed.find(
				({ ref }) =>
					ref.kind === kind && Object.entries(more).every(([k, v]) => (ref as never)[k] === v),
			);
		expect(of("shortage", { sector: "motors" })).toMatchObject({
			title: "the shortage of Industrial motors",
			unit: "t",
		});
		expect(of("shortage", { sector: "motors" })?.before).toBeCloseTo(500, 6);
		expect(of("shortage", { sector: "motors" })?.after).toBeCloseTo(1000, 6);
		expect(of("shortage", { sector: "defence_platforms" })).toBeUndefined();
		const oxide = of("coverage", { material: "ndpr_oxide", scope: "all" });
		expect((oxide?.after as number) / (oxide?.before as number)).toBeCloseTo(7 / 8, 6);
		expect(of("coverage", { material: "ndfeb_magnet", scope: "all" })).toBeUndefined();
		expect(of("delivered", { scope: "all" })?.before).toBeCloseTo(4000 / 4500, 6);
		expect(of("delivered", { scope: "all" })?.after).toBeCloseTo(3500 / 4500, 6);
		expect(compared).toBeGreaterThan(changed.length);
		expect(sentence).toBe(`1 number of the model changes, and ${changed.length} results with it.`);
	});

	test("a separator that is a thousandth smaller moves the same results", () => {
		const row = splitterCut.replace("7000", "7992").replace("7,000", "7,992");
		const changed = (after: DataPackage) =>
			compareResults(before, after, SCENARIO, solver)
				.changed.map(({ ref }) => JSON.stringify(ref))
				.toSorted();
		expect(changed(load(withRows(bound, "claims", row)))).toEqual(changed(cut));
	});

	test("the largest change comes first", () => {
		const { changed } = compareResults(before, cut, SCENARIO, solver);
		const sizes = changed.map(({ before: b, after: a }) => {
			const [was, is] = [b as number, a as number];
			return Math.abs(is - was) / Math.max(1, Math.abs(was), Math.abs(is));
		});
		expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
	});

	test("nothing is solved when the same package is compared with itself", () => {
		const progress: string[] = [];
		const onProgress = ({ task }: { task: string }) => progress.push(task);
		expect(compareResults(before, load(bound), SCENARIO, solver, { onProgress })).toMatchObject({
			cells: [],
			solved: false,
			changed: [],
			sentence: "No number of the model changes, and no result depends on it.",
		});
		expect(progress).toEqual([]);
	});

	test("nothing is solved for a number that the network does not use", () => {
		const other = load(withCell(bound, "capacities", 2, "latest_output_t", "7400"));
		expect(compareResults(before, other, SCENARIO, solver)).toMatchObject({
			cells: [{ table: "capacities", column: "latest_output_t" }],
			solved: false,
			sentence: "1 number of the model changes, and no result depends on it.",
		});
	});

	test("who says so is no number of the model", () => {
		const other = load(withCell(bound, "capacities", 2, "source_ids", "small_study"));
		expect(compareResults(before, other, SCENARIO, solver).cells).toEqual([]);
	});

	test("nothing is solved for a demand case that the scenario does not use", () => {
		const larger = load(withCell(bound, "demand", 1, "quantity_t", "150"));
		expect(compareResults(before, larger, SCENARIO, solver)).toMatchObject({ solved: false });
	});

	test("a cancelled comparison ends as cancelled", () => {
		const run = { signal: AbortSignal.abort() };
		expect(() => compareResults(before, cut, SCENARIO, solver, run)).toThrow("cancelled");
	});
});
