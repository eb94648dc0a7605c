import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chainModel, networkOf, referenceScenario } from "@lodegrid/engine/chain";
import { openSolver } from "@lodegrid/engine/lp";
import highsModule, { type Highs } from "highs";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { openPackage } from "../src/files.ts";
import { lodegrid, scratchFolder } from "./cli.ts";

const folder = scratchFolder();
const at = (name: string) => join(folder, name);

describe("export", () => {
	test("CSV holds the package and the solved flows, and the package part loads again", () => {
		expect(lodegrid("export", "csv", "--out", at("csv")).code).toBe(0);
		const shipments = readFileSync(at("csv/shipments.csv"), "utf8").trim().split("\n");
		expect(shipments[0]).toBe("period,material,from,to,compliant,quantity");
		expect(shipments.length).toBeGreaterThan(100);
		writeFileSync(
			at("csv/datapackage.json"),
			readFileSync(new URL("../../../data/baseline/datapackage.json", import.meta.url)),
		);
		const original = JSON.parse(lodegrid("model", "show", "--size", "--json").stdout);
		const again = JSON.parse(
			lodegrid("model", "show", "--size", "--json", "--data", at("csv")).stdout,
		);
		expect(again).toEqual(original);
	});

	test("Parquet reads back with types, gaps and what made it", async () => {
		expect(lodegrid("export", "parquet", "--out", at("parquet")).code).toBe(0);
		const bytes = readFileSync(at("parquet/capacities.parquet"));
		const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
		const rows = await parquetReadObjects({ file });
		expect(rows.length).toBeGreaterThan(200);
		expect(rows.some((row) => typeof row.effective_t_per_year === "number")).toBe(true);
		expect(
			rows.some(
				(row) => row.effective_t_per_year === null || row.effective_t_per_year === undefined,
			),
		).toBe(true);
		const keys = parquetMetadata(file).key_value_metadata?.map(({ key }) => key) ?? [];
		expect(keys).toEqual(expect.arrayContaining(["package", "package_hash", "scenario"]));
	});

	test("GeoJSON is a feature collection with longitude before latitude", () => {
		expect(lodegrid("export", "geojson", "--out", at("a.geojson")).code).toBe(0);
		const { type, features } = JSON.parse(readFileSync(at("a.geojson"), "utf8"));
		expect(type).toBe("FeatureCollection");
		const mine = features.find(({ id }: { id: string }) => id.includes("us_mountain_pass_mine"));
		expect(mine.geometry.coordinates[0]).toBeCloseTo(-115.5, 0);
		expect(mine.geometry.coordinates[1]).toBeCloseTo(35.5, 0);
	});

	test("GraphML has an edge for every flow it names nodes of", () => {
		expect(lodegrid("export", "graphml", "--out", at("a.graphml")).code).toBe(0);
		const text = readFileSync(at("a.graphml"), "utf8");
		const nodes = new Set([...text.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id));
		const ends = [...text.matchAll(/<edge [^>]*source="([^"]+)" target="([^"]+)"/g)];
		expect(ends.length).toBeGreaterThan(100);
		for (const [, source, target] of ends)
			expect(nodes.has(source) && nodes.has(target)).toBe(true);
	});

	test("the exported MPS is the model: the solver reads the file to the same optimum", async () => {
		expect(lodegrid("export", "mps", "--out", at("a.mps")).code).toBe(0);
		// The package is an ES module whose types say CommonJS.
		const highs = await (highsModule as unknown as () => Promise<Highs>)();
		const pkg = openPackage(undefined);
		const scenario = { ...referenceScenario(pkg, 2025), homeRegion: "USA" };
		using solver = await openSolver();
		const ours = solver.solve(chainModel(networkOf(pkg, scenario)).lp);
		const theirs = highs.withModel(
			{ format: "mps", data: readFileSync(at("a.mps"), "utf8") },
			(model) => {
				model.run();
				return model.getObjectiveValue();
			},
		);
		expect(Math.abs(theirs - ours.objective) / Math.abs(ours.objective)).toBeLessThan(1e-9);
	});

	test("refuses to overwrite, and leaves nothing half-written", () => {
		writeFileSync(at("b.json"), "mine");
		const { code, stderr } = lodegrid("export", "json", "--out", at("b.json"));
		expect(code).toBe(2);
		expect(stderr).toContain("--force");
		expect(readFileSync(at("b.json"), "utf8")).toBe("mine");
		writeFileSync(at("file"), "");
		expect(lodegrid("export", "csv", "--out", at("file/inside")).code).toBe(2);
		expect(existsSync(at("file/inside"))).toBe(false);
		expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
	});
});
