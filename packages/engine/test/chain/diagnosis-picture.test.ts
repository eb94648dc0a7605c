import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type ChainSolution,
	concentration,
	diagnose,
	hhi,
	type Network,
	networkOf,
	openBook,
	type Sankey,
	sankey,
	solveNetwork,
	toGeoJson,
	toGraphml,
} from "../../src/chain/index.ts";
import { openSolver, type Solver } from "../../src/lp/index.ts";
import { MAGNET_WORLD, packageOf, withPlants, YEAR_2025 } from "./diagnosis-package.ts";

const pkg = packageOf(
	withPlants(MAGNET_WORLD, { chn_recycler: ["CHN", "CHN", "recycle", 1000, 0] }),
);
const book = openBook(pkg);
let solver: Solver;
let network: Network;
let solution: ChainSolution;
beforeAll(async () => {
	solver = await openSolver();
	network = networkOf(pkg, YEAR_2025);
	solution = solveNetwork(network, solver);
});
afterAll(() => solver.dispose());

describe("the picture of the stages", () => {
	const draw = (options: Partial<Parameters<typeof sankey>[3]> = {}): Sankey =>
		sankey(solution, network, book, { element: "Nd", ...options });

	it("is acyclic from left to right, with scrap at the end and recycling as a source", () => {
		const { links, nodes, columns } = draw();
		const column = new Map(nodes.map((n) => [n.id, n.column]));
		for (const l of links)
			expect(column.get(l.source) as number).toBeLessThan(column.get(l.target) as number);
		expect(columns).toEqual([
			"mine",
			"separation",
			"recycling",
			"metal",
			"alloy",
			"magnet",
			"use",
			"scrap",
		]);
	});

	it("keeps the contained element: what enters a stage leaves it but for its losses", () => {
		const { nodes } = draw();
		const sum = (stage: string, side: "incoming" | "outgoing") =>
			nodes.filter((n) => n.stage === stage).reduce((t, n) => t + n[side], 0);
		expect(sum("use", "incoming")).toBeCloseTo(1500 * 0.3, 4);
		expect(sum("metal", "outgoing")).toBeCloseTo(1500 * 0.45, 4);
		expect(sum("alloy", "incoming")).toBeCloseTo(sum("alloy", "outgoing"), 6);
		expect(sum("magnet", "incoming") - sum("magnet", "outgoing")).toBeCloseTo(
			1500 * (0.45 - 0.3 - 0.4 * 0.3),
			4,
		);
	});

	it("counts only what ends in the product, and nothing for a product nobody wants", () => {
		expect(draw({ product: "nd_oxide" }).links).toEqual([]);
		const all = draw().links.reduce((t, l) => t + l.value, 0);
		expect(draw({ product: "magnet" }).links.reduce((t, l) => t + l.value, 0)).toBeCloseTo(all, 4);
	});

	it("merges the smaller groups of a stage on request", () => {
		const { nodes } = draw({ groupBy: "region", top: 1 });
		expect(nodes.filter((n) => n.stage === "use").map((n) => n.group)).toEqual(["CHN", "other"]);
	});
});

describe("concentration", () => {
	it("is 10,000 for one alone and 5,000 for two equals", () => {
		expect(hhi([7])).toBe(10_000);
		expect(hhi([3, 3])).toBe(5_000);
	});

	it("lies between 10,000 / n and 10,000 whatever the shares", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
				(amounts) => {
					expect(hhi(amounts)).toBeLessThanOrEqual(10_000 * (1 + 1e-12));
					expect(hhi(amounts)).toBeGreaterThanOrEqual((10_000 / amounts.length) * (1 - 1e-12));
				},
			),
		);
	});

	it("tells place from control", () => {
		const owned = packageOf(
			withPlants(MAGNET_WORLD, { jpn_sinter: ["JPN", "CHN", "sinter", 300] }),
		);
		const rows = concentration(networkOf(owned, YEAR_2025), openBook(owned), null);
		const of = (by: string) => rows.find((r) => r.material === "magnet" && r.by === by);
		expect(of("place")?.leaderShare).toBeCloseTo(4000 / 4500, 9);
		expect(of("control")?.leaderShare).toBeCloseTo(4300 / 4500, 9);
	});
});

