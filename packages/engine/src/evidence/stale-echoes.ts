import { quantityKey } from "./quantity.ts";
import { figureOf, sameFigure } from "./same-figure.ts";
import type { ClaimRow } from "./types.ts";
import type { Units } from "./units.ts";

/**
 * Claims that repeat a figure which its origin has replaced, each with the claim that replaces it:
 * a figure once revised stays revised, whoever still prints it. A claim that revises another, or
 * is revised itself, is no such echo.
 *
 * @param revisions the claim that replaces each revised one, by the id of that
 */
export function staleEchoes(
	claims: readonly ClaimRow[],
	revisions: ReadonlyMap<string, ClaimRow>,
	units: Units,
): Map<string, ClaimRow> {
	const stale = new Map<string, ClaimRow>();
	const placeOf = (claim: ClaimRow) => `${quantityKey(claim)}|${claim.source_ids.at(-1)}`;
	const replaced = Map.groupBy(
		claims.filter(({ id }) => revisions.has(id)),
		placeOf,
	);
	if (replaced.size === 0) return stale;
	for (const claim of claims) {
		if (revisions.has(claim.id) || claim.revises_id !== null) continue;
		const olds = replaced.get(placeOf(claim));
		if (olds === undefined) continue;
		const figure = figureOf(claim, units);
		const old = olds.find((other) => sameFigure(figure, figureOf(other, units)));
		const by = old && revisions.get(old.id);
		if (by !== undefined && by.id !== claim.id) stale.set(claim.id, by);
	}
	return stale;
}
