/** Finds what a user means by a word: an id, a name, an alias, part of a title. */
import { Nearest } from "@lodegrid/engine/dataset";
import type { Ledger } from "@lodegrid/engine/evidence";
import { Failure } from "../failure.ts";

/** A thing that can be named: its id, and other words for it. */
interface Named {
	readonly id: string;
	readonly words: readonly string[];
}

/** Id of the subject called so, by id, name or alias, or by a part that only one of them has. */
export function subjectCalled(text: string, ledger: Ledger): string | null {
	const named = ledger.pkg.tables.subjects.map(({ id, name, aliases }) => ({
		id,
		words: [name, ...(aliases ?? "").split(/[;,]/).map((alias) => alias.trim())].filter(Boolean),
	}));
	return called("subject", text, named);
}

/** Id of the source called so: by id, or by a part of its title or publisher that only it has. */
export function sourceCalled(text: string, ledger: Ledger): string {
	const named = ledger.pkg.tables.sources.map(({ id, title, publisher }) => ({
		id,
		words: [title, publisher, `${publisher}: ${title}`],
	}));
	const id = called("source", text, named);
	if (id === null) throw new Failure(2, missing("source", text, named));
	return id;
}

/** What to say of a word that names nothing. */
export function noSuchSubject(text: string, ledger: Ledger, others: readonly string[]): Failure {
	const named = ledger.pkg.tables.subjects.map(({ id, name }) => ({ id, words: [name] }));
	return new Failure(
		2,
		missing("subject, parameter, claim or cell", text, [
			...named,
			...others.map((id) => ({ id, words: [] })),
		]),
	);
}

function called(what: string, text: string, named: readonly Named[]): string | null {
	const plain = fold(text);
	if (plain === "") throw new Failure(2, `Name a ${what}: nothing was given.`);
	const exact = named.find(({ id }) => id === text) ?? named.find(({ id }) => fold(id) === plain);
	if (exact !== undefined) return exact.id;
	const byWord = named.filter(({ words }) => words.some((word) => fold(word) === plain));
	if (byWord.length === 1) return byWord[0]?.id ?? null;
	const parts = byWord.length > 1 ? byWord : named.filter((one) => holds(one, plain));
	if (parts.length <= 1) return parts[0]?.id ?? null;
	const lines = parts.slice(0, MOST).map(({ id, words }) => `  ${id} (${words[0] ?? id})`);
	const more = parts.length > MOST ? [`  and ${parts.length - MOST} more`] : [];
	throw new Failure(
		2,
		[`${text} is part of several ${what}s. Name one by its id:`, ...lines, ...more].join("\n"),
	);
}

const MOST = 10;

function holds({ id, words }: Named, plain: string): boolean {
	return plain.length > 2 && [id, ...words].some((word) => fold(word).includes(plain));
}

function missing(what: string, text: string, named: readonly Named[]): string {
	const ids = new Map(named.flatMap(({ id, words }) => [id, ...words].map((word) => [word, id])));
	const near = new Nearest().find(text, ids.keys());
	const id = near === null ? null : ids.get(near);
	const hint = id === null ? "" : ` Did you mean ${id}${near === id ? "" : ` (${near})`}?`;
	return `There is no ${what} ${text}.${hint}`;
}

function fold(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, " ");
}
