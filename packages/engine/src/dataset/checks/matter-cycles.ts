import type { Check, Context, TableRow } from "./check.ts";
import { compositionOf } from "./element-conservation.ts";
import { gainingCycle, type YieldEdge } from "./gaining-cycle.ts";
import { recipesOf } from "./recipes-complete.ts";

type Entry = readonly [index: number, row: TableRow<"recipes">];
type Recipes = ReadonlyMap<string, readonly Entry[]>;

/**
 * Materials that carry a listed element cannot grow on the way round, because
 * each process conserves each element. The others are followed here: a cycle of
 * processes that live on such materials alone, all made within the cycle, may not
 * give back more than went in.
 */
export const matterCycles: Check = {
	rule: "No material comes back from a cycle of processes as more than went in.",
	needs: ["elements", "materials", "compositions", "processes", "recipes"],
	run(context) {
		const recipes = recipesOf(context);
		const growing = [...recipes.values()].flatMap(outputsThatGrow);
		for (const [index, row] of growing) reportGrowth(context, index, row, "in one step");
		if (growing.length > 0) return;
		const closed = selfSupplied(recipes, new Set(compositionOf(context).keys()));
		const found = gainingCycle(closed.flatMap(yieldEdges));
		if (found === "too large") {
			const [[index, row]] = closed[0] as [Entry];
			reportGrowth(context, index, row, "perhaps: too many processes in cycles to tell");
		} else if (found !== null) {
			reportGrowth(context, found.index, found.row, "over a cycle");
		}
	},
};

function outputsThatGrow(recipe: readonly Entry[]): Entry[] {
	const taken = new Map<string, number>();
	for (const [, row] of recipe) {
		if (row.role === "input") taken.set(row.material_id, row.coefficient);
	}
	return recipe.filter(
		([, row]) =>
			row.role === "output" && row.coefficient > (taken.get(row.material_id) ?? Infinity),
	);
}

/** Recipes that take only materials without listed elements, each made by another of these recipes. */
function selfSupplied(recipes: Recipes, carriers: ReadonlySet<string>): (readonly Entry[])[] {
	const takes = (recipe: readonly Entry[]) =>
		recipe.filter(([, row]) => row.role === "input" && row.coefficient > 0);
	const gives = (recipe: readonly Entry[]) =>
		recipe.filter(([, row]) => row.role === "output" && row.coefficient > 0);
	const kept = new Set(
		[...recipes.values()].filter((recipe) => {
			const inputs = takes(recipe);
			return inputs.length > 0 && !inputs.some(([, row]) => carriers.has(row.material_id));
		}),
	);
	const makers = new Map<string, number>();
	const users = new Map<string, (readonly Entry[])[]>();
	for (const recipe of kept) {
		for (const [, { material_id }] of gives(recipe)) {
			makers.set(material_id, (makers.get(material_id) ?? 0) + 1);
		}
		for (const [, { material_id }] of takes(recipe)) {
			const list = users.get(material_id);
			if (list === undefined) users.set(material_id, [recipe]);
			else list.push(recipe);
		}
	}
	const unmade = [...users.keys()].filter((material) => !makers.has(material));
	for (let material = unmade.pop(); material !== undefined; material = unmade.pop()) {
		for (const recipe of users.get(material) ?? []) {
			if (!kept.delete(recipe)) continue;
			for (const [, { material_id }] of gives(recipe)) {
				const left = (makers.get(material_id) ?? 0) - 1;
				makers.set(material_id, left);
				if (left === 0) unmade.push(material_id);
			}
		}
	}
	return [...kept];
}

type Edge = YieldEdge & { readonly index: number; readonly row: TableRow<"recipes"> };

/** Material → process → material, so that a recipe gives as many edges as it has rows. */
function yieldEdges(recipe: readonly Entry[]): Edge[] {
	return recipe
		.filter(([, row]) => row.coefficient > 0)
		.map(([index, row]) => {
			const process = `process ${row.process_id}`;
			return row.role === "input"
				? { from: row.material_id, to: process, gain: 1 / row.coefficient, index, row }
				: { from: process, to: row.material_id, gain: row.coefficient, index, row };
		});
}

function reportGrowth(
	context: Context,
	index: number,
	row: TableRow<"recipes">,
	how: string,
): void {
	context.report("recipes", index, {
		column: "coefficient",
		what: `${row.process_id} creates ${row.material_id} ${how}`,
		found: row.coefficient,
		expected: "no more out than in on the way round",
	});
}
