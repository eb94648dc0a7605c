/** The ranking as rows. */
import type { RankedFactor, Ranking } from "@lodegrid/engine/chain";
import { exact, number, quantity } from "../../../lib/format.ts";
import type { Column } from "../../../parts/DataTable.tsx";

/** Shares are told in points, as a change of 3 % of a share would be read in two ways. */
export function inUnit(value: number | null, unit: Ranking["unit"]): string {
	if (value === null) return "unknown";
	return unit === "fraction" ? quantity(value * 100, "points") : quantity(value, unit);
}

export function columnsOf(unit: Ranking["unit"]): readonly Column<RankedFactor>[] {
	const share = unit === "fraction";
	const effect = (id: string, title: string, value: (row: RankedFactor) => number | null) => ({
		id,
		title,
		unit: share ? "points" : unit,
		value: (row: RankedFactor) => {
			const found = value(row);
			return found === null || !share ? found : found * 100;
		},
	});
	return [
		{ id: "title", title: "Number", value: (row) => row.title },
		effect("muStar", "Mean effect μ*", (row) => row.muStar),
		effect("low", "μ* at least", (row) => row.muStarLow),
		effect("high", "μ* at most", (row) => row.muStarHigh),
		effect("mu", "μ, with sign", (row) => row.mu),
		effect("sigma", "σ", (row) => row.sigma),
		{ id: "direction", title: "When it rises", value: (row) => DIRECTION[row.direction] },
		{
			id: "range",
			title: "Range swept",
			value: ({ range }) => `${exact(range.low)} to ${exact(range.high)} ${range.unit}`.trim(),
			show: ({ range }) => `${number(range.low)} to ${quantity(range.high, range.unit)}`,
		},
		{ id: "kind", title: "Rests on", value: (row) => KIND[row.kind] },
		{ id: "confidence", title: "Confidence", value: (row) => row.confidence },
		{ id: "cells", title: "Numbers it moves", value: (row) => row.cells.length },
		{ id: "sources", title: "Sources", value: (row) => row.sourceIds.join("; ") },
		{ id: "id", title: "Id", value: (row) => row.id },
	];
}

const DIRECTION: Readonly<Record<RankedFactor["direction"], string>> = {
	up: "result rises",
	down: "result falls",
	either: "either way",
	none: "no effect",
};

const KIND: Readonly<Record<RankedFactor["kind"], string>> = {
	parameter: "claims",
	stated: "its own row",
	assumption: "an assumption",
};
