import type { Bloc, Sankey } from "@lodegrid/engine/chain";
import { describe, expect, it } from "vitest";
import { layOut } from "../../src/pages/chain/layout.ts";
import { neighbour } from "../../src/pages/chain/walk.ts";

/** Two mines feed two metal makers; one product. */
const SANKEY: Sankey = {
	element: "Dy",
	unit: "t Dy contained",
	columns: ["mine", "metal", "use"],
	nodes: [
		node("mine|AUS", 0, 0, 30),
		node("mine|CHN", 0, 0, 70),
		node("metal|JPN", 1, 30, 30),
		node("metal|CHN", 1, 70, 70),
		node("use|USA", 2, 100, 0),
	],
	links: [
		link("mine|AUS", "metal|JPN", 30),
		link("mine|CHN", "metal|CHN", 70),
		link("metal|JPN", "use|USA", 30),
		link("metal|CHN", "use|USA", 70),
	],
};
const BLOCS: Record<string, Bloc> = {
	"mine|AUS": "allied",
	"mine|CHN": "rival",
	"metal|JPN": "allied",
	"metal|CHN": "rival",
	"use|USA": "home",
};
const FRAME = { length: 1000, breadth: 300, node: 10, gap: 20 };

describe("the picture of the chain", () => {
	const placed = layOut(SANKEY, BLOCS, FRAME);
	const at = (id: string) => placed.nodes.find((some) => some.id === id);

	it("stands stages left to right and keeps nodes of a stage apart and inside the frame", () => {
		expect(at("mine|AUS")?.x0).toBe(0);
		expect(at("use|USA")?.x1).toBe(1000);
		for (const { start } of placed.columns) {
			const column = placed.nodes.filter(({ x0 }) => x0 === start);
			for (const [i, { y0, y1 }] of column.entries()) {
				expect(y0).toBeGreaterThanOrEqual(i === 0 ? 0 : (column[i - 1]?.y1 ?? 0));
				expect(y1).toBeLessThanOrEqual(300 + 1e-9);
			}
		}
	});

	it("draws every flow as wide as its tonnes, the same scale everywhere", () => {
		const scales = placed.links.map(({ width, link }) => width / link.value);
		for (const scale of scales) expect(scale).toBeCloseTo(scales[0] as number, 9);
		expect((at("metal|CHN")?.y1 ?? 0) - (at("metal|CHN")?.y0 ?? 0)).toBeCloseTo(
			70 * (scales[0] as number),
			9,
		);
	});

	it("puts allies above rivals", () => {
		expect(at("metal|JPN")?.y1).toBeLessThan(at("metal|CHN")?.y0 ?? 0);
	});

	it("is walked with the arrows", () => {
		const mine = at("mine|AUS");
		if (!mine) throw new Error("no mine");
		expect(neighbour(placed, mine, "ArrowRight", false)?.id).toBe("metal|JPN");
		expect(neighbour(placed, mine, "ArrowDown", false)?.id).toBe("mine|CHN");
		expect(neighbour(placed, mine, "ArrowLeft", false)).toBeUndefined();
		expect(neighbour(placed, mine, "Enter", false)).toBeUndefined();
	});
});

function node(id: string, column: number, incoming: number, outgoing: number) {
	const [stage = "", group = ""] = id.split("|");
	return { id, stage, group, column, incoming, outgoing, facilities: [] };
}

function link(source: string, target: string, value: number) {
	return { source, target, value, materials: [] };
}
