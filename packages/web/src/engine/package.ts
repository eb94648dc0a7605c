/** The data package as it is shipped with the page, with the reader's own claims where there are any. */
import type { DataPackage, Problem } from "@lodegrid/engine/dataset";
import { type OwnClaims, readOwnClaims } from "./own-claims.ts";
import { type Packed, unpack } from "./packed.ts";

export interface Opened {
	readonly pkg: DataPackage;
	readonly warnings: readonly Problem[];
}

/** Fetches the package; it was checked when the page was built. */
export async function fetchPackage(): Promise<Opened> {
	const own = readOwnClaims();
	const response = await fetch("/data/baseline.json");
	if (!response.ok)
		throw new Error(`The data package did not arrive (HTTP ${response.status}); reload the page.`);
	const shipped = unpack((await response.json()) as Packed);
	const claims = await own;
	return claims ? withOwn(shipped, claims) : shipped;
}

/** Claims that no longer fit the shipped package are left out, and the warnings say why. */
async function withOwn({ pkg, warnings }: Opened, own: OwnClaims): Promise<Opened> {
	const { reviewImport } = await import("@lodegrid/engine/evidence");
	const bytes = (text: string) => new TextEncoder().encode(text);
	const reviewed = reviewImport(pkg, bytes(own.claims), {
		...(own.sources && { sources: bytes(own.sources) }),
		...(own.subjects && { subjects: bytes(own.subjects) }),
	});
	return {
		pkg: reviewed.ok ? reviewed.after : pkg,
		warnings: [...warnings, ...reviewed.problems],
	};
}
