import type { LpResult, Session, SolveOptions } from "../lp/index.ts";
import type { Layout } from "./constraints/layout.ts";

/**
 * Why a model has no answer, in the user's nouns: which limits cannot hold together, and the
 * least change that lets them, one of possibly several. Only what data or choices set may be
 * changed: capacities, commitments, limits, storage and the wish for no shortage; balances and
 * recipes hold always.
 */
export function explainModel(
	session: Session,
	layout: Layout,
	result: LpResult,
	options: SolveOptions,
): string[] {
	if (result.status === "unbounded") return [session.explainUnbounded().text];
	if (result.status !== "infeasible") return [];
	const { rows, columns } = layout;
	const changeable = (i: number) => i >= rows.capacity && i < rows.closing;
	const isShort = (j: number) => j >= columns.short && j < columns.unmade;
	const { text } = session.explainInfeasible({
		rowPenalty: (i) => (changeable(i) ? 1 : -1),
		columnPenalty: (j) => (isShort(j) ? 1 : -1),
		...(options.signal && { signal: options.signal }),
		...(options.timeLimitSeconds !== undefined && {
			timeLimitSeconds: options.timeLimitSeconds,
		}),
	});
	return text.split("\n").filter((line) => line !== "");
}
