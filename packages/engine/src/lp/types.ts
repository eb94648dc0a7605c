/**
 * The values of the linear-programming layer.
 *
 * A model is always: minimise `offset + cost·x` subject to `rowLower ≤ A·x ≤ rowUpper`,
 * `colLower ≤ x ≤ colUpper`, some `x` integer. Infinite bounds are `±Infinity`.
 * Matrices are compressed by column (CSC). Money, tonnes and years are the caller's business.
 */

/** A run of rows or columns that belong together: one constraint or variable family. */
export interface Family {
	/** For example `balance`; a member prints as `balance[ndpr_oxide,CHN,2025]`. */
	readonly family: string;
	readonly first: number;
	readonly count: number;
	/** Unit of the row activity or of the column, for example `t`. */
	readonly unit: string;
	/** Label of member `k` of the family (0-based inside it); called only when a name is wanted. */
	readonly labelOf: (k: number) => string;
	/** The same member in the user's nouns, for explanations. */
	readonly describe?: (k: number) => string;
}

/** A finished model. Its arrays are shared, never written to. */
export interface LpModel {
	readonly name: string;
	readonly columnCount: number;
	readonly rowCount: number;
	readonly offset: number;
	readonly cost: Float64Array;
	readonly colLower: Float64Array;
	readonly colUpper: Float64Array;
	readonly rowLower: Float64Array;
	readonly rowUpper: Float64Array;
	/** CSC: entries of column j are `starts[j] … starts[j+1]-1`, rows ascending. */
	readonly starts: Int32Array;
	readonly indices: Int32Array;
	readonly values: Float64Array;
	/** 1 where the column is integer; null when none is. */
	readonly integer: Uint8Array | null;
	readonly columnFamilies: readonly Family[];
	readonly rowFamilies: readonly Family[];
	columnName(j: number): string;
	rowName(i: number): string;
	/** Index of the named column or row, -1 when there is none. */
	findColumn(name: string): number;
	findRow(name: string): number;
}

export type Method = "simplex" | "ipm";

export type LpStatus =
	| "optimal"
	| "infeasible"
	| "unbounded"
	/** The limit was reached; values are the best known where `hasSolution`. */
	| "time limit"
	| "cancelled"
	| "failed";

export interface Progress {
	readonly task: string;
	readonly done: number;
	/** 0 when the total cannot be known (simplex and interior-point iterations). */
	readonly total: number;
}

/** Anything with an `aborted` flag: an `AbortSignal`, or an object reading shared memory. */
export interface AbortLike {
	readonly aborted: boolean;
}

export interface SolveOptions {
	/** "auto" follows the rule in `method.ts`, and tries the other method once where that one fails. */
	readonly method?: Method | "auto";
	readonly timeLimitSeconds?: number;
	/** Integer models stop within this relative gap; default 0: proved within 1e-6 of the objective. */
	readonly relativeGap?: number;
	/**
	 * Read before the solve and at every solver callback. A solve blocks its thread, so a signal
	 * raised by a timer or a message on the same thread is seen only before the solve.
	 */
	readonly signal?: AbortLike;
	/** Int32Array over a SharedArrayBuffer: a non-zero first element, set by another thread, stops the solve. */
	readonly cancelFlag?: Int32Array;
	readonly onProgress?: (progress: Progress) => void;
}

/**
 * What a solve found. Arrays belong to the caller.
 *
 * Signs: `rowDual[i]` is ∂objective/∂(the binding bound of row i): ≥ 0 at a binding lower bound,
 * ≤ 0 at a binding upper bound, 0 when slack. `colDual[j]` (reduced cost) is the same for the
 * bounds of column j. Units: objective unit per unit of the row or column.
 * Integer models have no duals: both arrays are all NaN.
 */
export interface LpResult {
	readonly status: LpStatus;
	/** Whether `objective` and `colValue` mean something. */
	readonly hasSolution: boolean;
	readonly objective: number;
	readonly colValue: Float64Array;
	readonly colDual: Float64Array;
	readonly rowValue: Float64Array;
	readonly rowDual: Float64Array;
	readonly iterations: number;
	/** What actually ran, and what it was tried after: `simplex after ipm`. */
	readonly method: Method | "branch and cut" | "simplex after ipm" | "ipm after simplex";
	/** Why a solve failed, where its status is `failed`. */
	readonly message?: string;
	/** Solver's own wall clock for this solve, seconds. */
	readonly seconds: number;
	/** Integer models: relative distance between the solution and the proven bound; 0 for linear ones. */
	readonly gap: number;
	/** Largest violations left, as the solver reports them. */
	readonly primalInfeasibility: number;
	readonly dualInfeasibility: number;
}

