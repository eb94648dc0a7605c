import { STAGES } from "../tables/materials.ts";
import type { Check } from "./check.ts";

export const stagesListed: Check = {
	rule: "Lists of stages hold only stages of the chain.",
	needs: [],
	run(context) {
		const known = new Set<string>(STAGES);
		for (const name of ["facilities", "provenance_rules"] as const) {
			for (const [index, { stages }] of context.rows(name)) {
				for (const stage of stages) {
					if (known.has(stage)) continue;
					context.report(name, index, {
						column: "stages",
						what: "unknown stage",
						found: stage,
						expected: `stages among ${STAGES.join(", ")}`,
						nearest: () => context.nearest.find(stage, STAGES, 1 / 2),
					});
				}
			}
		}
	},
};