describe("diagnose", () => {
	it("answers in one sentence and counts, names and traces the same weakest link", () => {
		const d = diagnose(pkg, YEAR_2025, { product: "magnet" }, solver);
		expect(d.title).toBe("Allied supply of magnet stops at dy metal: 0 % of allied need");
		expect(d.coverage.map((c) => c.scope)).toEqual([
			"allied",
			"home defence",
			"home commercial",
			"home",
			"allied defence",
			"allied commercial",
			"all",
		]);
		expect(d.keyNumbers.map((k) => [k.label, k.value])).toEqual([
			["Need of magnet", 500],
			["Capacity at the weakest link, dy metal", 0],
			["Could be served with rivals closed", expect.closeTo(0, 6)],
			["Now passes dy metal in plants controlled by CHN", expect.closeTo(1, 6)],
		]);
		expect(d.shortage).toBeNull();
		expect(d.shortageWithoutRivals?.text).toContain("dy metal: nobody within reach makes it");
	});

	it("does not depend on the order of rows in the tables", () => {
		const turned = Object.fromEntries(
			Object.entries(pkg.tables).map(([name, rows]) => [name, rows.toReversed()]),
		) as unknown as typeof pkg.tables;
		const answer = (of: typeof pkg) => {
			const d = diagnose(of, YEAR_2025, { product: "magnet" }, solver);
			const said = [d.title, d.keyNumbers, d.coverage, d.traces, d.marginalWithoutRivals, d.sankey];
			const round = (_: string, x: unknown) =>
				typeof x === "number" ? Number(x.toPrecision(8)) + 0 : x;
			const routes = (text: string) => text.replace(/"routes":\[.*?\]/g, "");
			return [routes(JSON.stringify(said, round)), d.shortageWithoutRivals?.text];
		};
		expect(answer({ ...pkg, tables: turned })).toEqual(answer(pkg));
	});

	it("stops when asked, and refuses a product the package does not have", () => {
		const signal = AbortSignal.abort();
		expect(() => diagnose(pkg, YEAR_2025, { product: "magnet" }, solver, { signal })).toThrow(
			/cancelled/,
		);
		expect(() => diagnose(pkg, YEAR_2025, { product: "gold" }, solver)).toThrow(/gold/);
	});
});

describe("exports", () => {
	it("writes facilities as points, longitude first, and shipments as lines", () => {
		const { features } = JSON.parse(toGeoJson(pkg, network, solution));
		const mine = features.find((f: { id: string }) => f.id === "aus_mine");
		expect(mine.geometry).toEqual({ type: "Point", coordinates: [2, 1] });
		expect(mine.properties.capacities).toEqual([
			{ unit: "aus_mine_unit", stage: "mine", effective_t_per_year: 1000 },
		]);
		const lines = features.filter(
			(f: { geometry: { type: string } }) => f.geometry.type !== "Point",
		);
		const shipped = lines.reduce(
			(t: number, f: { properties: { t: number } }) => t + f.properties.t,
			0,
		);
		expect(shipped).toBeCloseTo(
			solution.shipments.reduce((t, s) => t + s.quantity, 0),
			6,
		);
	});

	it("writes every flow as GraphML, markup escaped", () => {
		const tricky = packageOf(
			withPlants(MAGNET_WORLD, { chn_recycler: ["CHN", "CHN", "recycle", 1000, 0] }),
		);
		(tricky.tables.facilities[0] as { name: string }).name = 'Smith & "Sons" <Mine>\u0001';
		const text = toGraphml(tricky, network, solution);
		expect(text.match(/<edge /g)?.length).toBeGreaterThan(10);
		expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
		expect(text.match(/<node id="/g)?.length).toBe(text.match(/<\/node>/g)?.length);
		const ids = new Set([...text.matchAll(/<node id="(\w+)"/g)].map((m) => m[1]));
		for (const [, source, target] of text.matchAll(/source="(\w+)" target="(\w+)"/g))
			expect(ids.has(source) && ids.has(target)).toBe(true);
	});
});
