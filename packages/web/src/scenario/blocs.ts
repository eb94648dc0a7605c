import type { Bloc } from "@lodegrid/engine/chain";
import type { Catalog } from "../engine/catalog.ts";
import { readBlocs, type View } from "./view.ts";

/** The bloc of every region under a view: home, then the URL's choices, then the package's. */
export function blocsOf(catalog: Catalog, view: Pick<View, "home" | "blocs">): Map<string, Bloc> {
	const chosen = readBlocs(view.blocs);
	return new Map(
		catalog.tables.regions.map(({ id, bloc }) => [
			id,
			id === view.home ? "home" : (chosen[id] ?? bloc),
		]),
	);
}

/**
 * Bloc that can count on a plant: rival where its place or its owner is rival, home by place only,
 * else the friendlier of place and owner. The same rule as the engine's diagnosis.
 */
export function plantBloc(
	catalog: Catalog,
	view: Pick<View, "home" | "blocs">,
	plant: { readonly region_id: string; readonly controlling_region_id: string },
): Bloc {
	const blocs = blocsOf(catalog, view);
	const here = blocs.get(plant.region_id) ?? "neutral";
	const owner = blocs.get(plant.controlling_region_id) ?? "neutral";
	if (here === "rival" || owner === "rival") return "rival";
	if (here === "home") return "home";
	return here === "allied" || owner === "allied" || owner === "home" ? "allied" : "neutral";
}
