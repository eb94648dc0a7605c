/** Every way to recompute a figure from the figures of an identity. */

import { sameDimension } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { Figure } from "./figures.ts";
import { nameKey } from "./formula.ts";
import { candidatesFor, type Identity } from "./identities.ts";
import { gapRatio } from "./ratio.ts";
import { type Amount, recompute } from "./recompute.ts";

export interface Recomputation {
	readonly identity: Identity;
	readonly inputs: readonly Figure[];
	readonly amount: Amount;
	/** All inputs stand in the outlet of the figure. */
	readonly own: boolean;
	/** All inputs have one origin. */
	readonly oneOrigin: boolean;
	/** How far the figure is from it, as a ratio; 1 where they meet. */
	readonly gap: number;
}

const MOST = 64;

/** The recomputations of a figure by one identity, from its own outlet's figures first; at most 64. */
export function recomputationsOf(
	figure: Figure,
	identity: Identity,
	ledger: Ledger,
): readonly Recomputation[] {
	const choices = identity.names.map((name) => candidatesFor(name, figure, ledger));
	if (choices.some((choice) => choice.length === 0)) return [];
	const results: Recomputation[] = [];
	for (const inputs of combinations(choices)) {
		const byName = new Map(identity.names.map((name, i) => [nameKey(name), inputs[i] as Figure]));
		const result = recompute(identity.formula, (name) => byName.get(nameKey(name)) as Figure);
		if (!result.ok || !sameDimension(result.amount.dimension, figure.dimension)) continue;
		results.push({
			identity,
			inputs,
			amount: result.amount,
			own: inputs.every(({ outlet }) => outlet === figure.outlet),
			oneOrigin: new Set(inputs.map(({ origin }) => origin)).size === 1,
			gap: gapRatio(figure.interval, result.amount.interval),
		});
	}
	return results;
}

function* combinations(choices: readonly (readonly Figure[])[]): Generator<Figure[]> {
	const total = Math.min(
		MOST,
		choices.reduce((product, { length }) => product * length, 1),
	);
	for (let index = 0; index < total; index++) {
		let rest = index;
		yield choices.map((choice) => {
			const at = rest % choice.length;
			rest = Math.floor(rest / choice.length);
			return choice[at] as Figure;
		});
	}
}
