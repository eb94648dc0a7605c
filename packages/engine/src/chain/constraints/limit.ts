/**
 * Limit q over lanes in period t (one row where it is finite, t leaving the origins):
 *
 *     Σ_{l in q} ship[l,t]  ≤  limit[q,t]
 *
 * A limit is the capacity of a row of `lanes`, shared by the materials of a freight class, or the
 * cap of a measure, shared by all lanes it matches; a ban is a cap of 0. Compliant and any
 * material share it.
 *
 * Dual ≤ 0. Rent (USD per t/yr) = -dual·h_t / δ_t: what a licence for one more tonne a year is worth.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { periodLabel, tonnes } from "./words.ts";

export function addLimit(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns, limits } = layout;
	const limitOf = (k: number) => network.laneLimits[limits.of[k] as number];
	const most = (k: number) => limitOf(k)?.limit[limits.period[k] as number] ?? 0;
	const label = (k: number) => periodLabel(network, limits.period[k] as number);
	const row = builder.rows({
		family: "limit",
		count: limits.of.length,
		unit: "t",
		labelOf: (k) => `${limitOf(k)?.id},${label(k)}`,
		describe: (k) => `${limitOf(k)?.id} lets at most ${tonnes(most(k))} through in ${label(k)}`,
	});
	for (let k = 0; k < limits.of.length; k++) {
		const t = limits.period[k] as number;
		builder.rowBounds(row + k, -Infinity, most(k));
		for (const lane of limitOf(k)?.lanes ?? [])
			builder.entry(row + k, columns.ship + lane * periods + t, 1);
	}
}

export function limitNonzeros(network: Network, layout: Layout): number {
	let count = 0;
	for (const q of layout.limits.of) count += network.laneLimits[q]?.lanes.length ?? 0;
	return count;
}
