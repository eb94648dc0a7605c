/**
 * The evidence ledger: who says so. Claims, their attribution and editions, the rules that turn
 * them into the numbers of the model, and the checks of their arithmetic. Knows no model: it
 * reads tables and gives numbers with a distribution and an explanation.
 */

export { cellId, numberCells, rowKey } from "./cells.ts";
export { auditSource, conflicts, findings, unopenedRivals, verdicts } from "./checks/index.ts";
export { claimsFor } from "./claims-for.ts";
export { dependentsOf } from "./dependents.ts";
export { varianceOf } from "./distribution.ts";
export { uncertainFactors } from "./factors.ts";
export {
	type AttributeRow,
	type BasisRow,
	type ClaimQuery,
	type Ledger,
	openLedger,
	type SourceRow,
	type SubjectRow,
} from "./ledger.ts";
export { originGroups } from "./origin-groups.ts";
export { aboutPeriod } from "./period.ts";
export { claimInterval, faceValue, isBound } from "./printed.ts";
export { quantityKey } from "./quantity.ts";
export { resolutionOf } from "./resolution-of.ts";
export { resolveAll } from "./resolve-all.ts";
export { resolvePackage } from "./resolve-package.ts";
export {
	type NewVocabulary,
	type Reviewed,
	reviewImport,
} from "./review/index.ts";
export type * from "./types.ts";
export { openUnits, tidy, type UnitRow, type Units } from "./units.ts";
export { withFactorValues } from "./with-factor-values.ts";
