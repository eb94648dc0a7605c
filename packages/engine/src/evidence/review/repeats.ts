import type { Ledger } from "../ledger.ts";
import { quantityKey } from "../quantity.ts";
import { type Figure, figureOf, sameFigure } from "../same-figure.ts";
import type { ClaimRow, ImportReview } from "../types.ts";

export type Duplicate = ImportReview["duplicates"][number];

/** Columns that may differ between two rows that say the same word for word. */
const OWN: ReadonlySet<string> = new Set(["id", "note"]);

/**
 * Finds what a claim repeats among those it has been shown, the strongest likeness first: a row
 * word for word; a figure from the same origin through another outlet; the same figure from
 * another origin. Only claims of one quantity are compared (subject, attribute, basis, scope and
 * period), and of several that are alike the one shown first is named.
 */
export class Repeats {
	readonly #ledger: Ledger;
	readonly #words = new Map<string, ClaimRow>();
	readonly #figures = new Map<string, { readonly claim: ClaimRow; readonly figure: Figure }[]>();

	constructor(ledger: Ledger) {
		this.#ledger = ledger;
	}

	show(claim: ClaimRow): void {
		const words = wordsOf(claim);
		if (!this.#words.has(words)) this.#words.set(words, claim);
		const shown = { claim, figure: figureOf(claim, this.#ledger.units) };
		const key = quantityKey(claim);
		const others = this.#figures.get(key);
		if (others === undefined) this.#figures.set(key, [shown]);
		else others.push(shown);
	}

	/** Null for a claim that says something of its own. */
	of(claim: ClaimRow): Duplicate | null {
		const same = this.#words.get(wordsOf(claim));
		if (same !== undefined) return this.#duplicate("same", claim, same);
		const figure = figureOf(claim, this.#ledger.units);
		const origin = this.#ledger.origin(claim);
		let agreeing: ClaimRow | null = null;
		for (const other of this.#figures.get(quantityKey(claim)) ?? []) {
			if (!sameFigure(figure, other.figure)) continue;
			if (this.#ledger.origin(other.claim) === origin)
				return this.#duplicate("echo", claim, other.claim);
			agreeing ??= other.claim;
		}
		return agreeing === null ? null : this.#duplicate("agrees", claim, agreeing);
	}

	#duplicate(kind: Duplicate["kind"], claim: ClaimRow, other: ClaimRow): Duplicate {
		const says = this.#ledger.attribution(other);
		const sentence = {
			same: `${claim.id} says word for word what ${other.id} says (${says}): not added.`,
			echo: `${claim.id} repeats ${other.id}, the same figure from the same origin (${says}): it does not count again.`,
			agrees: `${claim.id} agrees with ${other.id}, which has the figure from another origin (${says}).`,
		}[kind];
		return { claim: claim.id, of: other.id, kind, sentence };
	}
}

function wordsOf(claim: ClaimRow): string {
	const cells = Object.entries(claim).filter(([column]) => !OWN.has(column));
	return JSON.stringify(cells);
}
