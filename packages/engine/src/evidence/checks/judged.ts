import type { Ledger } from "../ledger.ts";
import type { Verdict } from "../types.ts";
import type { Figure } from "./figures.ts";
import { gapRatio, nameFactor } from "./ratio.ts";
import type { Amount } from "./recompute.ts";
import { ARITHMETIC_FROM } from "./settings.ts";
import { intervalInUnitOf, inUnitOf, rangeInUnitOf } from "./words.ts";

/** Compares a figure with what it is recomputed to be. */
export function judged(
	figure: Figure,
	amount: Amount,
	how: { readonly by: string; readonly inputs: readonly string[]; readonly way: string },
	ledger: Ledger,
): Verdict {
	const { claim } = figure;
	const consistent = gapRatio(figure.interval, amount.interval) <= ARITHMETIC_FROM;
	const { factor, name } = nameFactor(claim, figure, amount, ledger);
	const expected = inUnitOf(claim, amount.face, ledger);
	const sentence = consistent
		? `${how.way} gives ${expected}: “${claim.printed}” holds${atFace(figure, amount)}.`
		: `${how.way} gives ${expected} (${rangeInUnitOf(claim, amount.interval, ledger)} by the ` +
			`printed digits), not “${claim.printed}”${name === null ? "" : `: ${name}`}.`;
	return {
		claim: claim.id,
		verdict: consistent ? "consistent" : "arithmetic error",
		by: how.by,
		found: intervalInUnitOf(claim, figure.interval, ledger),
		expected: intervalInUnitOf(claim, amount.interval, ledger),
		factor,
		inputs: how.inputs,
		sentence,
	};
}

/** A bound that only the printed digits save: 2.00 % as "less than 2 %", 2.04 % as "at most 2 %". */
function atFace({ claim: { form }, face }: Figure, amount: Amount): string {
	if (!Number.isFinite(amount.interval.low) || !Number.isFinite(amount.interval.high)) return "";
	const equal = Math.abs(amount.face - face) <= DUST * Math.abs(face);
	const below = !equal && amount.face < face;
	const above = !equal && amount.face > face;
	const broken =
		(form === "less_than" && !below) ||
		(form === "more_than" && !above) ||
		(form === "at_most" && above) ||
		(form === "at_least" && below);
	if (!broken) return "";
	return equal
		? " only by the printed digits, at face value it is exactly that"
		: " only by the printed digits, not at face value";
}

/** Dust of binary arithmetic, far below what anybody prints. */
const DUST = 1e-9;
