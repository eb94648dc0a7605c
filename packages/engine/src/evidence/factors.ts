import { columnUnit, type DataPackage } from "../dataset/index.ts";
import { assumptionOf, type Ranged } from "./assumed.ts";
import { cellId, type NumberCell, numberCells } from "./cells.ts";
import { distributionOf } from "./distribution.ts";
import { resolveAll } from "./resolve-all.ts";
import { statedRange, statedSources } from "./stated.ts";
import { titleOf } from "./titles.ts";
import type { Distribution, Factor } from "./types.ts";

const FACTORS = new WeakMap<DataPackage, readonly Factor[]>();

/**
 * What is uncertain in a package, each thing once: numbers bound to claims, then assumptions with
 * all the numbers that move with them in proportion, then every other stated number with a range.
 * A cell belongs to at most one factor; within each kind the order is that of the ids.
 */
export function uncertainFactors(pkg: DataPackage): readonly Factor[] {
	const known = FACTORS.get(pkg);
	if (known !== undefined) return known;
	const factors = factorsOf(pkg);
	FACTORS.set(pkg, factors);
	return factors;
}

function factorsOf(pkg: DataPackage): Factor[] {
	const bound = resolveAll(pkg);
	const parameters: Factor[] = [];
	const stated: Factor[] = [];
	const assumed = new Map<string, { assumption: Ranged; cells: NumberCell[] }>();
	for (const cell of numberCells(pkg)) {
		if (cell.stated === null) continue;
		const resolution = bound.get(cellId(cell.ref));
		if (resolution !== undefined && resolution.distribution !== null) {
			const { distribution, sourceIds } = resolution;
			if (distribution.shape !== "fixed")
				parameters.push(ownFactor(pkg, cell, "parameter", distribution, sourceIds));
			continue;
		}
		if (cell.stated === 0 || cell.numbers.defined?.(cell.row, pkg)) continue;
		const assumption = assumptionOf(pkg, cell);
		if (assumption === null) {
			const range = statedRange(pkg, cell, cell.stated);
			const distribution = distributionOf("triangular", cell.stated, range.support);
			const sourceIds = statedSources(cell, range);
			if (distribution.shape !== "fixed")
				stated.push(ownFactor(pkg, cell, "stated", distribution, sourceIds));
			continue;
		}
		const group = assumed.get(assumption.id);
		if (group === undefined) assumed.set(assumption.id, { assumption, cells: [cell] });
		else group.cells.push(cell);
	}
	const assumptions = [...assumed.values()].map(({ assumption, cells }) =>
		assumptionFactor(assumption, cells),
	);
	return [parameters, assumptions, stated].flatMap((kind) => kind.sort(byId));
}

function ownFactor(
	pkg: DataPackage,
	cell: NumberCell,
	kind: "parameter" | "stated",
	distribution: Distribution,
	sourceIds: readonly string[],
): Factor {
	return {
		id: cellId(cell.ref),
		title: titleOf(pkg, cell),
		kind,
		distribution,
		unit: columnUnit(cell.table, cell.numbers, cell.row),
		cells: [cell.ref],
		sourceIds,
		confidence: cell.row.confidence,
	};
}

function assumptionFactor(assumption: Ranged, cells: readonly NumberCell[]): Factor {
	const { id, subject, value, low, high, unit } = assumption;
	return {
		id,
		title: subject,
		kind: "assumption",
		distribution: distributionOf("triangular", value, { low, high }),
		unit: unit ?? "",
		cells: cells.map(({ ref }) => ref),
		sourceIds: [id],
		confidence: "assumption",
	};
}

function byId(a: Factor, b: Factor): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
