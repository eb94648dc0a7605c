import { columnBounds, type DataPackage, Nearest, Sha256 } from "../dataset/index.ts";
import { cellId, findCell } from "./cells.ts";
import { uncertainFactors } from "./factors.ts";
import { markResolved, resolvePackage } from "./resolve-package.ts";
import type { CellRef, Factor, ParameterRow } from "./types.ts";
import { tidy } from "./units.ts";
import { withCells } from "./with-cells.ts";

/**
 * The package with uncertain factors moved to other values, by factor id and in the unit of the
 * factor. An assumption moves each of its numbers in proportion; a number stays within the limits
 * of its column. Moved numbers that are bound to claims become overrides, so that they stand
 * wherever the package is resolved. The hash is that of the old package with the moves.
 *
 * @throws RangeError naming the nearest factor for an unknown id, and for a value that is no number
 */
export function withFactorValues(
	pkg: DataPackage,
	values: ReadonlyMap<string, number>,
): DataPackage {
	if (values.size === 0) return resolvePackage(pkg);
	const resolved = resolvePackage(pkg);
	const factors = factorsById(pkg);
	const cells: { cell: CellRef; value: number }[] = [];
	for (const [id, value] of values) {
		const factor = factors.get(id);
		if (factor === undefined) {
			const near = new Nearest().find(id, factors.keys());
			const hint = near === null ? "" : `; nearest is \`${near}\``;
			throw new RangeError(`no uncertain factor \`${id}\`${hint}`);
		}
		if (!Number.isFinite(value)) throw new RangeError(`\`${id}\` cannot be ${value}`);
		for (const cell of factor.cells)
			cells.push({ cell, value: movedValue(resolved, factor, cell, value) });
	}
	const moved: DataPackage = {
		...withParameters(withCells(resolved, cells), cells),
		hash: hashOf(pkg.hash, values),
	};
	markResolved(moved);
	return moved;
}

function movedValue(pkg: DataPackage, factor: Factor, cell: CellRef, value: number): number {
	const { table, stated } = findCell(pkg, cell);
	const { low, high } = columnBounds(table, cell.column);
	const own =
		factor.kind === "assumption" ? ((stated ?? 0) * value) / factor.distribution.middle : value;
	return Math.min(Math.max(tidy(own), low), high);
}

/** The rows of `parameters` of moved numbers as overrides with the moved value. */
function withParameters(
	pkg: DataPackage,
	cells: readonly { readonly cell: CellRef; readonly value: number }[],
): DataPackage {
	const values = new Map(cells.map(({ cell, value }) => [cellId(cell), value]));
	let moved = false;
	const parameters = pkg.tables.parameters.map((row): ParameterRow => {
		const { table_name: table, row_key, column_name: column } = row;
		const value = values.get(cellId({ table, row: row_key, column }));
		if (value === undefined) return row;
		moved = true;
		const override = { override_value: value, override_low: null, override_high: null };
		return { ...row, rule: "override", ...override, reason: "Moved within its range" };
	});
	return moved ? { ...pkg, tables: { ...pkg.tables, parameters } } : pkg;
}

const BY_ID = new WeakMap<DataPackage, ReadonlyMap<string, Factor>>();

function factorsById(pkg: DataPackage): ReadonlyMap<string, Factor> {
	let factors = BY_ID.get(pkg);
	if (factors === undefined) {
		factors = new Map(uncertainFactors(pkg).map((factor) => [factor.id, factor]));
		BY_ID.set(pkg, factors);
	}
	return factors;
}

function hashOf(hash: string, values: ReadonlyMap<string, number>): string {
	const moves = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, v]) => `\n${id}=${v}`);
	return new Sha256().update(new TextEncoder().encode(hash + moves.join(""))).hex();
}
