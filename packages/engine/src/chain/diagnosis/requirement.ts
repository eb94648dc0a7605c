import { STAGES } from "../../dataset/index.ts";
import type { Book, Recipe } from "./book.ts";

/** Need of one material (or of an element at the mine), t a year, implied by demand for a product. */
export interface RequirementRow {
	/** Stage that has to make it. */
	readonly stage: string;
	/** Material; at the mine `element` oxide contained in any concentrate. */
	readonly material: string | null;
	readonly element: string | null;
	/** What a tonne counts: the material's basis, or `contained oxide` at the mine. */
	readonly basis: string;
	/** t per t of product. */
	readonly perTonne: number;
	/** t/yr. */
	readonly need: number;
	/** t/yr that recycling the scrap of this very production could give back at most; not netted. */
	readonly recycleCredit: number;
	/** Processes the need was worked out through, with the share of each. */
	readonly routes: readonly { readonly process: string; readonly share: number }[];
}

export interface Requirement {
	readonly product: string;
	/** t/yr of product. */
	readonly demand: number;
	/** From the product upstream to the mine. */
	readonly rows: readonly RequirementRow[];
}

/** Capacity by process, t of reference flow a year: weighs the routes that make the same material. */
export type RouteWeights = ReadonlyMap<string, number>;

/**
 * What a demand needs at every stage, through the recipes.
 *
 * Where several processes make a material their recipes are averaged by what each could make of it
 * (`weights`; equally where nobody has capacity). Recycling is no route: what it could give back is
 * the separate column `recycleCredit`. Upstream of the first process with joint products
 * (separation) needs are followed by element, as oxide contained in what is mined: any concentrate
 * will do, and recovery is the average of the separators'.
 *
 * @throws RangeError when the recipes lead back to a material they came from
 */
export function requirement(
	book: Book,
	product: string,
	demand: number,
	weights: RouteWeights,
): Requirement {
	const order = upstreamOrder(book, product);
	const perTonne = new Map<string, number>([[product, 1]]);
	const mined = new Map<string, { perTonne: number; routes: RequirementRow["routes"] }>();
	const rows: RequirementRow[] = [];
	const scrap = new Map<string, number>();
	for (const material of order) {
		const need = perTonne.get(material) ?? 0;
		const routes = routesTo(book, material, weights);
		rows.push(materialRow(book, material, need, demand, routes));
		for (const { recipe, share } of routes) {
			const activity = (need * share) / (recipe.outputs.get(material) as number);
			if (recipe.joint) {
				addMined(book, material, { recipe, share }, need, mined);
				continue;
			}
			for (const [input, t] of recipe.inputs) add(perTonne, input, activity * t);
			for (const [other, t] of recipe.outputs)
				if (other !== material) add(scrap, other, activity * t);
		}
	}
	const credit = recycled(book, scrap);
	const all: RequirementRow[] = [
		...rows.map((row) => ({
			...row,
			recycleCredit: Math.min(row.need, demand * (credit.get(row.material as string) ?? 0)),
		})),
		...[...mined].map(([element, m]) => ({
			stage: "mine",
			material: null,
			element,
			basis: "contained oxide",
			perTonne: m.perTonne,
			need: m.perTonne * demand,
			recycleCredit: 0,
			routes: m.routes,
		})),
	];
	return { product, demand, rows: all.sort(downstreamFirst) };
}

function downstreamFirst(a: RequirementRow, b: RequirementRow): number {
	const place = (row: RequirementRow): number => (STAGES as readonly string[]).indexOf(row.stage);
	const name = (row: RequirementRow): string => row.material ?? row.element ?? "";
	return place(b) - place(a) || (name(a) < name(b) ? 1 : -1);
}

interface Route {
	readonly recipe: Recipe;
	readonly share: number;
}

/** Makers other than recycling, by what their capacity could give of the material. */
function routesTo(book: Book, material: string, weights: RouteWeights): Route[] {
	const makers = primaryMakers(book, material);
	const could = makers.map(
		(recipe) => (weights.get(recipe.id) ?? 0) * (recipe.outputs.get(material) as number),
	);
	const total = could.reduce((a, b) => a + b, 0);
	return makers
		.map((recipe, i) => ({
			recipe,
			share: total > 0 ? (could[i] as number) / total : 1 / makers.length,
		}))
		.filter((route) => route.share > 0);
}

