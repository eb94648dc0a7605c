/** `A`, `A and B`, `A, B and 4 more`; with another separator where names hold commas. */
export function listed(names: readonly string[], most: number, separator = ", "): string {
	if (names.length === 0) return "nobody";
	if (names.length === 1) return names[0] as string;
	if (names.length <= most) return `${names.slice(0, -1).join(separator)} and ${names.at(-1)}`;
	return `${names.slice(0, most - 1).join(separator)} and ${names.length - most + 1} more`;
}

/** Three significant digits with thin spaces: `1 230 t`, `8 t`, `0.41 t`. */
export function tonnesInWords(t: number): string {
	const rounded = Number(t.toPrecision(3));
	return `${String(rounded).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, "\u202f")} t`;
}
