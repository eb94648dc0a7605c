import type { Ledger } from "../ledger.ts";
import type { Verdict } from "../types.ts";
import type { Figure } from "./figures.ts";
import { identitiesOf } from "./identities.ts";
import { judged } from "./judged.ts";
import { type Recomputation, recomputationsOf } from "./recomputations.ts";
import { ARITHMETIC_FROM } from "./settings.ts";
import { intervalInUnitOf, inUnitOf, quoted } from "./words.ts";

/**
 * Recomputes a figure by the meant identities of its attribute; null where no figures for one are
 * published. Of several recomputations one that fits is enough.
 */
export function verdictByIdentity(figure: Figure, ledger: Ledger): Verdict | null {
	const all = identitiesOf(ledger, figure.claim.attribute_id)
		.filter(({ row }) => row.meant)
		.flatMap((identity) => recomputationsOf(figure, identity, ledger));
	const own = all.filter((each) => each.own);
	const best = nearest(own) ?? nearest(all);
	if (best === null) return null;
	const inputs = best.inputs.map(({ claim }) => claim.id);
	const { title, formula } = best.identity.row;
	const named = best.inputs.map((input) => quoted(input, ledger)).join(" and ");
	if (best.own || best.gap <= ARITHMETIC_FROM)
		return judged(figure, best.amount, { by: formula, inputs, way: `${title}: ${named}` }, ledger);
	return {
		claim: figure.claim.id,
		verdict: "cannot check",
		by: formula,
		found: intervalInUnitOf(figure.claim, figure.interval, ledger),
		expected: intervalInUnitOf(figure.claim, best.amount.interval, ledger),
		factor: null,
		inputs,
		sentence:
			`Its source prints nothing that it follows from; ${named} of others would give ` +
			`${inUnitOf(figure.claim, best.amount.face, ledger)}.`,
	};
}

function nearest(all: readonly Recomputation[]): Recomputation | null {
	return all.reduce<Recomputation | null>(
		(best, each) => (best === null || each.gap < best.gap ? each : best),
		null,
	);
}
