import type { ModelData } from "highs";
import type { LpModel } from "./types.ts";

/** The model as HiGHS takes it: the same typed arrays, no names and no text. */
export function asModelData(model: LpModel): ModelData {
	return {
		numCols: model.columnCount,
		numRows: model.rowCount,
		offset: model.offset,
		colCost: model.cost,
		colLower: model.colLower,
		colUpper: model.colUpper,
		rowLower: model.rowLower,
		rowUpper: model.rowUpper,
		matrix: {
			format: "csc",
			numRows: model.rowCount,
			numCols: model.columnCount,
			starts: model.starts,
			indices: model.indices,
			values: model.values,
		},
		...(model.integer && { integrality: Int32Array.from(model.integer) }),
	};
}
