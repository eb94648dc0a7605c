/**
 * What the figures say about each other: each claim recomputed from others (verdicts), what cannot
 * hold (findings), rival values on one axis (conflicts), and one source's figures (audit). General
 * rules, one file each; no rule knows a row.
 */

export { auditSource } from "./audit.ts";
export { conflicts, unopenedRivals } from "./conflicts.ts";
export { findings } from "./findings.ts";
export { parseFormula } from "./formula.ts";
export { verdicts } from "./verdicts.ts";
