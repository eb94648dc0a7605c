import type { ModelStatusCode } from "highs";
import type { LpStatus } from "./types.ts";

const WORDS: Partial<Record<ModelStatusCode, LpStatus | "undecided">> = {
	6: "optimal", // no rows and no columns
	7: "optimal",
	8: "infeasible",
	9: "undecided", // infeasible or unbounded: the solver did not need to know which
	10: "unbounded",
	13: "time limit",
	17: "cancelled",
};

/** The solver's model status in our words. */
export function wordsFor(code: ModelStatusCode): LpStatus | "undecided" {
	return WORDS[code] ?? "failed";
}
