import type { DataPackage } from "../dataset/index.ts";
import { dayOf, shareOf, spanOf } from "./build/calendar.ts";
import type { Demand, Line, Network, Period } from "./network.ts";
import { emptyPipeline } from "./pipeline.ts";
import { coveredMaterials } from "./provenance-cover.ts";
import { type Placed, placeCompliant, splitLanes, splitLines } from "./provenance-split.ts";
import type { Scenario } from "./types.ts";

export type ProvenanceRule = DataPackage["tables"]["provenance_rules"][number];

/**
 * A network in which demand bound by a rule takes compliant material only.
 *
 * Every covered material splits into compliant and any. A line that stands at an eligible place
 * (its stage is not covered, or its region is not excluded) and runs on compliant inputs makes
 * compliant output; it shares its unit's capacity with its ordinary run, and lanes share their
 * limits. Compliant may be used as any, never the reverse. Initial stocks are any. A recycling
 * step takes scrap of any origin: provenance begins there.
 *
 * @param options.dated bind demand only in the part of each period in which the rule is in force
 */
export function applyProvenance(
	network: Network,
	rule: ProvenanceRule,
	options: { readonly dated?: boolean } = {},
): Network {
	const covered = coveredMaterials(network, rule);
	const eligible = (line: Line) =>
		!rule.stages.includes(line.stage) || !rule.excluded_region_ids.includes(line.region);
	const demands = bindDemands(network, rule, options.dated ?? false);
	const placed = placeCompliant(network, covered, eligible, demands);
	const lines = splitLines(network, covered, eligible, placed);
	const split = splitLanes(network, placed);
	const linesOf = network.units.map((): number[] => []);
	for (const [k, line] of lines.entries()) linesOf[line.unit]?.push(k);
	return {
		...network,
		provenanceRule: rule.id,
		nodes: placed.nodes,
		nodeOf: placed.nodeOf,
		lines,
		units: network.units.map((unit, u) => ({ ...unit, lines: linesOf[u] ?? [] })),
		...split,
		demands: demands.map((demand) => moveToCompliant(demand, placed)),
		stores: network.stores.map((store) => {
			const compliant = placed.compliantOf[store.nodes[0] as number] as number;
			return compliant < 0 ? store : { ...store, nodes: [...store.nodes, compliant] };
		}),
		conversions: placed.conversions,
		pipeline: emptyPipeline(split.lanes, network.periods.length),
	};
}

/**
 * The rule a scenario asks for. "dated" takes the rule in force for the longest part of the
 * horizon; a network carries one rule, so any other in force is left out and noted.
 */
export function ruleInForce(
	pkg: DataPackage,
	scenario: Scenario,
	periods: readonly Period[],
): { rule: ProvenanceRule | null; dated: boolean; gaps: string[] } {
	const rules = pkg.tables.provenance_rules;
	if (scenario.provenanceRule !== "dated") {
		const rule = rules.find(({ id }) => id === scenario.provenanceRule);
		return { rule: rule ?? null, dated: false, gaps: [] };
	}
	const years = (rule: ProvenanceRule) =>
		periods.reduce((sum, period) => sum + period.years * inForce(rule, period), 0);
	const [longest, ...others] = rules
		.filter((rule) => years(rule) > 0)
		.sort((a, b) => years(b) - years(a) || (a.id < b.id ? -1 : 1));
	return {
		rule: longest ?? null,
		dated: true,
		gaps: others.map(({ id }) => `provenance rule ${id} is in force too and was left out`),
	};
}

function inForce(rule: ProvenanceRule, period: Period): number {
	const to = rule.to_date === null ? null : dayOf(rule.to_date) + 1;
	return shareOf(spanOf(period), dayOf(rule.from_date), to);
}

/** Bound demand as demand of its own; what the rule does not bind stays as it was. */
function bindDemands(network: Network, rule: ProvenanceRule, dated: boolean): Demand[] {
	const share = network.periods.map((period) => (dated ? inForce(rule, period) : 1));
	return network.demands.flatMap((demand) => {
		const binds =
			rule.product_ids.includes(demand.material) &&
			rule.buyer_region_ids.includes(demand.region) &&
			rule.sector_ids.includes(demand.sector);
		if (!binds) return [demand];
		const part = (of: (share: number) => number) =>
			demand.quantity.map((value, t) => value * of(share[t] as number));
		return [
			{ ...demand, quantity: part((s) => 1 - s) },
			{ ...demand, id: `${demand.id}:compliant`, bound: true, quantity: part((s) => s) },
		].filter(({ quantity }) => quantity.some((value) => value > 0));
	});
}

function moveToCompliant(demand: Demand, placed: Placed): Demand {
	if (!demand.bound) return demand;
	return { ...demand, node: placed.compliantOf[demand.node] as number };
}
