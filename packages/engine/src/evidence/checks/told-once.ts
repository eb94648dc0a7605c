import type { Ledger } from "../ledger.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { swapped } from "./swapped.ts";
import { oneVoice } from "./voices.ts";

/**
 * Whether an exchange of two figures has told of a pair already: one is exchanged, the other stands
 * against the exchange, or only repeats an origin that does. Either order.
 */
export function toldByExchange(ledger: Ledger): (a: Figure, b: Figure) => boolean {
	const { of } = figuresOf(ledger);
	const exchanges = new Map<string, Figure[]>();
	for (const { claims, against } of swapped(ledger)) {
		const witnesses = against.flatMap((id) => of(ledger.claim(id)) ?? []);
		for (const id of claims) exchanges.set(id, [...(exchanges.get(id) ?? []), ...witnesses]);
	}
	const told = (exchanged: Figure, other: Figure): boolean =>
		exchanges.get(exchanged.claim.id)?.some((witness) => oneVoice(witness, other, ledger)) ?? false;
	return (a, b) => told(a, b) || told(b, a);
}
