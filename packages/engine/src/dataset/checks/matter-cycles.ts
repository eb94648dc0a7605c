import type { Check, Context, TableRow } from "./check.ts";
import { compositionOf } from "./element-conservation.ts";
import { recipesOf } from "./recipes-complete.ts";

interface Step {
	readonly from: string;
	readonly to: string;
	/** -log(t out / t in). */
	readonly cost: number;
	readonly row: number;
	readonly process: string;
}

/**
 * Materials that carry a listed element cannot grow on the way round, because
 * each process conserves each element. The others are followed here: a cycle of
 * processes that take only such materials may not multiply them (Bellman-Ford on
 * -log of the yields finds a cycle whose product is above 1).
 */
export const matterCycles: Check = {
	rule: "No material comes back from a cycle of processes as more than went in.",
	needs: ["elements", "materials", "compositions", "processes", "recipes"],
	run(context) {
		const recipes = [...recipesOf(context)];
		const grown = new Set<number>();
		for (const [process, recipe] of recipes) {
			for (const row of growth(recipe)) {
				grown.add(row[0]);
				reportGrowth(context, row, process, "in one step");
			}
		}
		const steps = multiplyingSteps(recipes, new Set(compositionOf(context).keys()));
		const culprit = onGainingCycle(steps);
		if (culprit === null || grown.has(culprit.row)) return;
		const recipe = recipes.find(([process]) => process === culprit.process)?.[1] ?? [];
		const found = recipe.find(([index]) => index === culprit.row);
		if (found !== undefined) reportGrowth(context, found, culprit.process, "over a cycle");
	},
};

type Entry = readonly [number, TableRow<"recipes">];

/** Outputs of materials that are also inputs, and come out as more. */
function growth(recipe: readonly Entry[]): Entry[] {
	return recipe.filter(([, out]) => {
		if (out.role !== "output") return false;
		const back = recipe.find(([, x]) => x.role === "input" && x.material_id === out.material_id);
		return back !== undefined && out.coefficient > back[1].coefficient;
	});
}

function multiplyingSteps(
	recipes: readonly (readonly [string, readonly Entry[]])[],
	carriers: ReadonlySet<string>,
): Step[] {
	return recipes.flatMap(([process, recipe]) => {
		const inputs = recipe.filter(([, row]) => row.role === "input" && row.coefficient > 0);
		if (inputs.some(([, row]) => carriers.has(row.material_id))) return [];
		const outputs = recipe.filter(([, row]) => row.role === "output" && row.coefficient > 0);
		return inputs.flatMap(([, input]) =>
			outputs.map(([row, output]) => ({
				from: input.material_id,
				to: output.material_id,
				cost: -Math.log(output.coefficient / input.coefficient),
				row,
				process,
			})),
		);
	});
}

const GAIN = 1e-9;

/** A step on a cycle whose costs sum below zero; null when there is none. */
function onGainingCycle(steps: readonly Step[]): Step | null {
	const distance = new Map<string, number>();
	const last = new Map<string, Step>();
	for (const { from, to } of steps) distance.set(from, 0).set(to, 0);
	let relaxed: Step | null = null;
	for (let round = 0; round <= distance.size; round++) {
		relaxed = null;
		for (const step of steps) {
			const reached = (distance.get(step.from) ?? 0) + step.cost;
			if (reached >= (distance.get(step.to) ?? 0) - GAIN) continue;
			distance.set(step.to, reached);
			last.set(step.to, step);
			relaxed = step;
		}
		if (relaxed === null) return null;
	}
	let step = relaxed as Step;
	for (let back = 0; back < distance.size; back++) step = last.get(step.from) ?? step;
	return step;
}

function reportGrowth(context: Context, [index, row]: Entry, process: string, how: string): void {
	context.report("recipes", index, {
		column: "coefficient",
		what: `${process} creates ${row.material_id} ${how}`,
		found: row.coefficient,
		expected: "no more out than in on the way round",
	});
}
