/**
 * Capacity of unit e in period t (one row per unit and period, t):
 *
 *     Σ_{k on e} run[k,t]  ≤  cap[e,t]·avail[e,t]·h_t
 *
 * Lines that share equipment share the row, and so do the compliant and ordinary run of a line.
 *
 * Dual ≤ 0. Capacity rent (USD per t/yr held in the period) = -dual·h_t / δ_t: fall of the objective
 * per extra t/yr; 0 where the unit has room.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { periodLabel, tonnes } from "./words.ts";

export function addCapacity(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns } = layout;
	const name = (k: number) => network.units[Math.floor(k / periods)]?.id;
	const row = builder.rows({
		family: "capacity",
		count: network.units.length * periods,
		unit: "t",
		labelOf: (k) => `${name(k)},${periodLabel(network, k % periods)}`,
		describe: (k) =>
			`${name(k)} can run at most ${tonnes(network.unitCapacity[k] ?? 0)} in ${periodLabel(network, k % periods)}`,
	});
	for (const [u, { lines }] of network.units.entries())
		for (let t = 0; t < periods; t++) {
			const k = u * periods + t;
			builder.rowBounds(row + k, -Infinity, network.unitCapacity[k] as number);
			for (const line of lines) builder.entry(row + k, columns.run + line * periods + t, 1);
		}
}

export function capacityNonzeros(network: Network, layout: Layout): number {
	return network.lines.length * layout.periods;
}
