import { figure } from "../words.ts";
import type { ResolutionRule } from "./rule.ts";

/** The analyst's own figure, in the unit of the model's number; the claims are shown beside it. */
export const override: ResolutionRule = {
	officialOnly: false,
	choose(voices, { override_value, override_low, override_high, reason }) {
		return {
			value: override_value,
			support:
				override_value === null
					? null
					: { low: override_low ?? override_value, high: override_high ?? override_value },
			counted: [],
			others: () =>
				voices.map((voice) => ({
					claim: voice.claim.id,
					role: "excluded",
					why: "An analyst's own figure stands in place of the claims.",
				})),
			step: () =>
				override_value === null
					? "The analyst gives no figure."
					: `The analyst's own figure is ${figure(override_value)}: ${reason}`,
		};
	},
};
