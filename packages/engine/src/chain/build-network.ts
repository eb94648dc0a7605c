import type { DataPackage } from "../dataset/index.ts";
import { byId, type Context, contextOf, groupBy } from "./build/context.ts";
import { type DemandDraft, draftDemands } from "./build/demands.ts";
import { discountOf } from "./build/discount.ts";
import { limitLanes } from "./build/lane-limits.ts";
import { datePeriods } from "./build/lane-periods.ts";
import { expandLanes, sortedLaneRows } from "./build/lanes.ts";
import { tieLines } from "./build/lines.ts";
import { draftMaterials } from "./build/materials.ts";
import { effectsInForce } from "./build/measures.ts";
import { type Nodes, placeNodes } from "./build/nodes.ts";
import { draftStores, type StoreDraft } from "./build/stores.ts";
import { draftUnits } from "./build/units.ts";
import type { Demand, Network, Store } from "./network.ts";
import { emptyPipeline } from "./pipeline.ts";
import type { Scenario } from "./types.ts";

/**
 * What a data package and a scenario come to: nodes, units, lines, lanes, limits, demands and
 * stores, without any provenance rule (see `applyProvenance`). Rows may come in any order; numbers
 * that are bound to claims are resolved first.
 *
 * @throws RangeError when the scenario names something the package does not have
 */
export function buildNetwork(given: DataPackage, scenario: Scenario): Network {
	const context = contextOf(given, scenario);
	const { pkg } = context;
	const recipes = groupBy(pkg.tables.recipes, (row) => row.process_id);
	const drafts = draftUnits(context);
	const demandDrafts = draftDemands(context);
	const storeDrafts = draftStores(context);
	const nodes = placeNodes(context, drafts, recipes, demandDrafts, storeDrafts);
	const { units, lines } = tieLines(context, drafts, recipes, nodes);
	const demands = demandDrafts.map((draft) => tieDemand(context, draft, nodes));
	const stores = storeDrafts.map((draft) => tieStore(context, draft, nodes));
	const laneRows = sortedLaneRows(context);
	const { lanes, drafts: laneDrafts } = expandLanes(context, nodes, laneRows);
	const effects = effectsInForce(context, laneDrafts);
	datePeriods(context, lanes, laneRows, laneDrafts, effects);
	const laneLimits = limitLanes(context, laneRows, effects, {
		lanes,
		units,
		unitCapacity: drafts.capacity,
		lines,
		demands,
		nodeCount: nodes.nodes.length,
		stores,
	});
	return {
		package: { name: pkg.name, version: pkg.version, hash: pkg.hash },
		scenario,
		provenanceRule: null,
		periods: context.periods,
		discount: discountOf(scenario.discountRate ?? 0, context.periods),
		regions: context.regions,
		materials: draftMaterials(context, pkg.tables.materials.toSorted(byId)),
		nodes: nodes.nodes,
		nodeOf: nodes.nodeOf,
		units,
		unitCapacity: drafts.capacity,
		unitCommitted: drafts.committed,
		lines,
		lanes,
		laneLimits,
		demands,
		stores,
		conversions: [],
		pipeline: emptyPipeline(lanes, context.periods.length),
		tiers: [...new Set(demands.map((demand) => demand.tier))].sort((a, b) => a - b),
		gaps: context.gaps,
	};
}

function tieDemand(context: Context, draft: DemandDraft, nodes: Nodes): Demand {
	return {
		...draft,
		id: `${draft.material}:${draft.region}:${draft.sector}`,
		node: nodeFor(context, nodes, draft.material, draft.region),
		bound: false,
	};
}

function tieStore(context: Context, draft: StoreDraft, nodes: Nodes): Store {
	return {
		...draft,
		id: `${draft.material}:${draft.region}`,
		nodes: [nodeFor(context, nodes, draft.material, draft.region)],
	};
}

function nodeFor(context: Context, nodes: Nodes, material: string, region: string): number {
	const at = context.materialAt.get(material) as number;
	const place = context.regionAt.get(region) as number;
	return nodes.nodeOf[at * context.regions.length + place] as number;
}
