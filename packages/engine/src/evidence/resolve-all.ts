import type { DataPackage } from "../dataset/index.ts";
import { openLedger } from "./ledger.ts";
import { resolve } from "./resolve.ts";
import type { Resolution } from "./types.ts";

const ALL = new WeakMap<DataPackage, ReadonlyMap<string, Resolution>>();

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
	const known = ALL.get(pkg);
	if (known !== undefined) return known;
	const ledger = openLedger(pkg);
	const rows = pkg.tables.parameters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const resolved = new Map(
		rows.map((row) => {
			const resolution = resolve(ledger, row);
			return [resolution.id, resolution];
		}),
	);
	ALL.set(pkg, resolved);
	return resolved;
}
