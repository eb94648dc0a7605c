import type { ClaimRow } from "./types.ts";

/**
 * What a claim is about, `subject|attribute|basis|scope|period`: blank where it names none, the
 * period as `2025` or `2023/2025`. Only claims of one quantity are compared.
 */
export function quantityKey(claim: ClaimRow): string {
	const period =
		claim.as_of === null
			? ""
			: claim.as_of_end === null || claim.as_of_end === claim.as_of
				? claim.as_of
				: `${claim.as_of}/${claim.as_of_end}`;
	return [
		claim.subject_id,
		claim.attribute_id,
		claim.basis_id ?? "",
		claim.scope_id ?? "",
		period,
	].join("|");
}
