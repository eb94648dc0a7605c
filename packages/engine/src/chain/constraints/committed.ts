/**
 * Committed output of unit e in period t (one row where there is any, t):
 *
 *     Σ_{k on e} run[k,t] + unmade[e,t]  ≥  committed[e,t]·avail[e,t]·h_t
 *
 * Committed output happens whatever the price: a by-product, a state plan, a contract. For a unit
 * whose lines need no input and whose outputs can all be disposed of (a mine) the bound is hard,
 * there is no `unmade`: nothing outside can stop it. Any other unit may lack its input or its
 * outlet (a lane closed, a mine out); a hard bound would then make the whole model infeasible
 * for a reason that is no contradiction in the data, so it may fall short at a penalty of ten
 * times the dearest unit cost in the package.
 *
 * Dual ≥ 0 (USD/t): rise of the objective per extra committed tonne, what the commitment costs.
 */
import type { LpBuilder } from "../../lp/index.ts";
import type { Network } from "../network.ts";
import type { Layout } from "./layout.ts";
import { periodLabel, tonnes } from "./words.ts";

export function addCommitted(builder: LpBuilder, network: Network, layout: Layout): void {
	const { periods, columns, committed, soft } = layout;
	const name = (k: number) => network.units[committed.of[k] as number]?.id;
	const label = (k: number) => periodLabel(network, committed.period[k] as number);
	const least = (k: number) =>
		network.unitCommitted[
			(committed.of[k] as number) * periods + (committed.period[k] as number)
		] ?? 0;
	const row = builder.rows({
		family: "committed",
		count: committed.of.length,
		unit: "t",
		labelOf: (k) => `${name(k)},${label(k)}`,
		describe: (k) => `${name(k)} is committed to at least ${tonnes(least(k))} in ${label(k)}`,
	});
	for (const [k, u] of committed.of.entries()) {
		const t = committed.period[k] as number;
		builder.rowBounds(row + k, least(k), Infinity);
		for (const line of network.units[u]?.lines ?? [])
			builder.entry(row + k, columns.run + line * periods + t, 1);
		if ((soft[k] as number) >= 0) builder.entry(row + k, columns.unmade + (soft[k] as number), 1);
	}
}

export function committedNonzeros(network: Network, layout: Layout): number {
	let count = layout.softCount;
	for (const u of layout.committed.of) count += network.units[u]?.lines.length ?? 0;
	return count;
}
