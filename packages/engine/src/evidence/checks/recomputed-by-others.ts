import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { Doubt } from "./doubt.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { identitiesOf } from "./identities.ts";
import { faceRatio } from "./ratio.ts";
import { type Recomputation, recomputationsOf } from "./recomputations.ts";
import { READING_FITS, RECOMPUTED_FROM } from "./settings.ts";
import { inUnitOf, quoted } from "./words.ts";

/**
 * A figure that other sources' figures recompute to something else: a share against its published
 * numerator and denominator. Both of one origin are preferred; every such pair must disagree by more
 * than a tenth, and no other reading of the attribute may fit. What a source gets wrong from its own
 * figures is an arithmetic error instead.
 */
export function recomputedByOthers(ledger: Ledger, run?: Run): Doubt[] {
	return figuresOf(ledger).all.flatMap((figure) => {
		run?.signal?.throwIfAborted();
		if (figure.claim.formula !== null) return [];
		const all = identitiesOf(ledger, figure.claim.attribute_id).flatMap((identity) =>
			recomputationsOf(figure, identity, ledger),
		);
		if (all.length === 0 || all.some(({ own }) => own)) return [];
		if (all.some(({ gap, identity }) => gap <= READING_FITS && !identity.row.meant)) return [];
		const meant = all.filter(({ identity }) => identity.row.meant);
		const oneOrigin = meant.filter((each) => each.oneOrigin);
		const judges = oneOrigin.length > 0 ? oneOrigin : meant;
		const [nearest] = judges.toSorted((a, b) => a.gap - b.gap);
		if (nearest === undefined || nearest.gap <= RECOMPUTED_FROM) return [];
		return doubtOf(figure, nearest, ledger);
	});
}

function doubtOf(
	figure: Figure,
	{ inputs, amount, identity }: Recomputation,
	ledger: Ledger,
): Doubt {
	return {
		figure,
		witnesses: inputs,
		bound: false,
		reason:
			`${inputs.map((input) => quoted(input, ledger)).join(" and ")} give ` +
			`${inUnitOf(figure.claim, amount.face, ledger)} (${identity.row.title})`,
		reads: "alone",
		factor: faceRatio(figure.face, amount.face),
	};
}
