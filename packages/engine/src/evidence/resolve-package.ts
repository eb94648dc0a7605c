import type { DataPackage } from "../dataset/index.ts";
import { settleAll } from "./resolve-all.ts";
import { withCells } from "./with-cells.ts";

const RESOLVED = new WeakMap<DataPackage, DataPackage>();

/**
 * The package with every number that `parameters` binds to claims put into its table. The same
 * object when nothing differs from what the rows state, and for a package resolved already. Name,
 * version and hash stay: the numbers follow from the package alone.
 */
export function resolvePackage(pkg: DataPackage): DataPackage {
	if (pkg.tables.parameters.length === 0) return pkg;
	const known = RESOLVED.get(pkg);
	if (known !== undefined) return known;
	const moved = settleAll(pkg).flatMap(({ cell, value }) =>
		value === null || value === cell.stated ? [] : [{ cell: cell.ref, value }],
	);
	const resolved = moved.length === 0 ? pkg : withCells(pkg, moved);
	RESOLVED.set(pkg, resolved);
	markResolved(resolved);
	return resolved;
}

/** Says that the numbers of a package are as they shall be. */
export function markResolved(pkg: DataPackage): void {
	RESOLVED.set(pkg, pkg);
}
