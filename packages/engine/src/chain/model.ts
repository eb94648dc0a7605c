import { type LpModel, lpBuilder } from "../lp/index.ts";
import { addBalance } from "./constraints/balance.ts";
import { addCapacity } from "./constraints/capacity.ts";
import { addClosing } from "./constraints/closing.ts";
import { addColumns } from "./constraints/columns.ts";
import { addCommitted } from "./constraints/committed.ts";
import { addDelivery } from "./constraints/delivery.ts";
import { type Layout, layoutOf } from "./constraints/layout.ts";
import { addLimit } from "./constraints/limit.ts";
import { addStorage } from "./constraints/storage.ts";
import { addTier } from "./constraints/tier.ts";
import type { Network } from "./network.ts";

export interface ChainModel {
	readonly lp: LpModel;
	readonly layout: Layout;
}

/**
 * The linear program of a network: cost and penalties as its objective, tiers still open.
 * One file of `constraints/` per family of rows.
 */
export function chainModel(network: Network, allowShortage = true): ChainModel {
	const layout = layoutOf(network);
	const builder = lpBuilder(`${network.package.name} ${network.periods[0]?.label ?? ""}`);
	addColumns(builder, network, layout, allowShortage);
	addBalance(builder, network, layout);
	addDelivery(builder, network, layout);
	addCapacity(builder, network, layout);
	addCommitted(builder, network, layout);
	addLimit(builder, network, layout);
	addStorage(builder, network, layout);
	addClosing(builder, network, layout);
	addTier(builder, network, layout);
	return { lp: builder.build(), layout };
}
