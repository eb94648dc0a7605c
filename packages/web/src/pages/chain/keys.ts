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
