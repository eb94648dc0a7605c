import type { DataPackage } from "../dataset/index.ts";
import { explain } from "./explain.ts";
import { openLedger } from "./ledger.ts";
import { type Settled, settle } from "./settle.ts";
import type { Resolution } from "./types.ts";

const SETTLED = new WeakMap<DataPackage, readonly Settled[]>();
const RESOLVED = new WeakMap<DataPackage, ReadonlyMap<string, Resolution>>();

/**
 * The numbers that rows of `parameters` bind to claims, resolved by their rules, by the id of the
 * cell (`table/row/column`).
 *
 * Claims of the quantity that are replaced, excluded, implied or without a number are set aside;
 * the rest count once for each origin. The rule picks the value; the support of its distribution
 * is the span of what counts, cut by bounds that do not contradict the value, times `factor`, in
 * the limits of the column. Without a number the value is null: the model keeps the stated one.
 */
export function resolveAll(pkg: DataPackage): ReadonlyMap<string, Resolution> {
	let resolved = RESOLVED.get(pkg);
	if (resolved === undefined) {
		const ledger = openLedger(pkg);
		const explained = settleAll(pkg).map((settled) => explain(ledger, settled));
		resolved = new Map(explained.map((resolution) => [resolution.id, resolution]));
		RESOLVED.set(pkg, resolved);
	}
	return resolved;
}

/** The same without words, in order of the parameters' ids: all that the models need. */
export function settleAll(pkg: DataPackage): readonly Settled[] {
	let settled = SETTLED.get(pkg);
	if (settled === undefined) {
		const ledger = openLedger(pkg);
		const rows = pkg.tables.parameters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		settled = rows.map((row) => settle(ledger, row));
		SETTLED.set(pkg, settled);
	}
	return settled;
}