export function primaryMakers(book: Book, material: string): Recipe[] {
	return book
		.makers(material)
		.filter((r) => r.stage !== "recycling" && (r.outputs.get(material) as number) > 0);
}

/** Product first, then everything it is made of down to the joint products or what has no inputs. */
function upstreamOrder(book: Book, product: string): string[] {
	const done: string[] = [];
	const state = new Map<string, "open" | "done">();
	const visit = (material: string, path: readonly string[]): void => {
		if (state.get(material) === "done") return;
		if (state.get(material) === "open")
			throw new RangeError(`recipes lead in a circle: ${[...path, material].join(" → ")}`);
		state.set(material, "open");
		for (const recipe of primaryMakers(book, material))
			if (!recipe.joint)
				for (const input of recipe.inputs.keys()) visit(input, [...path, material]);
		state.set(material, "done");
		done.push(material);
	};
	visit(product, []);
	return done.reverse();
}

function materialRow(
	book: Book,
	material: string,
	perTonne: number,
	demand: number,
	routes: readonly Route[],
): RequirementRow {
	const row = book.materials.get(material);
	return {
		stage: row?.stage ?? routes[0]?.recipe.stage ?? "supply",
		material,
		element: book.principalElement(material),
		basis: row?.basis ?? "gross",
		perTonne,
		need: perTonne * demand,
		recycleCredit: 0,
		routes: routes.map(({ recipe, share }) => ({ process: recipe.id, share })),
	};
}

/** Contained oxide that has to be mined for a route's share of a joint product, by its recovery. */
function addMined(
	book: Book,
	material: string,
	{ recipe, share }: Route,
	need: number,
	mined: Map<string, { perTonne: number; routes: RequirementRow["routes"] }>,
): void {
	const element = book.principalElement(material);
	if (element === null) return;
	const wanted = book.content(material, element) * book.oxidePerElement(element) * need * share;
	const routes = mined.get(element)?.routes ?? [];
	const before = mined.get(element)?.perTonne ?? 0;
	mined.set(element, {
		perTonne: before + wanted / recoveryFromMine(book, recipe, element),
		routes: [...routes, { process: recipe.id, share }],
	});
}

/** Share of a mined element that ends in the outputs of a process, over all the steps before it. */
function recoveryFromMine(book: Book, recipe: Recipe, element: string, depth = 0): number {
	const own = recovery(book, recipe, element);
	const before: number[] = [];
	for (const input of recipe.inputs.keys()) {
		const makers = primaryMakers(book, input).filter((m) => m.inputs.size > 0);
		if (book.content(input, element) > 0 && depth < book.recipes.size)
			for (const maker of makers) before.push(recoveryFromMine(book, maker, element, depth + 1));
	}
	return before.length === 0 ? own : (own * before.reduce((a, b) => a + b, 0)) / before.length;
}

/** Share of an element that a process gets out of its inputs into all its outputs; 1 where unknown. */
function recovery(book: Book, recipe: Recipe, element: string): number {
	const sum = (side: ReadonlyMap<string, number>): number =>
		[...side].reduce((total, [m, t]) => total + t * book.content(m, element), 0);
	const entering = sum(recipe.inputs);
	const leaving = sum(recipe.outputs);
	return entering > 0 && leaving > 0 ? leaving / entering : 1;
}

/** What the recycling processes could make of scrap, t per t of product, along their best routes. */
function recycled(book: Book, scrap: ReadonlyMap<string, number>): Map<string, number> {
	const credit = new Map<string, number>();
	for (const recipe of book.recipes.values()) {
		if (recipe.stage !== "recycling") continue;
		for (const [input, perActivity] of recipe.inputs) {
			const available = scrap.get(input) ?? 0;
			if (available === 0 || perActivity === 0) continue;
			for (const [material, t] of recipe.outputs) {
				const back = (available / perActivity) * t;
				credit.set(material, Math.max(credit.get(material) ?? 0, back));
			}
		}
	}
	return credit;
}

function add(map: Map<string, number>, key: string, amount: number): void {
	map.set(key, (map.get(key) ?? 0) + amount);
}
