import type { DataPackage } from "../../dataset/index.ts";
import { resolvePackage } from "../../evidence/index.ts";

type Tables = DataPackage["tables"];
export type FacilityRow = Tables["facilities"][number];
export type LineRow = Tables["lines"][number];
export type MaterialRow = Tables["materials"][number];

/** A process with its recipe: t of each material per t of reference flow. */
export interface Recipe {
	readonly id: string;
	readonly stage: string;
	readonly reference: string;
	readonly inputs: ReadonlyMap<string, number>;
	readonly outputs: ReadonlyMap<string, number>;
	/** Counted by what goes in, so its outputs come together (separation of a concentrate). */
	readonly joint: boolean;
}

/** A data package opened at the pages that the diagnosis looks things up in. */
export interface Book {
	/** Its numbers resolved from their claims. */
	readonly pkg: DataPackage;
	readonly recipes: ReadonlyMap<string, Recipe>;
	readonly materials: ReadonlyMap<string, MaterialRow>;
	readonly facilities: ReadonlyMap<string, FacilityRow>;
	readonly lines: ReadonlyMap<string, LineRow>;
	readonly linesByUnit: ReadonlyMap<string, readonly LineRow[]>;
	/** Recipes that make the material. */
	makers(material: string): readonly Recipe[];
	/** t of element per t of material. */
	content(material: string, element: string): number;
	/** Element with the largest content; null where none is listed. */
	principalElement(material: string): string | null;
	/** t of traded oxide per t of element; 1 where none is traded. */
	oxidePerElement(element: string): number;
	/** Country that controls the plant: its own entry, else its operator's. */
	controller(facility: string): string;
	operatorName(facility: string): string;
	regionName(region: string): string;
	materialName(material: string): string;
	facilityName(facility: string): string;
	/** Material name in a sentence: its name without the basis in brackets. */
	inWords(material: string): string;
}

/** Index a package, whatever the order of its rows. Ids are taken as checked by the loader. */
export function openBook(given: DataPackage): Book {
	const pkg = resolvePackage(given);
	const t = pkg.tables;
	const materials = new Map(t.materials.map((m) => [m.id, m]));
	const facilities = new Map(t.facilities.map((f) => [f.id, f]));
	const operators = new Map(t.operators.map((o) => [o.id, o]));
	const regions = new Map(t.regions.map((r) => [r.id, r]));
	const elements = new Map(t.elements.map((e) => [e.id, e]));
	const contents = Map.groupBy(t.compositions, (c) => c.material_id);
	const recipes = recipesOf(t);
	const makers = makersOf(recipes);
	const facilityOf = (id: string): FacilityRow => known(facilities, id, "facility");
	return {
		pkg,
		recipes,
		materials,
		facilities,
		lines: new Map(t.lines.map((l) => [l.id, l])),
		linesByUnit: Map.groupBy(t.lines, (l) => l.unit_id),
		makers: (material) => makers.get(material) ?? [],
		content: (material, element) =>
			contents.get(material)?.find((c) => c.element_id === element)?.fraction ?? 0,
		principalElement(material) {
			let best: string | null = null;
			let most = 0;
			for (const c of contents.get(material) ?? [])
				if (c.fraction > most) {
					most = c.fraction;
					best = c.element_id;
				}
			return best;
		},
		oxidePerElement: (element) => elements.get(element)?.oxide_per_element ?? 1,
		controller(id) {
			const row = facilityOf(id);
			return (
				row.controlling_region_id ??
				known(operators, row.operator_id, "operator").controlling_region_id
			);
		},
		operatorName: (id) =>
			operators.get(facilityOf(id).operator_id)?.name ?? facilityOf(id).operator_id,
		regionName: (id) => regions.get(id)?.name ?? id,
		materialName: (id) => materials.get(id)?.name ?? id,
		facilityName: (id) => facilities.get(id)?.name ?? id,
		inWords: (id) => withoutBasis(materials.get(id)?.name ?? id),
	};
}

/** "Dy metal, t metal" → "Dy metal"; "SmCo magnets, finished, t magnet" → "SmCo magnets". */
function withoutBasis(name: string): string {
	return name
		.replace(/\s*[,(]\s*t\b.*$/i, "")
		.replace(/,\s*finished$/i, "")
		.trim();
}

function known<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
	const row = map.get(id);
	if (row === undefined) throw new RangeError(`no ${what} ${id} in the data package`);
	return row;
}

function recipesOf(t: Tables): Map<string, Recipe> {
	const byMaterial = t.recipes.toSorted((a, b) => (a.material_id < b.material_id ? -1 : 1));
	const rows = Map.groupBy(byMaterial, (r) => r.process_id);
	const processes = t.processes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return new Map(
		processes.map((p) => {
			const own = rows.get(p.id) ?? [];
			const side = (role: "input" | "output"): Map<string, number> =>
				new Map(own.filter((r) => r.role === role).map((r) => [r.material_id, r.coefficient]));
			const outputs = side("output");
			const recipe: Recipe = {
				id: p.id,
				stage: p.stage,
				reference: p.reference_material_id,
				inputs: side("input"),
				outputs,
				joint: !outputs.has(p.reference_material_id),
			};
			return [p.id, recipe];
		}),
	);
}

function makersOf(recipes: ReadonlyMap<string, Recipe>): Map<string, Recipe[]> {
	const makers = new Map<string, Recipe[]>();
	for (const recipe of recipes.values())
		for (const material of recipe.outputs.keys()) {
			const list = makers.get(material);
			if (list) list.push(recipe);
			else makers.set(material, [recipe]);
		}
	return makers;
}
