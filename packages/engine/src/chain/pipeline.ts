import type { Lanes, Network, Pipeline } from "./network.ts";

/**
 * Places for goods that were sent before the first period and arrive in it or after: a lane
 * whose lead time spans n periods has arrivals open in periods 0 to n-1. Quantities are 0.
 */
export function emptyPipeline(lanes: Lanes, periods: number): Pipeline {
	const lane: number[] = [];
	const period: number[] = [];
	for (let l = 0; l < lanes.count; l++)
		for (let t = 0; t < Math.min(periods, lanes.delay[l * periods] as number); t++) {
			lane.push(l);
			period.push(t);
		}
	return {
		lane: Int32Array.from(lane),
		period: Int32Array.from(period),
		quantity: new Float64Array(lane.length),
	};
}

/** The pipeline that a steady shipment rate (t a year by lane) has filled before the start. */
export function filledPipeline(network: Network, ratePerYear: Float64Array): Network {
	const { lane, period } = network.pipeline;
	const quantity = Float64Array.from(
		lane,
		(l, k) => (ratePerYear[l] as number) * (network.periods[period[k] as number]?.years ?? 0),
	);
	return { ...network, pipeline: { lane, period, quantity } };
}

/**
 * The first period alone, with no lead times and with stocks left where they are: what the
 * chain carries when nothing changes. Goods under way at the start are taken from its answer.
 */
export function steadyState(network: Network): Network {
	const periods = network.periods.length;
	const first = (values: Float64Array) => values.filter((_, k) => k % periods === 0);
	const { lanes } = network;
	return {
		...network,
		periods: network.periods.slice(0, 1),
		discount: { middle: Float64Array.of(1), end: 1 },
		unitCapacity: first(network.unitCapacity),
		unitCommitted: first(network.unitCommitted),
		lanes: {
			...lanes,
			tariff: first(lanes.tariff),
			open: first(lanes.open),
			delay: new Int32Array(lanes.count),
		},
		laneLimits: network.laneLimits.map((limit) => ({ ...limit, limit: limit.limit.slice(0, 1) })),
		demands: network.demands.map((demand) => ({
			...demand,
			quantity: demand.quantity.slice(0, 1),
		})),
		stores: [],
		pipeline: { lane: new Int32Array(), period: new Int32Array(), quantity: new Float64Array() },
	};
}
