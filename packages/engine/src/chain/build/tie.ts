/**
 * A number in [0, 1) that depends on a name alone, so that equally good plants and lanes are
 * chosen in the same order whatever else the package holds. FNV-1a, then a finaliser.
 */
export function tieOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193);
	return mix(hash) / 2 ** 32;
}

/** The same for a combination of three already hashed names: no strings in long loops. */
export function tieOfThree(a: number, b: number, c: number): number {
	const seed = Math.imul(a * 2 ** 32, 0x9e3779b1) ^ Math.imul(b * 2 ** 32, 0x85ebca6b);
	return mix(seed ^ Math.imul(c * 2 ** 32, 0xc2b2ae35)) / 2 ** 32;
}

function mix(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
