import type { RowOf } from "../engine/catalog.ts";
import "./evidence-parts.css";

/**
 * The figure as printed, in quotation marks: text of strangers, shown as nothing but text. What
 * was worked out here was printed nowhere and has no marks.
 */
export function Printed({ claim }: { readonly claim: RowOf<"claims"> }) {
	return claim.derivation === "printed" ? (
		<q className="printed">{claim.printed}</q>
	) : (
		<span className="printed">{claim.printed}</span>
	);
}
