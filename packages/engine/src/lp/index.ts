/**
 * Linear and integer models: built from named families over typed arrays, handed to HiGHS without
 * a text format in between, solved, re-solved after a change, checked, printed and explained.
 */

export type { ColumnFamily, LpBuilder, RowFamily } from "./builder.ts";
export { lpBuilder } from "./builder.ts";
export { chooseMethod } from "./method.ts";
export type { SolverSource } from "./solver.ts";
export { openSolver } from "./solver.ts";
export type * from "./types.ts";