/** Basis of a linear model, opaque to callers; copyable between threads. */
export interface Basis {
	readonly colStatus: Int32Array;
	readonly rowStatus: Int32Array;
}

/** Where a dual or a decision stops holding. Values are limits, not distances. */
export interface Ranging {
	/** Lowest and highest cost of column j for which the same basis stays optimal. */
	readonly costLow: Float64Array;
	readonly costHigh: Float64Array;
	/** Range of the binding bound of row i in which `rowDual[i]` holds. */
	readonly rowLow: Float64Array;
	readonly rowHigh: Float64Array;
	/** Range of the binding bound of column j in which `colDual[j]` holds. */
	readonly columnLow: Float64Array;
	readonly columnHigh: Float64Array;
}

export interface ExplainOptions {
	/** Words for a row or column; default is the family's `describe`, then the name. */
	readonly describeRow?: (i: number) => string;
	readonly describeColumn?: (j: number) => string;
	/** Price per unit of violating row i / a bound of column j; negative = may not be violated; default 1. */
	readonly rowPenalty?: (i: number) => number;
	readonly columnPenalty?: (j: number) => number;
	readonly signal?: AbortLike;
	readonly timeLimitSeconds?: number;
}

/** One member of a conflict: a row or a column bound that cannot hold beside the others. */
export interface Conflict {
	readonly kind: "row" | "column";
	readonly index: number;
	readonly name: string;
	readonly description: string;
	/** Which side of it takes part. */
	readonly side: "lower" | "upper" | "both";
	readonly lower: number;
	readonly upper: number;
}

/** One step of a repair: move this bound by `amount` (> 0) in `direction`. */
export interface Repair {
	readonly kind: "row" | "column";
	readonly index: number;
	readonly name: string;
	readonly description: string;
	readonly direction: "lower the lower bound" | "raise the upper bound";
	readonly amount: number;
	readonly from: number;
	readonly to: number;
}

export interface InfeasibleExplanation {
	/** A set of limits that cannot all hold; irreducible when `irreducible`. */
	readonly conflict: readonly Conflict[];
	readonly irreducible: boolean;
	/** The least-penalty change that makes the model feasible. */
	readonly repair: readonly Repair[];
	/** Penalty-weighted sum of the repair. */
	readonly violation: number;
	/** A point that satisfies the repaired model. */
	readonly colValue: Float64Array;
	/** One paragraph; says that this is one of possibly several conflicts and repairs. */
	readonly text: string;
}

export interface UnboundedExplanation {
	/** Columns that can grow together for ever, with the direction (largest magnitude 1). */
	readonly ray: readonly {
		readonly index: number;
		readonly name: string;
		readonly description: string;
		readonly direction: number;
	}[];
	/** Fall of the objective per unit of the ray (positive). */
	readonly gainPerUnit: number;
	readonly text: string;
}

/** One model held by the solver. Dispose it: `using session = solver.open(model)`. */
export interface Session extends Disposable {
	/** The model with the bounds and costs as they are now. */
	readonly model: LpModel;
	/** Solve, warm from the present basis when there is one and the method is simplex. */
	solve(options?: SolveOptions): LpResult;
	/** `columns` strictly ascending; arrays are as long as `columns`. */
	changeColumnBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void;
	changeRowBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void;
	changeCosts(columns: Int32Array, cost: Float64Array): void;
	/** Basis after a solve, null when there is none. */
	getBasis(): Basis | null;
	/** Start the next simplex from here; null forgets basis and solution. */
	setBasis(basis: Basis | null): void;
	/** Needs an optimal linear model. */
	ranging(): Ranging;
	/** The model must have been found infeasible. */
	explainInfeasible(options?: ExplainOptions): InfeasibleExplanation;
	/** The model must have been found unbounded. */
	explainUnbounded(options?: ExplainOptions): UnboundedExplanation;
	dispose(): void;
}

export interface Solver extends Disposable {
	/** For example `HiGHS 1.15.0`. */
	readonly version: string;
	/** Bytes the solver's WebAssembly memory holds now (it never shrinks). */
	readonly memoryBytes: number;
	/** Hand a model over; costs one copy. */
	open(model: LpModel): Session;
	/** Open, solve, dispose. */
	solve(model: LpModel, options?: SolveOptions): LpResult;
	/** Disposes every session still open. */
	dispose(): void;
}
