import { columnUnit, type DataPackage, type Tables } from "../dataset/index.ts";
import type { NumberCell } from "./cells.ts";
import { SAME_FIGURE_WITHIN } from "./settings.ts";

export type AssumptionRow = Tables["assumptions"][number];

/** An assumption with a figure and a range around it. */
export type Ranged = AssumptionRow & {
	readonly value: number;
	readonly low: number;
	readonly high: number;
};

/**
 * The assumption that a number stands or falls with: cited by its row, with a figure and a range,
 * in the unit of the column. A row must rest on assumptions (confidence `assumption`) or show the
 * very figure. Of several the one whose figure is within a factor of `SAME_FIGURE_WITHIN` of the
 * number comes first, then the order of citing. Null where none speaks of this number.
 */
export function assumptionOf(pkg: DataPackage, cell: NumberCell): Ranged | null {
	const { stated, row, numbers } = cell;
	if (stated === null || stated === 0) return null;
	const known = rangedAssumptions(pkg);
	if (!row.source_ids.some((id) => known.has(id))) return null;
	const kind = kindOfUnit(columnUnit(cell.table, numbers, row));
	let first: Ranged | null = null;
	for (const id of row.source_ids) {
		const found = known.get(id);
		if (found === undefined) continue;
		const { assumption } = found;
		const own = found.kind === kind;
		if (!own && numbers.assumedIn?.includes(found.kind) !== true) continue;
		if (row.confidence !== "assumption" && assumption.value !== stated) continue;
		const ratio = stated / assumption.value;
		if (own && ratio <= SAME_FIGURE_WITHIN && ratio >= 1 / SAME_FIGURE_WITHIN) return assumption;
		first ??= assumption;
	}
	return first;
}

interface Found {
	readonly assumption: Ranged;
	readonly kind: string;
}

const RANGED = new WeakMap<Tables["assumptions"], ReadonlyMap<string, Found>>();

function rangedAssumptions({ tables }: DataPackage): ReadonlyMap<string, Found> {
	let ranged = RANGED.get(tables.assumptions);
	if (ranged === undefined) {
		const rows = tables.assumptions.filter(hasRange);
		ranged = new Map(
			rows.map((row) => [row.id, { assumption: row, kind: kindOfUnit(row.unit ?? "") }]),
		);
		RANGED.set(tables.assumptions, ranged);
	}
	return ranged;
}

function hasRange(row: AssumptionRow): row is Ranged {
	const { value, low, high } = row;
	return value !== null && value !== 0 && low !== null && high !== null && low < high;
}

/**
 * Units as far as proportion goes: the words after a tonne name its basis, and a tonne of a year
 * is a tonne a year; a share of something named is not in proportion to the cell.
 */
function kindOfUnit(unit: string): string {
	if (/^(fraction|ratio)$/.test(unit)) return "ratio";
	if (/^(t|kg)( [A-Za-z]+)?\/(t|kg)( [A-Za-z]+)?$/.test(unit)) return "ratio";
	if (/^t( [A-Za-z]+)?(\/yr)?( in [A-Za-z]+)?$/.test(unit)) return "tonnes";
	if (/^USD\/t( [a-z ]+)?$/.test(unit)) return "USD/t";
	return unit;
}
