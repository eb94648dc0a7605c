/** A recomputation with its numbers filled in: each name of the formula becomes the figure it stands for. */
import type { Verdict } from "@lodegrid/engine/evidence";
import type { Catalog } from "../engine/catalog.ts";
import { figureOf } from "./figure.ts";

export interface Part {
	readonly text: string;
	/** Where it stands in the formula. */
	readonly at: number;
	/** The claim whose figure it is; null = the formula's own signs and numbers. */
	readonly claim: string | null;
}

/**
 * `aus / world` → `8 000 t/yr ÷ 16 000 t/yr`. Names are ids of claims, or attributes of the same
 * subject; `whole(x)` is x of the subject that it is a part of. Null where there is no formula.
 */
export function filled(verdict: Verdict, catalog: Catalog): readonly Part[] | null {
	const claim = catalog.claims.get(verdict.claim);
	const formula = formulaOf(verdict, catalog);
	if (!formula || !claim) return null;
	const inputs = verdict.inputs.flatMap((id) => catalog.claims.get(id) ?? []);
	const standsFor = (name: string, whole: boolean) =>
		catalog.claims.get(name) ??
		inputs.find(
			(input) => input.attribute_id === name && (input.subject_id !== claim.subject_id) === whole,
		);
	const parts: Part[] = [];
	let at = 0;
	for (const match of formula.matchAll(NAMES)) {
		const { whole, plain } = match.groups as { whole?: string; plain?: string };
		const input = standsFor(whole ?? plain ?? "", whole !== undefined);
		if (!input) continue;
		parts.push({ text: signs(formula.slice(at, match.index)), at, claim: null });
		parts.push({ text: figureOf(input, catalog.units), at: match.index, claim: input.id });
		at = match.index + match[0].length;
	}
	parts.push({ text: signs(formula.slice(at)), at, claim: null });
	const filledIn = parts.filter(({ text }) => text !== "");
	return filledIn.some((part) => part.claim) ? filledIn : null;
}

const NAMES = /whole\(\s*(?<whole>[A-Za-z_]\w*)\s*\)|(?<plain>[A-Za-z_]\w*)(?!\s*\()/g;

/** The text of what it was recomputed with: the claim's own formula or an identity's. */
function formulaOf({ by, claim }: Verdict, catalog: Catalog): string | null {
	if (by === null) return null;
	const identity = catalog.tables.identities.find(
		({ id, title, formula }) => by === id || by === title || by === formula,
	);
	return identity?.formula ?? (catalog.claims.get(claim)?.formula === by ? by : null) ?? by;
}

function signs(text: string): string {
	return text
		.replaceAll("*", "×")
		.replaceAll("/", "÷")
		.replace(/(?<=\s|^)-(?=\s)/g, "−");
}
