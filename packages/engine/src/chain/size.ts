import type { DataPackage } from "../dataset/index.ts";
import { balanceNonzeros } from "./constraints/balance.ts";
import { capacityNonzeros } from "./constraints/capacity.ts";
import { closingNonzeros } from "./constraints/closing.ts";
import { committedNonzeros } from "./constraints/committed.ts";
import { deliveryNonzeros } from "./constraints/delivery.ts";
import { type Layout, layoutOf } from "./constraints/layout.ts";
import { limitNonzeros } from "./constraints/limit.ts";
import { storageNonzeros } from "./constraints/storage.ts";
import { tierNonzeros } from "./constraints/tier.ts";
import type { Network } from "./network.ts";
import { networkOf } from "./network-of.ts";
import type { ChainSize, Scenario } from "./types.ts";

/** Rows, columns and non-zeros of the model, counted from the network before it is built. */
export function chainSize(pkg: DataPackage, scenario: Scenario): ChainSize {
	const network = networkOf(pkg, scenario);
	return sizeOf(network, layoutOf(network));
}

export function sizeOf(network: Network, layout: Layout): ChainSize {
	const { rows, columns } = layout;
	return {
		rows: rows.count,
		columns: columns.count,
		nonzeros:
			balanceNonzeros(network, layout) +
			deliveryNonzeros(network, layout) +
			capacityNonzeros(network, layout) +
			committedNonzeros(network, layout) +
			limitNonzeros(network, layout) +
			storageNonzeros(layout) +
			closingNonzeros(network, layout) +
			tierNonzeros(network, layout),
		rowsByFamily: lengths(rows),
		columnsByKind: lengths(columns),
	};
}

/** First positions, in order and with the count last, as lengths. */
function lengths(firsts: object): Record<string, number> {
	const entries = Object.entries(firsts) as [string, number][];
	return Object.fromEntries(
		entries.slice(0, -1).map(([name, first], k) => [name, (entries[k + 1]?.[1] ?? 0) - first]),
	);
}
