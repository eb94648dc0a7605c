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

const FAILURES: Partial<Record<ModelStatusCode, string>> = {
	1: "the solver could not load the model",
	2: "the solver found the model faulty",
	3: "the presolve ended in an error",
	4: "the solver ended in an error",
	5: "the postsolve ended in an error",
	14: "the solver reached its iteration limit",
	15: "the solver stopped without a conclusion",
};

/** Why a status counts as failed. */
export function failureFor(code: ModelStatusCode): string {
	return FAILURES[code] ?? `the solver ended with model status ${code}`;
}

/** The solver's model status in our words. */
export function wordsFor(code: ModelStatusCode): LpStatus | "undecided" {
	return WORDS[code] ?? "failed";
}
