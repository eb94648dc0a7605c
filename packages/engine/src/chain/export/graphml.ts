import type { DataPackage } from "../../dataset/index.ts";
import { openBook } from "../diagnosis/book.ts";
import { flowGraph, type Pool } from "../diagnosis/flow-graph.ts";
import type { Network } from "../network.ts";
import type { ChainSolution } from "../types.ts";

const KEYS = [
	["kind", "node", "string"],
	["label", "node", "string"],
	["stage", "node", "string"],
	["region", "node", "string"],
	["material", "node", "string"],
	["operator", "node", "string"],
	["controller", "node", "string"],
	["period", "node", "int"],
	["flow", "edge", "string"],
	["cargo", "edge", "string"],
	["t", "edge", "double"],
] as const;

/**
 * The solved flows as GraphML text (graphml.graphdrawing.org): a node per running line, per pool
 * (material in a region) and per demand; an edge per flow with its tonnes at arrival.
 *
 * @throws RangeError when the solution is not one of this network
 */
export function toGraphml(pkg: DataPackage, network: Network, solution: ChainSolution): string {
	const book = openBook(pkg);
	const graph = flowGraph(network, solution);
	const nodes = [
		...graph.runs.map((run, v) =>
			element("node", `id="v${v}"`, {
				kind: "line",
				label: book.facilityName(run.facility),
				stage: run.stage,
				region: run.region,
				operator: book.operatorName(run.facility),
				controller: book.controller(run.facility),
				period: run.period,
			}),
		),
		...graph.pools.map((pool: Pool, i) =>
			element("node", `id="v${graph.runs.length + i}"`, {
				kind: "pool",
				label: `${book.inWords(pool.material)}${pool.compliant ? ", compliant" : ""}, ${book.regionName(pool.region)}`,
				region: pool.region,
				material: pool.material,
				period: pool.period,
			}),
		),
		...graph.deliveries.map((d, i) =>
			element("node", `id="d${i}"`, { kind: "demand", label: d.demand, period: d.period }),
		),
	];
	const edges = [
		...graph.edges.map((e) =>
			element("edge", `source="v${e.from}" target="v${e.to}"`, {
				flow: e.kind,
				cargo: e.material,
				t: e.t,
			}),
		),
		...graph.deliveries.map((d, i) =>
			element("edge", `source="v${d.vertex}" target="d${i}"`, { flow: "delivery", t: d.t }),
		),
	];
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
		...KEYS.map(
			([name, on, type]) =>
				`\t<key id="${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>`,
		),
		`\t<graph id="${escapeXml(`${pkg.name} ${pkg.version}`)}" edgedefault="directed">`,
		...nodes,
		...edges,
		"\t</graph>",
		"</graphml>",
		"",
	].join("\n");
}

function element(
	tag: "node" | "edge",
	attributes: string,
	data: Readonly<Record<string, string | number>>,
): string {
	const cells = Object.entries(data).map(
		([key, value]) => `<data key="${key}">${escapeXml(String(value))}</data>`,
	);
	return `\t\t<${tag} ${attributes}>${cells.join("")}</${tag}>`;
}

/** XML 1.0 text: markup escaped, characters it does not allow left out. */
function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/"/g, "&quot;");
}
