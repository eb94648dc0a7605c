import type { Network } from "./network.ts";
import type { Optimum } from "./optimise.ts";
import { shortageSlope } from "./sensitivity.ts";
import type {
	Balance,
	Delivery,
	LimitUse,
	LineFlow,
	Shipment,
	TierResult,
	UnitUse,
} from "./types.ts";

/** Below this, t, a quantity is the solver's rounding or the room left when a tier is fixed. */
const NOTHING = 2e-6;

export function extractLines({ network, layout, result }: Optimum): LineFlow[] {
	const { periods, columns } = layout;
	const flows: LineFlow[] = [];
	for (const [k, line] of network.lines.entries())
		for (let t = 0; t < periods; t++) {
			const activity = result.colValue[columns.run + k * periods + t] as number;
			if (activity < NOTHING) continue;
			const { facility, process, stage, region, compliant } = line;
			flows.push({
				line: line.id,
				facility,
				process,
				stage,
				region,
				period: t,
				compliant,
				activity,
			});
		}
	return flows;
}

export function extractShipments({ network, layout, result }: Optimum): Shipment[] {
	const { periods, columns } = layout;
	const { count, from, to } = network.lanes;
	const shipments: Shipment[] = [];
	for (let l = 0; l < count; l++)
		for (let t = 0; t < periods; t++) {
			const quantity = result.colValue[columns.ship + l * periods + t] as number;
			if (quantity < NOTHING) continue;
			const origin = network.nodes[from[l] as number] as Network["nodes"][number];
			const target = network.nodes[to[l] as number] as Network["nodes"][number];
			shipments.push({
				material: network.materials[origin.material]?.id ?? "",
				from: network.regions[origin.region] ?? "",
				to: network.regions[target.region] ?? "",
				period: t,
				compliant: origin.compliant,
				quantity,
			});
		}
	return shipments;
}

export function extractDeliveries({ network, layout, result }: Optimum): Delivery[] {
	const { periods, columns } = layout;
	return network.demands.flatMap((demand, d) => {
		const { id, material, region, sector, tier, bound } = demand;
		return Array.from({ length: periods }, (_, t) => {
			const required = demand.quantity[t] as number;
			const short = clean(result.colValue[columns.short + d * periods + t] as number);
			const shortage = Math.min(short, required);
			const delivered = required - shortage;
			return {
				demand: id,
				material,
				region,
				sector,
				tier,
				bound,
				period: t,
				required,
				delivered,
				shortage,
			};
		});
	});
}

export function extractUnits(optimum: Optimum): UnitUse[] {
	const { network, layout, result, tiers } = optimum;
	const { periods, columns, rows } = layout;
	const slope = new Float64Array(tiers.length);
	return network.units.flatMap((unit, u) =>
		network.periods.map(({ years }, t) => {
			const row = rows.capacity + u * periods + t;
			shortageSlope(tiers, layout, row, slope);
			const byTier = Array.from(slope, (value) => 0 - value * years);
			let used = 0;
			for (const k of unit.lines) used += result.colValue[columns.run + k * periods + t] as number;
			return {
				unit: unit.id,
				facility: unit.facility,
				region: unit.region,
				stage: unit.stage,
				period: t,
				capacity: network.unitCapacity[u * periods + t] as number,
				used: clean(used),
				rent: positive((-(result.rowDual[row] as number) * years) / discountAt(network, t)),
				shortageRent: positive(sum(byTier)),
				shortageRentByTier: byTier,
			};
		}),
	);
}

export function extractLimits({ network, layout, result, tiers }: Optimum): LimitUse[] {
	const { periods, columns, rows, limits } = layout;
	const slope = new Float64Array(tiers.length);
	return Array.from(limits.of, (q, k) => {
		const t = limits.period[k] as number;
		const { id, measure, lanes, limit } = network.laneLimits[q] as Network["laneLimits"][number];
		const years = network.periods[t]?.years ?? 1;
		shortageSlope(tiers, layout, rows.limit + k, slope);
		let used = 0;
		for (const l of lanes) used += result.colValue[columns.ship + l * periods + t] as number;
		return {
			limit: id,
			measure,
			period: t,
			capacity: limit[t] as number,
			used: clean(used),
			rent: positive(
				(-(result.rowDual[rows.limit + k] as number) * years) / discountAt(network, t),
			),
			shortageRent: positive(-sum([...slope]) * years),
		};
	});
}

export function extractBalances(optimum: Optimum): Balance[] {
	const { network, layout, result, tiers } = optimum;
	const { periods, columns, rows } = layout;
	const stock = new Float64Array(network.nodes.length * periods);
	const surplus = new Float64Array(network.nodes.length * periods);
	const spread = (into: Float64Array, nodes: Int32Array, first: number) => {
		for (const [h, node] of nodes.entries())
			for (let t = 0; t < periods; t++)
				into[node * periods + t] = clean(result.colValue[first + h * periods + t] as number);
	};
	spread(stock, layout.storeNodes, columns.stock);
	spread(surplus, layout.surplusNodes, columns.surplus);
	const slope = new Float64Array(tiers.length);
	return network.nodes.flatMap(({ material, region, compliant }, node) =>
		network.periods.map((_, t) => {
			const k = node * periods + t;
			shortageSlope(tiers, layout, rows.balance + k, slope);
			return {
				material: network.materials[material]?.id ?? "",
				region: network.regions[region] ?? "",
				period: t,
				compliant,
				stock: stock[k] as number,
				surplus: surplus[k] as number,
				scarcityPrice: (result.rowDual[rows.balance + k] as number) / discountAt(network, t),
				shortagePrice: sum([...slope]),
				shortagePriceByTier: [...slope],
			};
		}),
	);
}

export function extractTiers(optimum: Optimum, deliveries: readonly Delivery[]): TierResult[] {
	const { network, layout, result } = optimum;
	return network.tiers.map((tier, n) => {
		const own = deliveries.filter((delivery) => delivery.tier === tier);
		return {
			tier,
			required: sum(own.map(({ required }) => required)),
			shortage: sum(own.map(({ shortage }) => shortage)),
			price: positive(-(result.rowDual[layout.rows.tier + n] as number)),
		};
	});
}

/** Duals are of discounted cost; divided by this they are money of the period. */
function discountAt(network: Network, t: number): number {
	return network.discount.middle[t] as number;
}

function clean(value: number): number {
	return value < NOTHING ? 0 : value;
}

function positive(value: number): number {
	return value > 1e-9 ? value : 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
