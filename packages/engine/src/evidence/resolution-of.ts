import type { DataPackage } from "../dataset/index.ts";
import { cellId, findCell } from "./cells.ts";
import { resolveAll } from "./resolve-all.ts";
import { statedResolution } from "./stated.ts";
import type { CellRef, Resolution } from "./types.ts";

/**
 * How a number of the model came about: by the rule that `parameters` binds it to, else as stated
 * in its own row.
 *
 * @throws RangeError naming the nearest table, row or column when there is no such number
 */
export function resolutionOf(pkg: DataPackage, ref: CellRef): Resolution {
	const cell = findCell(pkg, ref);
	return resolveAll(pkg).get(cellId(cell.ref)) ?? statedResolution(pkg, cell);
}
