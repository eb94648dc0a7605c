/**
 * Reading a chain: what the tables and a solution say about where it breaks. One question a file;
 * every answer is plain data with units, ready for a table. `diagnose` gathers them.
 */

export { toGeoJson } from "../export/geojson.ts";
export { toGraphml } from "../export/graphml.ts";
export { BLOCS, plantBloc, regionBloc } from "./blocs.ts";
export { type Book, openBook, type Recipe } from "./book.ts";
export {
	type Calibration,
	type CalibrationRow,
	type CalibrationSummary,
	calibrate,
	referenceScenario,
	referenceYears,
} from "./calibrate.ts";
export {
	type CapabilityCell,
	type CapabilityGap,
	type CapabilityMatrix,
	type CapabilityMeasure,
	capabilityMatrix,
} from "./capability-matrix.ts";
export { type Concentration, concentration, hhi } from "./concentration.ts";
export {
	type Coverage,
	type CoverageOptions,
	type CoverageRow,
	coverage,
	coverageByScope,
	demandByProduct,
	needsCompliant,
} from "./coverage.ts";
export {
	type DiagnoseOptions,
	type Diagnosis,
	diagnose,
	type KeyNumber,
} from "./diagnose.ts";
export { explainShortage, type ShortageExplanation, type ShortageStep } from "./explain.ts";
export {
	type MarginalOptions,
	type MarginalValue,
	type MarginalValues,
	marginalValues,
} from "./marginal.ts";
export { measure, type ReferenceRow } from "./measure.ts";
export { type MinimumCut, minimumCut } from "./minimum-cut.ts";
export { type Requirement, type RequirementRow, requirement } from "./requirement.ts";
export { type RestsOn, restsOn } from "./rests-on.ts";
export {
	type Sankey,
	type SankeyLink,
	type SankeyNode,
	type SankeyOptions,
	sankey,
} from "./sankey.ts";
export { type DemandScope, SCOPES, scopeTest } from "./scope.ts";
export {
	type IndependentThroughput,
	independentThroughput,
	type Throughput,
} from "./throughput.ts";
export {
	type Trace,
	type TraceOptions,
	type TraceShare,
	traceBy,
	traceFlows,
} from "./trace.ts";
export { type VerifiedMarginal, verifyMarginal } from "./verify-marginal.ts";
