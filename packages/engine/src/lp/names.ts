import type { Family } from "./types.ts";

/** Name of member `index`, `family[label]`, or just `family` when the label is empty. */
export function nameOf(families: readonly Family[], index: number): string {
	const { family, k } = locate(families, index);
	const label = family.labelOf(k);
	return label === "" ? family.family : `${family.family}[${label}]`;
}

/** The member in the user's nouns; its name where the family has no words for it. */
export function describe(families: readonly Family[], index: number): string {
	const { family, k } = locate(families, index);
	return family.describe ? family.describe(k) : nameOf(families, index);
}

/** Family that holds `index` and the place inside it. */
export function locate(families: readonly Family[], index: number): { family: Family; k: number } {
	let low = 0;
	let high = families.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((families[middle] as Family).first <= index) low = middle;
		else high = middle - 1;
	}
	const family = families[low];
	if (!family || index < family.first || index >= family.first + family.count)
		throw new RangeError(`no row or column ${index}`);
	return { family, k: index - family.first };
}

/** Name → index. The dictionary is made at the first question, so unasked models pay nothing. */
export function lookup(families: readonly Family[]): (name: string) => number {
	let index: Map<string, number> | undefined;
	return (name) => {
		index ??= namesOf(families);
		return index.get(name) ?? -1;
	};
}

function namesOf(families: readonly Family[]): Map<string, number> {
	const index = new Map<string, number>();
	for (const family of families)
		for (let k = 0; k < family.count; k++)
			index.set(nameOf(families, family.first + k), family.first + k);
	return index;
}
