/** What the claims of a package come to, worked out once. */
import type { DataPackage, Run } from "@lodegrid/engine/dataset";
import {
	conflicts,
	dependentsOf,
	findings,
	openLedger,
	resolveAll,
	unopenedRivals,
	verdicts,
} from "@lodegrid/engine/evidence";
import type { Evidence } from "./protocol.ts";

/** @param run stopped between two claims, not within the resolution of numbers, which is short */
export function evidenceAnswer(pkg: DataPackage, run: Run): Evidence {
	const ledger = openLedger(pkg);
	const resolutions = [...resolveAll(pkg).values()];
	const heard = new Set(resolutions.flatMap(({ roles }) => roles.map(({ claim }) => claim)));
	return {
		verdicts: verdicts(ledger, run),
		findings: findings(ledger, run),
		conflicts: conflicts(ledger, run),
		unopened: unopenedRivals(ledger, run),
		resolutions,
		uses: Object.fromEntries([...heard].map((claim) => [claim, dependentsOf(pkg, claim)])),
	};
}
