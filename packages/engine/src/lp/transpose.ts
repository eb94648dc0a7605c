import type { LpModel } from "./types.ts";

/** Compressed-by-row arrays; columns ascend inside a row. */
export interface RowWise {
	readonly starts: Int32Array;
	readonly indices: Int32Array;
	readonly values: Float64Array;
}

/** The same matrix by row, O(nonzeros). */
export function transpose(model: LpModel): RowWise {
	const starts = new Int32Array(model.rowCount + 1);
	for (const i of model.indices) (starts[i + 1] as number)++;
	for (let i = 0; i < model.rowCount; i++) (starts[i + 1] as number) += starts[i] as number;
	const next = starts.slice();
	const indices = new Int32Array(model.indices.length);
	const values = new Float64Array(model.values.length);
	for (let j = 0; j < model.columnCount; j++) {
		for (let k = model.starts[j] as number; k < (model.starts[j + 1] as number); k++) {
			const i = model.indices[k] as number;
			const place = next[i] as number;
			next[i] = place + 1;
			indices[place] = j;
			values[place] = model.values[k] as number;
		}
	}
	return { starts, indices, values };
}
