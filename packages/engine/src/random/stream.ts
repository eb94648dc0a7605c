import { pcg32 } from "./pcg32.ts";
import { splitMix64 } from "./split-mix.ts";

/** Numbers of one piece of work. */
export interface Stream {
	/** Uniform in [0, 1), a multiple of 2^-53. */
	next(): number;
	/** Whole number from 0 to `n` - 1, each equally likely. */
	integer(n: number): number;
}

/**
 * Stream number `index` of a seed. Seed and index are mixed by SplitMix64 before they become state
 * and sequence of a PCG32, because PCG32 sequences of neighbouring numbers resemble each other.
 *
 * @param seed whole number, at most 2^53 either way
 * @param index the same, 0 or more
 * @throws RangeError on anything else
 */
export function stream(seed: number, index: number): Stream {
	if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, found ${seed}`);
	if (!(Number.isSafeInteger(index) && index >= 0))
		throw new RangeError(`the index of a stream is a whole number from 0, found ${index}`);
	const ofSeed = splitMix64(BigInt(seed));
	const mixed = splitMix64(ofSeed() ^ BigInt(index));
	const generator = pcg32(mixed(), mixed());
	return {
		next() {
			const high = generator.next() >>> 5;
			const low = generator.next() >>> 6;
			return (high * 0x4000000 + low) / 2 ** 53;
		},
		integer: (n) => generator.below(n),
	};
}
