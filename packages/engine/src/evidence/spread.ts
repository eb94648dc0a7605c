import type { DataPackage } from "../dataset/index.ts";
import { SPREAD_BY_CONFIDENCE } from "./settings.ts";
import type { ClaimRow } from "./types.ts";

const SPREADS = new WeakMap<DataPackage["tables"]["assumptions"], ReadonlyMap<string, number>>();

/**
 * How far a lone figure without a range may be off, as a fraction of it, by its confidence: the
 * value of a row of `assumptions`. Null where the package assumes none.
 */
export function spreadOf(
	{ tables }: DataPackage,
	confidence: ClaimRow["confidence"],
): { readonly id: string; readonly value: number } | null {
	let spreads = SPREADS.get(tables.assumptions);
	if (spreads === undefined) {
		const ids = new Set(Object.values(SPREAD_BY_CONFIDENCE));
		const rows = tables.assumptions.filter(({ id, value }) => ids.has(id) && value !== null);
		spreads = new Map(rows.map(({ id, value }) => [id, value as number]));
		SPREADS.set(tables.assumptions, spreads);
	}
	const id = SPREAD_BY_CONFIDENCE[confidence];
	const value = spreads.get(id);
	return value === undefined ? null : { id, value };
}
