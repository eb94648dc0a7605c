/**
 * The evidence ledger: who says so. Claims, their attribution and editions, the rules that turn
 * them into the numbers of the model, and the checks of their arithmetic. Knows no model: it
 * reads tables and gives numbers with a distribution and an explanation.
 */

export type * from "./types.ts";
