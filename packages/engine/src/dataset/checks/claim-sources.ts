import type { Check } from "./check.ts";

export const claimSources: Check = {
	rule: "The attribution chain of a claim is sources only: whoever claims is somebody, not an assumption.",
	needs: [],
	run(context) {
		for (const [index, { source_ids: chain, confidence }] of context.rows("claims")) {
			const assumed = chain.find((id) => id.startsWith("a_"));
			if (assumed !== undefined)
				context.report("claims", index, {
					column: "source_ids",
					what: "an assumption in an attribution chain",
					found: assumed,
					expected: "ids of sources, first the outlet, last the origin",
				});
			else if (confidence === "assumption")
				context.report("claims", index, {
					column: "confidence",
					what: "a claim is not an assumption",
					found: confidence,
					expected: "how sure the source is",
				});
		}
	},
};
