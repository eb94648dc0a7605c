import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { Verdict } from "../types.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { stepsOf } from "./steps.ts";
import { verdictByFormula } from "./verdict-by-formula.ts";
import { verdictByIdentity } from "./verdict-by-identity.ts";

const KNOWN = new WeakMap<Ledger, readonly Verdict[]>();

/**
 * Recomputes every claim from the others, in the order of their ids.
 *
 * A claim with a formula is recomputed by it. Otherwise an identity of its attribute is tried with
 * figures of the same subject, basis, scope and period: those of its own source decide whether its
 * arithmetic holds; those of other sources can only confirm it, for where they disagree the fault
 * may lie with either (a finding then says so). Figures are intervals by their printed digits, a
 * bound is half of a line: a claim is consistent unless no number within them fits.
 */
export function verdicts(ledger: Ledger, run?: Run): readonly Verdict[] {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const figures = figuresOf(ledger);
	const step = stepsOf(run, "recomputing the claims", ledger.claims.length);
	const all = ledger.claims.map((claim) => {
		step();
		const figure = figures.of(claim);
		if (claim.formula !== null) return verdictByFormula(claim, figure, ledger);
		if (figure === null) return unchecked(claim.id, "It prints no number.");
		return verdictByIdentity(figure, ledger) ?? unchecked(claim.id, reason(figure));
	});
	KNOWN.set(ledger, all);
	return all;
}

function reason(figure: Figure): string {
	return figure.bound
		? "A bound, with nothing printed that it follows from."
		: "Nothing is printed that it follows from.";
}

function unchecked(claim: string, sentence: string): Verdict {
	return {
		claim,
		verdict: "cannot check",
		by: null,
		found: null,
		expected: null,
		factor: null,
		inputs: [],
		sentence,
	};
}
