/** What a claim or a quantity is about, in names. */
import { type Catalog, nameOf, type RowOf } from "../engine/catalog.ts";
import { period } from "../lib/date.ts";

type About = Pick<
	RowOf<"claims">,
	"subject_id" | "attribute_id" | "basis_id" | "scope_id" | "as_of" | "as_of_end"
>;

/** `Australia, output` with its scope where it has one. */
export function titleOf(catalog: Catalog, claim: About): string {
	const subject = nameOf(catalog.subjects, claim.subject_id);
	const attribute = nameOf(catalog.attributes, claim.attribute_id);
	const scope = claim.scope_id ? ` (${nameOf(catalog.subjects, claim.scope_id)})` : "";
	return `${subject}: ${attribute}${scope}`;
}

/** `rare-earth oxide, all elements`; a gap says what it means. */
export function basisOf(catalog: Catalog, id: string | null): string | null {
	return id ? nameOf(catalog.bases, id) : null;
}

/** Day, month, year or period that the figure is about; null = the source does not say. */
export function asOfOf(claim: About): string | null {
	return claim.as_of ? period(claim.as_of, claim.as_of_end) : null;
}
