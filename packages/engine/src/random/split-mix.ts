/**
 * SplitMix64: G. L. Steele, D. Lea and C. H. Flood, *Fast Splittable Pseudorandom Number
 * Generators*, OOPSLA 2014, with the constants of S. Vigna's reference implementation. Neighbouring
 * seeds give unrelated outputs, so it makes seeds for other generators.
 *
 * @returns the function that gives the next 64-bit number
 */
export function splitMix64(seed: bigint): () => bigint {
	let state = BigInt.asUintN(64, seed);
	return () => {
		state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
		let z = state;
		z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
		z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
		return z ^ (z >> 31n);
	};
}
