import type { Check, Context, TableRow } from "./check.ts";

/** Stages that may take matter from outside the chain. */
export const OPEN_STAGES: ReadonlySet<string> = new Set(["supply", "mine"]);

export const recipesComplete: Check = {
	rule: "Every process makes something, takes something unless it mines or supplies, and its recipe counts the reference material as 1.",
	needs: ["processes", "recipes"],
	run(context) {
		const recipes = recipesOf(context);
		for (const [index, process] of context.rows("processes")) {
			checkProcess(context, index, process, recipes.get(process.id) ?? []);
		}
	},
};

/** Recipe rows by process, each with its index in the table. */
export function recipesOf(context: Context): Map<string, [number, TableRow<"recipes">][]> {
	const recipes = new Map<string, [number, TableRow<"recipes">][]>();
	for (const entry of context.rows("recipes")) {
		const rows = recipes.get(entry[1].process_id);
		if (rows === undefined) recipes.set(entry[1].process_id, [entry]);
		else rows.push(entry);
	}
	return recipes;
}

function checkProcess(
	context: Context,
	index: number,
	process: TableRow<"processes">,
	recipe: readonly [number, TableRow<"recipes">][],
): void {
	const flows = (role: "input" | "output") =>
		recipe.filter(([, row]) => row.role === role && row.coefficient > 0);
	if (flows("output").length === 0) {
		const expected = "an output in recipes";
		context.report("processes", index, {
			column: "id",
			what: "makes nothing",
			found: process.id,
			expected,
		});
	}
	if (flows("input").length === 0 && !OPEN_STAGES.has(process.stage)) {
		context.report("processes", index, {
			column: "stage",
			what: `${process.id} makes matter from nothing`,
			found: process.stage,
			expected: "an input in recipes; only supply and mine may have none",
		});
	}
	checkReference(context, index, process, recipe);
}

function checkReference(
	context: Context,
	index: number,
	process: TableRow<"processes">,
	recipe: readonly [number, TableRow<"recipes">][],
): void {
	const own = recipe.filter(([, row]) => row.material_id === process.reference_material_id);
	if (own.length === 0) {
		context.report("processes", index, {
			column: "reference_material_id",
			what: `reference material is not in the recipe of ${process.id}`,
			found: process.reference_material_id,
			expected: `one of ${names(recipe)}`,
		});
		return;
	}
	if (own.some(([, row]) => Math.abs(row.coefficient - 1) <= 1e-12)) return;
	const [recipeIndex, row] = own[0] as [number, TableRow<"recipes">];
	context.report("recipes", recipeIndex, {
		column: "coefficient",
		what: `reference material of ${process.id} is not counted as 1`,
		found: row.coefficient,
		expected: "1",
		nearest: "1",
	});
}

function names(recipe: readonly [number, TableRow<"recipes">][]): string {
	const some = recipe.slice(0, 10).map(([, row]) => row.material_id);
	return some.length === 0 ? "its recipe, which is missing" : some.join(", ");
}
