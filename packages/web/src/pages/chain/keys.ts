import { type Catalog, nameOf } from "../../engine/catalog.ts";
import { BLOC_WORDS } from "../../parts/status.ts";

/** Names of nodes and flows in the URL: `opening stock|CHN` ↔ `node:opening_stock.CHN`. */

export function nodeKey(id: string): string {
	return `node:${id.replace("|", ".").replaceAll(" ", "_")}`;
}

export function nodeId(key: string): string {
	return key.replace(".", "|").replaceAll("_", " ");
}

export function flowKey(source: string, target: string): string {
	return `flow:${nodeKey(source).slice(5)}>${nodeKey(target).slice(5)}`;
}

/** What a node stands for, in words: a country, a bloc, the stock, the rest. */
export function groupName({ regions }: Catalog, group: string): string {
	if (group === "stock") return "Opening stock";
	if (group === "other") return "Others";
	return (BLOC_WORDS as Readonly<Record<string, string>>)[group] ?? nameOf(regions, group);
}
