/**
 * The data package: a folder of CSV tables with `datapackage.json`. This folder
 * declares the tables (`tables/`, one file each), loads them from bytes into typed
 * rows, and refuses what cannot be right (`checks/`, one rule each), every problem
 * at once with its table, row, column, what was found, what was expected and the
 * nearest valid value. It also writes tables and the package descriptor. It knows
 * no file system: bytes in, rows or problems out, the same in Node and browser.
 */

export { toCsv } from "./csv-write.ts";
export { firstDay, lastDay } from "./dates.ts";
export { datapackageJson, type PackageMeta, tableSchema } from "./descriptor.ts";
export {
	type Dimension,
	dimensionText,
	overDimension,
	parseDimension,
	sameDimension,
	timesDimension,
} from "./dimension.ts";
export { type Extended, extendPackage, type LocatedRow } from "./extend.ts";
export {
	type DataPackage,
	type Loaded,
	loadPackage,
	type TableName,
	type Tables,
} from "./load.ts";
export { Nearest } from "./nearest.ts";
export {
	columnBounds,
	columnUnit,
	NUMBER_COLUMNS,
	type NumberColumn,
	type NumberRow,
} from "./number-columns.ts";
export { formatProblem, type Problem } from "./problem.ts";
export type { CellRefusal } from "./read-table.ts";
export type { Run } from "./run.ts";
export { Sha256 } from "./sha256.ts";
export { CONFIDENCES, type Column, type ColumnType, type Row, type Table } from "./table.ts";
export { TABLES } from "./tables/index.ts";
export { STAGES } from "./tables/materials.ts";
export { tablesMarkdown } from "./tables-markdown.ts";
