import { dimensionText, sameDimension } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { ClaimRow, Verdict } from "../types.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { type Formula, namesOf, parseFormula } from "./formula.ts";
import { judged } from "./judged.ts";
import { recompute } from "./recompute.ts";

/** Recomputes a claim by the formula in its row, over the claims it names whatever their standing. */
export function verdictByFormula(claim: ClaimRow, figure: Figure | null, ledger: Ledger): Verdict {
	const parsed = parseFormula(claim.formula as string);
	if (!parsed.ok)
		return cannot(
			claim,
			[],
			`The formula cannot be read: character ${parsed.at}, ${parsed.reason}.`,
		);
	const inputs = namesOf(parsed.formula).map(({ id }) => id);
	const byId = new Map(inputs.map((id) => [id, figureById(id, ledger)]));
	const missing = inputs.find((id) => byId.get(id) === undefined);
	if (missing !== undefined) return cannot(claim, [], `The formula names no claim: ${missing}.`);
	if (figure === null) return cannot(claim, inputs, "It prints no number to compare.");
	const result = recompute(
		parsed.formula,
		({ id }) => byId.get(id) ?? `\`${id}\` prints no number`,
	);
	if (!result.ok) return cannot(claim, inputs, `The formula has no result: ${result.reason}.`);
	const { amount } = result;
	if (!sameDimension(amount.dimension, figure.dimension))
		return cannot(
			claim,
			inputs,
			`The formula gives ${dimensionText(amount.dimension)}, the claim is ${dimensionText(figure.dimension)}.`,
		);
	const way = wayOf(parsed.formula, byId);
	return judged(figure, amount, { by: claim.formula as string, inputs, way }, ledger);
}

/** The formula with the printed words in place of ids: `“1,000 tonnes” / “300,000 tonnes”`. */
function wayOf(formula: Formula, byId: ReadonlyMap<string, Figure | null | undefined>): string {
	if (formula.kind === "number") return String(formula.value);
	if (formula.kind === "name") return `“${byId.get(formula.id)?.claim.printed ?? formula.id}”`;
	if (formula.kind === "negative") return `-${wayOf(formula.of, byId)}`;
	if (formula.kind === "call")
		return `${formula.name}(${formula.parts.map((part) => wayOf(part, byId)).join(", ")})`;
	const side = (part: Formula): string =>
		part.kind === "binary" ? `(${wayOf(part, byId)})` : wayOf(part, byId);
	return `${side(formula.left)} ${formula.operator} ${side(formula.right)}`;
}

function figureById(id: string, ledger: Ledger): Figure | null | undefined {
	try {
		return figuresOf(ledger).of(ledger.claim(id));
	} catch (fault) {
		if (fault instanceof RangeError) return undefined;
		throw fault;
	}
}

function cannot(claim: ClaimRow, inputs: readonly string[], sentence: string): Verdict {
	return {
		claim: claim.id,
		verdict: "cannot check",
		by: claim.formula,
		found: null,
		expected: null,
		factor: null,
		inputs,
		sentence,
	};
}
