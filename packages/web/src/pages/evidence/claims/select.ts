/** Which claims are shown: words, facets, order; and how many each choice would leave. */
import type { Catalog } from "../../../engine/catalog.ts";
import type { Entry } from "../../../evidence/entries.ts";
import type { Order } from "../../../scenario/view.ts";
import { type Choices, FACETS, type Facet } from "./facets.ts";

export interface Option {
	readonly value: string;
	readonly name: string;
	/** Claims that this choice would show, all other choices kept. */
	readonly count: number;
	readonly on: boolean;
}

export interface Selection {
	readonly shown: readonly Entry[];
	readonly options: ReadonlyMap<string, readonly Option[]>;
}

/** A claim with its values of every facet, in the order of FACETS: worked out once, read per key. */
export interface Indexed {
	readonly entry: Entry;
	readonly values: readonly (readonly string[])[];
}

export function indexed(entries: readonly Entry[], catalog: Catalog): Indexed[] {
	return entries.map((entry) => ({
		entry,
		values: FACETS.map((facet) => facet.values(entry, catalog)),
	}));
}

/** All words have to stand somewhere in the claim, in any order. */
export function matches(text: string, words: string): boolean {
	return partsOf(words).every((part) => text.includes(part));
}

/**
 * Claims under the words and the choices. A claim that misses exactly one facet still counts for
 * that facet's other values; so one pass over the claims gives both list and counts.
 */
export function select(
	index: readonly Indexed[],
	catalog: Catalog,
	words: string,
	choices: Choices,
	order: Order,
): Selection {
	const parts = partsOf(words);
	const wanted = FACETS.map(({ id }) => choices.get(id));
	const counts = FACETS.map(() => new Map<string, number>());
	const shown: Entry[] = [];
	for (const { entry, values } of index) {
		if (!parts.every((part) => entry.text.includes(part))) continue;
		const missed = EVERY.filter(
			(i) => wanted[i] && !values[i]?.some((value) => wanted[i]?.has(value)),
		);
		if (missed.length > 1) continue;
		if (missed.length === 0) shown.push(entry);
		for (const i of missed.length === 0 ? EVERY : missed)
			for (const value of values[i] ?? []) counts[i]?.set(value, (counts[i].get(value) ?? 0) + 1);
	}
	return {
		shown: sorted(shown, order),
		options: new Map(
			FACETS.map((facet, i) => [
				facet.id,
				optionsOf(facet, counts[i] ?? new Map(), catalog, choices),
			]),
		),
	};
}

const EVERY = FACETS.map((_, i) => i);

function partsOf(words: string): string[] {
	return words.toLowerCase().split(/\s+/).filter(Boolean);
}

function optionsOf(
	facet: Facet,
	counts: ReadonlyMap<string, number>,
	catalog: Catalog,
	choices: Choices,
): Option[] {
	const wanted = choices.get(facet.id) ?? new Set();
	const values = new Set([...counts.keys(), ...wanted]);
	const options = [...values].map((value) => ({
		value,
		name: facet.name(value, catalog),
		count: counts.get(value) ?? 0,
		on: wanted.has(value),
	}));
	return options.sort((a, b) =>
		facet.byName ? b.name.localeCompare(a.name) : b.count - a.count || a.name.localeCompare(b.name),
	);
}

function sorted(entries: readonly Entry[], order: Order): Entry[] {
	const newest = (a: Entry, b: Entry) =>
		compare(b.published ?? "", a.published ?? "") || compare(a.claim.id, b.claim.id);
	const by: Record<Order, (a: Entry, b: Entry) => number> = {
		newest,
		used: (a, b) => b.uses.length - a.uses.length || newest(a, b),
		doubt: (a, b) => doubt(b) - doubt(a) || newest(a, b),
	};
	return entries.toSorted(by[order]);
}

/** A figure that fails its own arithmetic first, then what most findings are about. */
function doubt({ verdict, findings }: Entry): number {
	return (verdict?.verdict === "arithmetic error" ? 100 : 0) + findings.length;
}

/** Dates and ids, which are plain letters: many times faster than by language. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
