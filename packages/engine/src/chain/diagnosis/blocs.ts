import type { Bloc, Scenario } from "../types.ts";
import type { Book } from "./book.ts";

export const BLOCS: readonly Bloc[] = ["home", "allied", "neutral", "rival"];

/** Bloc of a region: home, then what the scenario says, then the package. */
export function regionBloc(book: Book, scenario: Scenario, region: string): Bloc {
	if (region === scenario.homeRegion) return "home";
	const row = book.pkg.tables.regions.find((r) => r.id === region);
	return scenario.blocs?.[region] ?? row?.bloc ?? "neutral";
}

/**
 * Bloc that can count on a plant: rival where its place or its owner is rival; home by place only;
 * else the friendlier of place and owner (an allied company's plant in a neutral country is allied).
 */
export function plantBloc(book: Book, scenario: Scenario, place: string, controller: string): Bloc {
	const here = regionBloc(book, scenario, place);
	const owner = regionBloc(book, scenario, controller);
	if (here === "rival" || owner === "rival") return "rival";
	if (here === "home") return "home";
	return here === "allied" || owner === "allied" || owner === "home" ? "allied" : "neutral";
}
