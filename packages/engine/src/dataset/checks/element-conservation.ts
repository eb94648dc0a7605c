import type { Check, Context, TableRow } from "./check.ts";
import { OPEN_STAGES, recipesOf } from "./recipes-complete.ts";

const TOLERANCE = 1e-9;

type Recipe = readonly [number, TableRow<"recipes">][];
type Composition = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * For every process and element, per t of reference flow:
 * Σ_out coefficient · fraction ≤ Σ_in coefficient · fraction + 1e-9 t.
 * Mines and supplies that take no listed element from the chain are where it enters.
 */
export const elementConservation: Check = {
	rule: "No process gives out more of an element than it takes in.",
	needs: ["elements", "materials", "compositions", "processes", "recipes"],
	run(context) {
		const composition = compositionOf(context);
		const recipes = recipesOf(context);
		for (const [, process] of context.rows("processes")) {
			const recipe = recipes.get(process.id) ?? [];
			const taken = contained(recipe, "input", composition);
			if (OPEN_STAGES.has(process.stage) && taken.size === 0) continue;
			for (const [element, out] of contained(recipe, "output", composition)) {
				const inside = taken.get(element) ?? 0;
				if (out <= inside + TOLERANCE) continue;
				reportGain(context, process.id, element, inside, out, recipe, composition);
			}
		}
	},
};

/** Fraction of each element by material. */
export function compositionOf(context: Context): Composition {
	const composition = new Map<string, Map<string, number>>();
	for (const [, { material_id, element_id, fraction }] of context.rows("compositions")) {
		if (fraction === 0) continue;
		const elements = composition.get(material_id) ?? new Map<string, number>();
		composition.set(material_id, elements.set(element_id, fraction));
	}
	return composition;
}

function contained(
	recipe: Recipe,
	role: "input" | "output",
	composition: Composition,
): Map<string, number> {
	const mass = new Map<string, number>();
	for (const [, row] of recipe) {
		if (row.role !== role || row.coefficient === 0) continue;
		for (const [element, fraction] of composition.get(row.material_id) ?? []) {
			mass.set(element, (mass.get(element) ?? 0) + row.coefficient * fraction);
		}
	}
	return mass;
}

/** Reported at the output row that carries most of the element. */
function reportGain(
	context: Context,
	process: string,
	element: string,
	inside: number,
	out: number,
	recipe: Recipe,
	composition: Composition,
): void {
	const share = (row: TableRow<"recipes">) =>
		row.role === "output"
			? row.coefficient * (composition.get(row.material_id)?.get(element) ?? 0)
			: 0;
	const [first, ...others] = recipe;
	if (first === undefined) return;
	const [index, row] = others.reduce((a, b) => (share(b[1]) > share(a[1]) ? b : a), first);
	const fraction = composition.get(row.material_id)?.get(element) ?? 1;
	const limit = Math.max(0, row.coefficient - (out - inside) / fraction);
	context.report("recipes", index, {
		column: "coefficient",
		what: `${process} gives out ${figure(out)} t of ${element} and takes in ${figure(inside)} t`,
		found: row.coefficient,
		expected: `at most ${figure(limit)} of ${row.material_id}`,
		nearest: figure(limit),
	});
}

/** Rounded down at the tolerance, so that the figure itself passes. */
function figure(value: number): string {
	return String(Math.floor(value * 1e9 + 1e-3) / 1e9);
}
