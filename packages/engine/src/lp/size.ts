import type { LpModel } from "./types.ts";

export interface ModelSize {
	readonly rows: number;
	readonly columns: number;
	readonly nonzeros: number;
	readonly integerColumns: number;
	/** The model's own arrays, bytes: exact. */
	readonly modelBytes: number;
	/** What a solve is expected to need in the solver, bytes: a rule fitted to measured solves. */
	readonly solverBytes: number;
}

/** Solver memory beyond its empty state per row, column and non-zero; docs/decisions/0004 has the fit. */
const BYTES_PER_ROW = 1000;
const BYTES_PER_COLUMN = 700;
const BYTES_PER_NONZERO = 200;

/** How big a model is, known before anything is solved. */
export function modelSize(model: LpModel): ModelSize {
	const { rowCount: rows, columnCount: columns } = model;
	const nonzeros = model.values.length;
	const arrays = [
		model.cost,
		model.colLower,
		model.colUpper,
		model.rowLower,
		model.rowUpper,
		model.starts,
		model.indices,
		model.values,
	];
	return {
		rows,
		columns,
		nonzeros,
		integerColumns: model.integer ? model.integer.reduce((sum, flag) => sum + flag, 0) : 0,
		modelBytes: arrays.reduce((sum, a) => sum + a.byteLength, model.integer?.byteLength ?? 0),
		solverBytes: BYTES_PER_ROW * rows + BYTES_PER_COLUMN * columns + BYTES_PER_NONZERO * nonzeros,
	};
}

/** The size in one line, for a log or a page. */
export function formatSize(size: ModelSize): string {
	const n = (value: number) => value.toLocaleString("en-US");
	const integer = size.integerColumns ? ` (${n(size.integerColumns)} integer)` : "";
	const megabytes = Math.ceil((size.modelBytes + size.solverBytes) / 1e6);
	return `${n(size.rows)} rows × ${n(size.columns)} columns${integer}, ${n(size.nonzeros)} non-zeros, about ${n(megabytes)} MB to solve`;
}
