import type { DataPackage } from "../dataset/index.ts";
import { openLedger } from "./ledger.ts";
import { resolveAll } from "./resolve-all.ts";
import type { CellRef } from "./types.ts";

/**
 * The numbers of the model that rest on a claim: those whose value or distribution its figure can
 * change, because the rule counts it or it bounds the range. A claim that is an echo, replaced,
 * excluded or not heard by the rule has none. In order of the cells' ids.
 *
 * @throws RangeError with the nearest id when there is no such claim
 */
export function dependentsOf(pkg: DataPackage, claimId: string): readonly CellRef[] {
	openLedger(pkg).claim(claimId);
	return [...resolveAll(pkg).values()]
		.filter(({ rule, value, roles }) => {
			if (rule === "override" || value === null) return false;
			return roles.some(({ claim, role }) => claim === claimId && MOVES.has(role));
		})
		.sort((a, b) => (a.id < b.id ? -1 : 1))
		.map(({ cell }) => cell);
}

const MOVES: ReadonlySet<string> = new Set(["used", "bound"]);
