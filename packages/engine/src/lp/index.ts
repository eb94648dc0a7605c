/**
 * Linear and integer models: built from named families over typed arrays, handed to HiGHS without
 * a text format in between, solved, re-solved after a change, checked, printed and explained.
 */

export type { ColumnFamily, LpBuilder, RowFamily } from "./builder.ts";
export { lpBuilder } from "./builder.ts";
export type { Certificate } from "./certify.ts";
export { dualityGap } from "./certify.ts";
export type { CoefficientRange, Range } from "./coefficient-range.ts";
export { coefficientRange } from "./coefficient-range.ts";
export { chooseMethod } from "./method.ts";
export { writeMps } from "./mps.ts";
export type { PrintOptions } from "./print.ts";
export { printColumn, printModel, printRow } from "./print.ts";
export type { ModelSize } from "./size.ts";
export { formatSize, modelSize } from "./size.ts";
export type { SolverSource } from "./solver.ts";
export { openSolver } from "./solver.ts";
export type * from "./types.ts";
