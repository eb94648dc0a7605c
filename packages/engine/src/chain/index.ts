/**
 * The chain model: a data package and a scenario become a network, the network a linear program,
 * its answer flows, shortages and prices. `network.ts` is the network, `build/` makes it, one
 * file of `constraints/` is one family of rows; a provenance rule turns one network into another.
 */

export { buildNetwork } from "./build-network.ts";
export * from "./diagnosis/index.ts";
export { type ChainModel, chainModel } from "./model.ts";
export * from "./network.ts";
export { networkOf } from "./network-of.ts";
export { applyProvenance, type ProvenanceRule, ruleInForce } from "./provenance.ts";
export * from "./ranking/index.ts";
export * from "./review/index.ts";
export { chainSize } from "./size.ts";
export { solveChain, solveNetwork } from "./solve-chain.ts";
export type * from "./types.ts";
