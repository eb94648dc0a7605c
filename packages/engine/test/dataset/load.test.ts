import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem, loadPackage, TABLES, type Table } from "../../src/dataset/index.ts";
import {
	BASELINE,
	encode,
	messages,
	readFolder,
	SMALL,
	textOf,
	withCell,
	withFile,
	withRows,
} from "./packages.ts";

const small = readFolder(SMALL);

describe("a good package", () => {
	const loaded = loadPackage(small);
	if (!loaded.ok) throw new Error(messages(loaded).join("\n"));
	const { pkg } = loaded;

	it("comes as typed rows, gaps as null", () => {
		expect([pkg.name, pkg.version]).toEqual(["small-chain", "1.0.0"]);
		expect(pkg.tables.lanes[0]).toMatchObject({
			cargo: "oxide",
			freight_usd_per_t: 200,
			capacity_t_per_year: null,
			source_ids: ["small_chain", "a_open_market"],
		});
		expect(pkg.tables.sectors.map((row) => row.defence)).toEqual([true, false]);
		expect(Object.keys(pkg.tables)).toEqual(Object.keys(TABLES));
	});

	it("has no warnings", () => {
		expect(messages(loaded)).toEqual([]);
	});
});

describe("a package with problems", () => {
	it("names all of them at once, in the order of tables and rows, errors first", () => {
		let files = withCell(small, "lines", 2, "facility_id", "spliter");
		files = withCell(files, "lines", 1, "variable_cost_usd_per_t", "-1");
		files = withCell(files, "materials", 1, "stage", "mining");
		files = withFile(files, "notes.csv", "a\n");
		expect(messages(loadPackage(files))).toEqual([
			'error materials.csv row 2, stage: unknown value: found "mining", expected one of supply, mine, cracking, separation, metal, alloy, magnet, recycling, use, nearest valid "mine"',
			'error lines.csv row 2, variable_cost_usd_per_t: negative: found "-1", expected a number from 0 to 10000000, USD/t reference flow, nearest valid "0"',
			'error lines.csv row 3, facility_id: unknown id: found "spliter", expected an id of facilities.id, nearest valid "splitter"',
			'warning notes.csv: no such table, not read: found "notes.csv", expected a declared table',
		]);
	});

	it("names an unknown id once, with the number of its rows", () => {
		const files = withFile(
			small,
			"regions.csv",
			textOf(small, "regions.csv").replace("USA,", "US,"),
		);
		const lanes = loadPackage(files).problems.filter((problem) => problem.table === "lanes");
		expect(lanes.map(formatProblem)).toEqual([
			'error lanes.csv row 2, to_region_id: unknown id, here and in 1 later row: found "USA", expected an id of regions.id, nearest valid "US"',
			'error lanes.csv row 4, from_region_id: unknown id: found "USA", expected an id of regions.id, nearest valid "US"',
		]);
	});

	it("lists at most so many of a column and counts the rest", () => {
		const rows = Array.from({ length: 5000 }, (_, n) => `s${n},T,P,,yesterday,press,`);
		const { problems } = loadPackage(withRows(small, "sources", ...rows));
		expect(problems).toHaveLength(51);
		expect(problems.at(-1)?.message).toBe("4950 more errors here, not listed");
	});

	it("does not blame references to a table that could not be read", () => {
		const { problems } = loadPackage(withFile(small, "regions.csv", null));
		expect(problems.map((problem) => problem.table)).toEqual(["regions"]);
	});

	it("does not blame references to a row that has another problem", () => {
		const { problems } = loadPackage(withCell(small, "regions", 1, "latitude", "south"));
		expect(problems.map((problem) => problem.table)).toEqual(["regions"]);
	});

	it("is empty: every file is missing", () => {
		const { problems } = loadPackage(new Map());
		const needed = Object.values<Table>(TABLES).filter((table) => !table.optional);
		expect(problems).toHaveLength(1 + needed.length);
	});

	it("warns of a line in a stage that its facility is not listed for", () => {
		const loaded = loadPackage(withCell(small, "facilities", 2, "stages", "metal;alloy"));
		expect(messages(loaded)).toEqual([
			'warning lines.csv row 3, process_id: splitter is not listed for the stage of separate_small: found "separation", expected one of its stages in facilities: metal, alloy',
		]);
	});

	it("warns of a unit without a capacity and of one far above its nameplate", () => {
		const more = withCell(small, "capacities", 4, "effective_t_per_year", "6251");
		const unit = withRows(more, "lines", "p2,pit,pit_two,mine_small,1,small_chain,high,");
		expect(messages(loadPackage(unit))).toEqual([
			'warning lines.csv row 5, unit_id: no capacity known: found "pit_two", expected a row of capacities; until then the unit counts as nothing',
			'warning capacities.csv row 5, effective_t_per_year: effective capacity far above nameplate: found "6251", expected at most 1.25 × 5000',
		]);
	});

	it("warns of what is used and not made", () => {
		const extra = withRows(
			withRows(small, "materials", "argon,Argon,supply,gross,t,,gas,,small_chain,high,"),
			"recipes",
			"sinter_ndfeb,argon,input,0.1,,,small_chain,high,",
		);
		const loaded = loadPackage(extra);
		expect(loaded.ok).toBe(true);
		expect(messages(loaded)).toEqual([
			'warning recipes.csv row 9, material_id: used, and no line makes it: found "argon", expected a line whose process makes it',
		]);
	});
});

it("nothing that stands in datapackage.json makes the loader throw", () => {
	const descriptor = JSON.parse(textOf(small, "datapackage.json"));
	const keys = fc.constantFrom("name", "version", "resources");
	fc.assert(
		fc.property(keys, fc.jsonValue(), fc.nat({ max: 21 }), (key, value, index) => {
			const resources = descriptor.resources.with(index, value);
			const odd =
				key === "resources" ? { ...descriptor, resources } : { ...descriptor, [key]: value };
			const text = JSON.stringify(odd);
			const { ok, problems } = loadPackage(withFile(small, "datapackage.json", text));
			expect(ok).toBe(problems.length === 0);
		}),
	);
});

describe("following and stopping a load", () => {
	it("reports progress to the end and stops when told to", () => {
		const seen: number[] = [];
		loadPackage(small, { onProgress: ({ done, total }) => seen.push(done / total) });
		expect(seen).toEqual(seen.toSorted((a, b) => a - b));
		expect(seen.length).toBe(Object.keys(TABLES).length + 1);
		const signal = AbortSignal.abort(new Error("stopped"));
		expect(() => loadPackage(small, { signal })).toThrow("stopped");
	});
});

it("takes time in proportion to the rows", () => {
	const tiled = (times: number) => {
		const text = textOf(small, "prices.csv");
		const row = text.split("\n")[1] ?? "";
		const rows = Array.from({ length: times }, (_, n) => row.replace("ndpr_2025", `p${n}`));
		return withFile(small, "prices.csv", encode(`${text}${rows.join("\n")}\n`));
	};
	const seconds = (times: number) => {
		const files = tiled(times);
		const started = performance.now();
		expect(loadPackage(files).ok).toBe(true);
		return (performance.now() - started) / 1000;
	};
	seconds(4000);
	expect(seconds(80_000) / Math.max(seconds(4000), 0.005)).toBeLessThan(100);
});

it("the shipped package loads without an error", () => {
	const loaded = loadPackage(readFolder(BASELINE));
	expect(messages(loaded).filter((message) => message.startsWith("error"))).toEqual([]);
});
