import type { Line, Network, Node } from "./network.ts";
import type { ProvenanceRule } from "./provenance.ts";

/** What a process takes and makes, as materials. */
interface Recipe {
	readonly stage: string;
	readonly inputs: readonly number[];
	readonly outputs: readonly number[];
}

/**
 * Materials that a rule tells apart (1 by material): the products, and what goes into them
 * upstream as far as some covered stage lies at or above it. Recycling ends the search: the
 * origin of scrap is not asked.
 */
export function coveredMaterials(network: Network, rule: ProvenanceRule): Uint8Array {
	const recipes = recipesOf(network);
	const upstream = upstreamOf(network, rule, recipes);
	const covered = new Uint8Array(network.materials.length);
	let changed = true;
	while (changed) {
		changed = false;
		for (const { stage, inputs, outputs } of recipes) {
			const passes = stage !== "recycling" && inputs.some((m) => covered[m]);
			if (!passes && !rule.stages.includes(stage)) continue;
			for (const m of outputs)
				if (upstream[m] && !covered[m]) {
					covered[m] = 1;
					changed = true;
				}
		}
	}
	for (const [m, { id }] of network.materials.entries())
		if (rule.product_ids.includes(id)) covered[m] = 1;
	return covered;
}

function upstreamOf(network: Network, rule: ProvenanceRule, recipes: readonly Recipe[]) {
	const upstream = new Uint8Array(network.materials.length);
	for (const [m, { id }] of network.materials.entries())
		if (rule.product_ids.includes(id)) upstream[m] = 1;
	let changed = true;
	while (changed) {
		changed = false;
		for (const { stage, inputs, outputs } of recipes) {
			if (stage === "recycling" || !outputs.some((m) => upstream[m])) continue;
			for (const m of inputs)
				if (!upstream[m]) {
					upstream[m] = 1;
					changed = true;
				}
		}
	}
	return upstream;
}

/** One recipe per process: every line of a process has the same. */
function recipesOf(network: Network): Recipe[] {
	const byProcess = new Map<string, Line>();
	for (const line of network.lines)
		if (!byProcess.has(line.process)) byProcess.set(line.process, line);
	const material = (node: number) => (network.nodes[node] as Node).material;
	return [...byProcess.values()].map((line) => ({
		stage: line.stage,
		inputs: line.inputs.map((flow) => material(flow.node)),
		outputs: line.outputs.map((flow) => material(flow.node)),
	}));
}
