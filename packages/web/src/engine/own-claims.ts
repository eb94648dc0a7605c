/**
 * Claims that the reader added, kept on this machine as the CSV they came in, and put into the
 * shipped package whenever it is opened. Both the page and its workers read them here.
 */

/** CSV texts by table; sources and subjects that the claims need and the package lacks. */
export interface OwnClaims {
	readonly claims: string;
	readonly sources: string;
	readonly subjects: string;
}

const STORE = "own-claims";
const KEY = "/own-claims.json";

/** What the reader added, or null. A browser that keeps nothing has none. */
export async function readOwnClaims(): Promise<OwnClaims | null> {
	const cache = await store();
	const kept = await cache?.match(KEY);
	return kept ? ((await kept.json()) as OwnClaims) : null;
}

/** Keeps the claims, or forgets them all with null. Throws where the browser keeps nothing. */
export async function writeOwnClaims(own: OwnClaims | null): Promise<void> {
	const cache = await store();
	if (!cache)
		throw new Error("This browser keeps nothing for this page; download the file instead.");
	if (own) await cache.put(KEY, Response.json(own));
	else await cache.delete(KEY);
}

/** Two files as one: rows of the second under the header of the first, whose columns they share. */
export function joined(first: string, second: string): string {
	if (first === "" || second === "") return first || second;
	const end = second.indexOf("\n");
	if (first.slice(0, first.indexOf("\n")) !== second.slice(0, end))
		throw new Error("The files have different columns.");
	return first + second.slice(end + 1);
}

async function store(): Promise<Cache | null> {
	try {
		return typeof caches === "undefined" ? null : await caches.open(STORE);
	} catch {
		return null;
	}
}
