/** Capacity against need, stage by stage: the row that is thinnest stands for its stage. */
import type { Bloc, Coverage, CoverageRow } from "@lodegrid/engine/chain";
import { BLOCS } from "../../scenario/view.ts";

export interface StageNeed {
	readonly stage: string;
	readonly thinnest: CoverageRow;
	readonly others: number;
	readonly weakest: boolean;
}

export function stageNeed(coverage: Coverage, stages: readonly string[]): StageNeed | null {
	const rows = coverage.rows.filter((row) => stages.includes(row.stage) && row.coverage !== null);
	const thinnest = rows.toSorted((a, b) => (a.coverage ?? 0) - (b.coverage ?? 0))[0];
	if (!thinnest) return null;
	return {
		stage: thinnest.stage,
		thinnest,
		others: rows.length - 1,
		weakest: isWeakest(coverage, thinnest),
	};
}

/** Whether a row is the weakest link; rows that crossed to the page are copies. */
export function isWeakest({ weakest }: Coverage, row: CoverageRow): boolean {
	return weakest !== null && weakest.stage === row.stage && weakest.name === row.name;
}

/** Share of the need that each bloc's capacity could cover by itself. */
export function shares(
	row: CoverageRow,
): readonly { readonly bloc: Bloc; readonly share: number }[] {
	return BLOCS.map((bloc) => ({ bloc, share: row.need > 0 ? row.capability[bloc] / row.need : 0 }));
}
