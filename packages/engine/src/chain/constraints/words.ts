/** Rows and columns in the user's nouns. */
import type { Network } from "../network.ts";

export function periodLabel(network: Network, t: number): string {
	return network.periods[t]?.label ?? `period ${t}`;
}

export function nodeWords(network: Network, node: number): string {
	const { material, region, compliant } = network.nodes[node] as Network["nodes"][number];
	const kind = compliant ? "compliant " : "";
	return `${kind}${network.materials[material]?.id} in ${network.regions[region]}`;
}

export function tonnes(value: number): string {
	return `${Number(value.toPrecision(6))} t`;
}
