/** About how wide a text is, px: enough to decide what fits beside what. */
export function textWidth(text: string, size: number): number {
	return text.length * size * 0.54;
}

/** The first of the texts that fits, else the last one cut short. */
export function fitting(texts: readonly string[], width: number, size: number): string {
	const found = texts.find((text) => textWidth(text, size) <= width);
	if (found !== undefined) return found;
	const last = texts.at(-1) ?? "";
	const most = Math.floor(width / (size * 0.54)) - 1;
	return most < 3 ? "" : `${last.slice(0, most).trimEnd()}…`;
}
