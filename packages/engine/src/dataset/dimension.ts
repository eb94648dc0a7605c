/**
 * Dimensions of units as products of base dimensions: `mass/time`, `money_usd*time/mass`, `1`.
 * Two units convert into each other when their dimensions agree.
 */

/** Exponent by base dimension; none of them 0. The empty map is a pure number. */
export type Dimension = ReadonlyMap<string, number>;

const BASE = /^[a-z][a-z0-9_]*$/;

/** Reads a product; `/` divides by the next base only. Null when the text is no product. */
export function parseDimension(text: string): Dimension | null {
	const powers = new Map<string, number>();
	for (const [index, part] of text.split(/(?=[*/])/).entries()) {
		const sign = part.startsWith("/") ? -1 : 1;
		const base = (index === 0 ? part : part.slice(1)).trim();
		if (base === "1") continue;
		if (!BASE.test(base)) return null;
		powers.set(base, (powers.get(base) ?? 0) + sign);
	}
	return withoutZeros(powers);
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
	return a.size === b.size && [...a].every(([base, power]) => b.get(base) === power);
}

export function timesDimension(a: Dimension, b: Dimension): Dimension {
	return combined(a, b, 1);
}

export function overDimension(a: Dimension, b: Dimension): Dimension {
	return combined(a, b, -1);
}

/** The product in one fixed spelling: bases in order of the alphabet, divisors last. */
export function dimensionText(dimension: Dimension): string {
	const bases = [...dimension].sort(([a], [b]) => (a < b ? -1 : 1));
	const spell = (sign: number): string[] =>
		bases.flatMap(([base, power]) => Array<string>(Math.max(0, sign * power)).fill(base));
	const divisors = spell(-1).map((base) => `/${base}`);
	return (spell(1).join("*") || "1") + divisors.join("");
}

function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
	const powers = new Map(a);
	for (const [base, power] of b) powers.set(base, (powers.get(base) ?? 0) + sign * power);
	return withoutZeros(powers);
}

function withoutZeros(powers: ReadonlyMap<string, number>): Dimension {
	return new Map([...powers].filter(([, power]) => power !== 0));
}
