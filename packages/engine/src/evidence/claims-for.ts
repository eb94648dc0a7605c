import type { Ledger } from "./ledger.ts";
import { aboutPeriod } from "./period.ts";
import type { ClaimRow, ParameterRow } from "./types.ts";

/** Claims that a parameter asks for: its subject, attribute, basis and scope, in its period. */
export function claimsFor(ledger: Ledger, row: ParameterRow): readonly ClaimRow[] {
	return ledger
		.find({
			subject: row.subject_id,
			attribute: row.attribute_id,
			basis: row.basis_id,
			scope: row.scope_id,
		})
		.filter((claim) => aboutPeriod(claim, row.as_of));
}
