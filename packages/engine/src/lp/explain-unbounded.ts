import type { Highs } from "highs";
import { asModelData } from "./model-data.ts";
import { describe } from "./names.ts";
import type { ExplainOptions, LpModel, UnboundedExplanation } from "./types.ts";

/**
 * Which columns can grow together for ever while the objective keeps falling.
 *
 * The direction d solves: minimise cost·d with A·d = 0, ≥ 0 or ≤ 0 as the rows are bounded,
 * d free, ≥ 0 or ≤ 0 as the columns are, and −1 ≤ d ≤ 1. Integrality is ignored: a rational
 * direction of a linear relaxation is, scaled, one of the integer model.
 */
export function explainUnbounded(
	highs: Highs,
	model: LpModel,
	options: ExplainOptions,
): UnboundedExplanation {
	const words = options.describeColumn ?? ((j: number) => describe(model.columnFamilies, j));
	const direction = solveDirection(highs, model);
	const ray: UnboundedExplanation["ray"][number][] = [];
	let gainPerUnit = 0;
	direction.forEach((d, index) => {
		gainPerUnit -= d * (model.cost[index] as number);
		if (Math.abs(d) < 1e-9) return;
		ray.push({ index, name: model.columnName(index), description: words(index), direction: d });
	});
	ray.sort((a, b) => Math.abs(b.direction) - Math.abs(a.direction) || a.index - b.index);
	return { ray, gainPerUnit, text: tell(ray, gainPerUnit) };
}

function solveDirection(highs: Highs, model: LpModel): Float64Array {
	return highs.withModel(
		asModelData({
			...model,
			integer: null,
			offset: 0,
			colLower: model.colLower.map((bound) => (bound === -Infinity ? -1 : 0)),
			colUpper: model.colUpper.map((bound) => (bound === Infinity ? 1 : 0)),
			rowLower: model.rowLower.map((bound) => (bound === -Infinity ? -Infinity : 0)),
			rowUpper: model.rowUpper.map((bound) => (bound === Infinity ? Infinity : 0)),
		}),
		(native) => {
			native.options.set({ output_flag: false, solver: "simplex" });
			native.run();
			return native.getSolution().colValue;
		},
	);
}

function tell(ray: UnboundedExplanation["ray"], gainPerUnit: number): string {
	if (ray.length === 0 || gainPerUnit <= 0) return "No direction of endless gain was found.";
	const shown = ray.slice(0, 12).map((r) => `${r.description} ${r.direction > 0 ? "up" : "down"}`);
	const more = ray.length > 12 ? `; and ${ray.length - 12} more` : "";
	return `Nothing limits these together (one of possibly several directions): ${shown.join("; ")}${more}. Each step lowers the objective by ${Number(gainPerUnit.toPrecision(6))}.`;
}
