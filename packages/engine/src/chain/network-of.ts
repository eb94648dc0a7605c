import type { DataPackage } from "../dataset/index.ts";
import { buildNetwork } from "./build-network.ts";
import type { Network } from "./network.ts";
import { applyProvenance, ruleInForce } from "./provenance.ts";
import type { Scenario } from "./types.ts";

/** Network of a scenario with its provenance rule, as the solver sees it. */
export function networkOf(pkg: DataPackage, scenario: Scenario): Network {
	const network = buildNetwork(pkg, scenario);
	const { rule, dated, gaps } = ruleInForce(pkg, scenario, network.periods);
	const noted = gaps.length ? { ...network, gaps: [...network.gaps, ...gaps] } : network;
	return rule ? applyProvenance(noted, rule, { dated }) : noted;
}
