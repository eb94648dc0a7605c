/**
 * Choices among the claims. A facet gives every claim its values; several values of one facet are
 * alternatives, several facets narrow each other. In the address: `kind.munition~confidence.high`.
 */
import { type Catalog, nameOf } from "../../../engine/catalog.ts";
import type { Entry } from "../../../evidence/entries.ts";
import {
	CONFIDENCE_WORDS,
	FORM_WORDS,
	KIND_WORDS,
	STANDING_WORDS,
	VERDICT_WORDS,
} from "../../../evidence/words.ts";

export interface Facet {
	readonly id: string;
	readonly title: string;
	/** Values of a claim, as they stand in the address. */
	readonly values: (entry: Entry, catalog: Catalog) => readonly string[];
	/** A value in words. */
	readonly name: (value: string, catalog: Catalog) => string;
	/** Years run backwards, all others from the most to the fewest. */
	readonly byName?: true;
}

const GAP = "none";

/** Adding a facet is one entry here. */
export const FACETS: readonly Facet[] = [
	{
		id: "verdict",
		title: "Arithmetic",
		values: ({ verdict }) => (verdict ? [slug(verdict.verdict)] : []),
		name: (value) => wordOf(VERDICT_WORDS, value),
	},
	{
		id: "kind",
		title: "About",
		values: ({ kind }) => [kind],
		name: (value) => wordOf(KIND_WORDS, value),
	},
	{
		id: "attribute",
		title: "What it says",
		values: ({ claim }) => [claim.attribute_id],
		name: (value, { attributes }) => nameOf(attributes, value),
	},
	{
		id: "basis",
		title: "Basis",
		values: ({ claim }) => [claim.basis_id ?? GAP],
		name: (value, { bases }) => (value === GAP ? "not stated" : nameOf(bases, value)),
	},
	{
		id: "publisher",
		title: "Read in",
		values: ({ claim }, { sources }) => [
			slug(sources.get(claim.source_ids[0] ?? "")?.publisher ?? GAP),
		],
		name: (value, catalog) => publishersOf(catalog).get(value) ?? value,
	},
	{
		id: "source",
		title: "Anywhere in the chain",
		values: ({ claim }) => claim.source_ids,
		name: (value, { sources }) => sources.get(value)?.title ?? value,
	},
	{
		id: "confidence",
		title: "Confidence",
		values: ({ claim }) => [claim.confidence],
		name: (value) => wordOf(CONFIDENCE_WORDS, value),
	},
	{
		id: "form",
		title: "Form",
		values: ({ claim }) => [claim.form],
		name: (value) => wordOf(FORM_WORDS, value),
	},
	{
		id: "year",
		title: "Year it is about",
		values: ({ claim }) => [claim.as_of?.slice(0, 4) ?? GAP],
		name: (value) => (value === GAP ? "unknown" : value),
		byName: true,
	},
	{
		id: "standing",
		title: "Standing",
		values: ({ standing }) => [standing],
		name: (value) => wordOf(STANDING_WORDS, value),
	},
];

/** Chosen values by facet. */
export type Choices = ReadonlyMap<string, ReadonlySet<string>>;

/** `kind.munition~kind.event~form.range` → chosen values by facet; unknown facets are left out. */
export function readChoices(text: string): Choices {
	const pairs = text.split("~").flatMap((pair) => {
		const dot = pair.indexOf(".");
		const [facet, value] = [pair.slice(0, dot), pair.slice(dot + 1)];
		return dot > 0 && value && FACETS.some(({ id }) => id === facet) ? [{ facet, value }] : [];
	});
	const groups = Map.groupBy(pairs, ({ facet }) => facet);
	return new Map([...groups].map(([facet, some]) => [facet, new Set(some.map((p) => p.value))]));
}

export function writeChoices(choices: Choices): string {
	return [...choices]
		.flatMap(([facet, values]) => [...values].map((value) => `${facet}.${value}`))
		.toSorted()
		.join("~");
}

/** The choices with one value switched. */
export function toggled(choices: Choices, facet: string, value: string): Choices {
	const values = new Set(choices.get(facet));
	if (!values.delete(value)) values.add(value);
	const next = new Map(choices).set(facet, values);
	if (values.size === 0) next.delete(facet);
	return next;
}

/** Text as it can stand in an address. */
export function slug(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "")
		.slice(0, 60);
}

const publishers = new WeakMap<Catalog, ReadonlyMap<string, string>>();

function publishersOf(catalog: Catalog): ReadonlyMap<string, string> {
	const known =
		publishers.get(catalog) ??
		new Map(catalog.tables.sources.map(({ publisher }) => [slug(publisher), publisher]));
	publishers.set(catalog, known);
	return known;
}

function wordOf(words: Readonly<Record<string, string>>, value: string): string {
	const key = Object.keys(words).find((word) => slug(word) === slug(value));
	return key === undefined ? value : (words[key] ?? value);
}
