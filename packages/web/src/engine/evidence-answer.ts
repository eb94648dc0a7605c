/** What the claims of a package come to, worked out once. */
import type { DataPackage } from "@lodegrid/engine/dataset";
import {
	conflicts,
	dependentsOf,
	findings,
	openLedger,
	resolveAll,
	verdicts,
} from "@lodegrid/engine/evidence";
import type { Evidence } from "./protocol.ts";

export function evidenceAnswer(pkg: DataPackage): Evidence {
	const ledger = openLedger(pkg);
	const resolutions = [...resolveAll(pkg).values()];
	const heard = new Set(resolutions.flatMap(({ roles }) => roles.map(({ claim }) => claim)));
	return {
		verdicts: verdicts(ledger),
		findings: findings(ledger),
		conflicts: conflicts(ledger),
		resolutions,
		uses: Object.fromEntries([...heard].map((claim) => [claim, dependentsOf(pkg, claim)])),
	};
}
