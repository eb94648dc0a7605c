import type { DataPackage } from "../../dataset/index.ts";
import type { CellRef } from "../../evidence/index.ts";
import { contextOf } from "../build/context.ts";
import { sortedLaneRows } from "../build/lanes.ts";
import type { Network } from "../network.ts";
import type { Scenario } from "../types.ts";
import { spanOf, yearsOf } from "./horizon.ts";
import { type Upstream, upstreamOf } from "./restrict.ts";
import type { ChainResultRef } from "./result.ts";

type Test = (key: string) => boolean;

/**
 * Whether a number can be in what a result is worked out from, told by its table, row and column:
 * rows of other years, plants that do not run, notes beside the model's own columns are not. A
 * number that passes may still move nothing.
 */
export function touchTest(
	pkg: DataPackage,
	scenario: Scenario,
	network: Network,
	ref: ChainResultRef,
): (cell: CellRef) => boolean {
	const upstream = ownChain(pkg, ref);
	const tests = new Map<string, Test>([
		["capacities/effective_t_per_year", capacityTest(pkg, scenario, network, upstream)],
		["recipes/coefficient", recipeTest(pkg, network, upstream)],
		["compositions/fraction", (key) => upstream?.materials.has(part(key, 0)) ?? true],
		["elements/oxide_per_element", () => true],
		["demand/quantity_t", demandTest(pkg, scenario, ref)],
	]);
	if (ref.kind === "coverage" || ref.kind === "weakest") {
		const lanes = laneTest(pkg, scenario, network, ref.product);
		tests.set("lanes/loss_fraction", lanes);
	} else
		for (const [name, test] of flowTests(pkg, scenario, network, upstream)) tests.set(name, test);
	return ({ table, row, column }) => tests.get(`${table}/${column}`)?.(row) ?? false;
}

/** Results about one product alone rest on what goes into it; the others on the whole chain. */
function ownChain(pkg: DataPackage, ref: ChainResultRef): Upstream | null {
	return ref.kind === "coverage" || ref.kind === "weakest" || ref.kind === "alone"
		? upstreamOf(pkg, [ref.product])
		: null;
}

/** Tables that decide flows, but not capacity against need. */
function flowTests(
	pkg: DataPackage,
	scenario: Scenario,
	network: Network,
	upstream: Upstream | null,
): [string, Test][] {
	const { first, last } = spanOf(scenario);
	const lines = new Set(network.lines.map((line) => line.id));
	const lanes = laneTest(pkg, scenario, network, null);
	const stores = new Set(network.stores.map((store) => store.id));
	const stocked = (key: string) =>
		stores.has(`${part(key, 0)}:${part(key, 1)}`) && part(key, 2) < last;
	const held = new Set(network.stores.map((store) => store.material));
	const sectors = new Set(network.demands.map((demand) => demand.sector));
	const capacity = capacityTest(pkg, scenario, network, upstream);
	const priceOf = new Map(pkg.tables.prices.map((row) => [row.id, row.material_id ?? ""]));
	return [
		["capacities/committed_t_per_year", capacity],
		["lines/variable_cost_usd_per_t", (key) => lines.has(key)],
		["lanes/freight_usd_per_t", lanes],
		["lanes/lead_time_days", (key) => scenario.periods.length > 1 && lanes(key)],
		["lanes/loss_fraction", lanes],
		["lanes/tariff_usd_per_t", lanes],
		["lanes/capacity_t_per_year", lanes],
		["stocks/quantity_t", stocked],
		["stocks/storage_t", stocked],
		["stocks/holding_cost_usd_per_t_year", stocked],
		["sectors/shortage_penalty_usd_per_t", (key) => sectors.has(key)],
		["materials/disposal_cost_usd_per_t", () => true],
		["prices/price_usd_per_kg", (key) => held.has(priceOf.get(key) ?? "")],
		["measure_effects/value", effectTest(pkg, scenario, first, last)],
	];
}

function capacityTest(
	pkg: DataPackage,
	scenario: Scenario,
	network: Network,
	upstream: Upstream | null,
): Test {
	const { first, last } = spanOf(scenario);
	const running = new Set(network.units.map((unit) => unit.id));
	const wanted =
		upstream &&
		new Set(
			pkg.tables.lines
				.filter((line) => upstream.processes.has(line.process_id))
				.map((line) => line.unit_id),
		);
	const inForce = new Set<string>();
	for (const rows of Map.groupBy(pkg.tables.capacities, (row) => row.unit_id).values()) {
		const dated = rows.toSorted((a, b) => (a.from_date < b.from_date ? -1 : 1));
		for (const [k, row] of dated.entries()) {
			const until = dated[k + 1]?.from_date ?? "9999-12-31";
			if (row.from_date < last && until > first) inForce.add(`${row.unit_id}|${row.from_date}`);
		}
	}
	return (key) => {
		const unit = part(key, 0);
		return running.has(unit) && (wanted?.has(unit) ?? true) && inForce.has(key);
	};
}

function recipeTest(pkg: DataPackage, network: Network, upstream: Upstream | null): Test {
	const run = new Set(network.lines.map((line) => line.process));
	const idle = new Set(pkg.tables.processes.map(({ id }) => id).filter((id) => !run.has(id)));
	return (key) => {
		const process = part(key, 0);
		return upstream ? upstream.processes.has(process) : !idle.has(process);
	};
}

function demandTest(pkg: DataPackage, scenario: Scenario, ref: ChainResultRef): Test {
	const years = yearsOf(scenario);
	const defence = new Set(pkg.tables.sectors.filter((row) => row.defence).map((row) => row.id));
	const product =
		ref.kind === "coverage" || ref.kind === "weakest" || ref.kind === "alone" ? ref.product : null;
	return (key) => {
		const [material, , sector = "", year, which] = key.split("|");
		const wanted = defence.has(sector) ? scenario.defenceCase : "base";
		return (product ?? material) === material && years.has(Number(year)) && which === wanted;
	};
}

/** Rows of lanes that the network was expanded from; with a product, those of its goods. */
function laneTest(
	pkg: DataPackage,
	scenario: Scenario,
	network: Network,
	product: string | null,
): Test {
	const rows = sortedLaneRows(contextOf(pkg, scenario));
	const upstream = product === null ? null : upstreamOf(pkg, [product]).materials;
	const used = new Set<string>();
	for (let l = 0; l < network.lanes.count; l++) {
		const node = network.nodes[network.lanes.from[l] as number];
		const material = network.materials[node?.material ?? -1]?.id ?? "";
		if (upstream && !upstream.has(material)) continue;
		const row = rows[network.lanes.row[l] as number];
		if (row) used.add([row.cargo, row.from_region_id, row.to_region_id].join("|"));
	}
	return (key) => used.has(key);
}

function effectTest(pkg: DataPackage, scenario: Scenario, first: string, last: string): Test {
	const { measures } = scenario;
	const inForce = new Set(
		pkg.tables.measure_effects
			.filter((row) => row.from_date < last && (row.to_date === null || row.to_date >= first))
			.filter((row) => measures === "dated" || (measures?.includes(row.measure_id) ?? false))
			.map((row) => row.measure_id),
	);
	return (key) => inForce.has(part(key, 0));
}

/** One of the key columns, which are joined by `|`. */
function part(key: string, n: number): string {
	return key.split("|")[n] ?? "";
}
