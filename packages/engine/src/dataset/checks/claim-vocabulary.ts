import { dimensionText, parseDimension } from "../dimension.ts";
import type { Check } from "./check.ts";

export const claimVocabulary: Check = {
	rule: "A claim is in a unit that its attribute can be counted in (money in any currency), and has a basis where its attribute needs one.",
	needs: ["units", "attributes"],
	run(context) {
		const dimensions = new Map<string, string>();
		for (const [, row] of context.rows("units")) dimensions.set(row.id, anyCurrency(row.dimension));
		const attributes = new Map([...context.rows("attributes")].map(([, row]) => [row.id, row]));
		for (const [index, claim] of context.rows("claims")) {
			const attribute = attributes.get(claim.attribute_id);
			if (attribute === undefined) continue;
			if (attribute.needs_basis && claim.basis_id === null)
				context.report("claims", index, {
					column: "basis_id",
					what: "basis missing",
					found: "",
					expected: `what a figure of ${attribute.id} is a tonne or a share of`,
				});
			const numeric = claim.value !== null || claim.low !== null;
			const shown = attribute.unit_id;
			if (shown === null && numeric) {
				context.report("claims", index, {
					column: "form",
					what: `${attribute.id} has no unit`,
					found: claim.form,
					expected: "date, token or words",
				});
				continue;
			}
			const wanted = dimensions.get(shown ?? "");
			if (claim.unit_id === null) {
				if (!numeric) continue;
				const expected = `a unit of ${wanted ?? "its attribute"}, such as ${shown}`;
				context.report("claims", index, {
					column: "unit_id",
					what: "unit missing",
					found: "",
					expected,
				});
				continue;
			}
			const own = dimensions.get(claim.unit_id);
			if (wanted === undefined || own === undefined || own === wanted) continue;
			context.report("claims", index, {
				column: "unit_id",
				what: `unit of another dimension, ${own}`,
				found: claim.unit_id,
				expected: `a unit of ${wanted}, as ${attribute.id} is counted in`,
				nearest: shown,
			});
		}
	},
};

function anyCurrency(dimension: string): string {
	const parsed = parseDimension(dimension.replaceAll(/money_[a-z]+/g, "money"));
	return parsed === null ? dimension : dimensionText(parsed);
}
