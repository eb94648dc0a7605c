/** A generator of 32-bit numbers with a state of its own. */
export interface Pcg32 {
	/** Next whole number, 0 to 2^32 - 1. */
	next(): number;
	/** Whole number from 0 to `n` - 1, each equally likely; `n` from 1 to 2^32. */
	below(n: number): number;
}

/** 6364136223846793005, the multiplier, in halves. */
const MULTIPLIER_HIGH = 0x5851f42d;
const MULTIPLIER_LOW = 0x4c957f2d;

/**
 * PCG32 (XSH RR 64/32): M. E. O'Neill, *PCG: A Family of Simple Fast Space-Efficient Statistically
 * Good Algorithms for Random Number Generation*, HMC-CS-2014-0905, seeded as in `pcg32_srandom_r`
 * of the reference implementation. Period 2^64; the sequence chooses one of 2^63.
 *
 * @param state any 64-bit number; more bits are cut off
 * @param sequence likewise, of which 63 bits count
 */
export function pcg32(state: bigint, sequence: bigint): Pcg32 {
	const increment = BigInt.asUintN(64, (sequence << 1n) | 1n);
	const incrementHigh = Number(increment >> 32n) >>> 0;
	const incrementLow = Number(increment & 0xffffffffn) >>> 0;
	let high = 0;
	let low = 0;

	function step(): void {
		const productLow = Math.imul(low, MULTIPLIER_LOW) >>> 0;
		const productHigh =
			(highOfProduct(low, MULTIPLIER_LOW) +
				Math.imul(low, MULTIPLIER_HIGH) +
				Math.imul(high, MULTIPLIER_LOW)) >>>
			0;
		const sum = productLow + incrementLow;
		low = sum >>> 0;
		high = (productHigh + incrementHigh + (sum > 0xffffffff ? 1 : 0)) >>> 0;
	}

	function next(): number {
		const [h, l] = [high, low];
		step();
		const mixedLow = (((l >>> 18) | (h << 14)) ^ l) >>> 0;
		const mixedHigh = ((h >>> 18) ^ h) >>> 0;
		const shifted = ((mixedLow >>> 27) | (mixedHigh << 5)) >>> 0;
		const turn = h >>> 27;
		return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
	}

	function below(n: number): number {
		if (!(Number.isInteger(n) && n >= 1 && n <= 2 ** 32))
			throw new RangeError(`a draw below ${n}: expected a whole number from 1 to 2^32`);
		const threshold = 2 ** 32 % n;
		for (;;) {
			const value = next();
			if (value >= threshold) return value % n;
		}
	}

	step();
	const start = BigInt.asUintN(64, ((BigInt(high) << 32n) | BigInt(low)) + state);
	high = Number(start >> 32n) >>> 0;
	low = Number(start & 0xffffffffn) >>> 0;
	step();
	return { next, below };
}

/** Upper 32 bits of the product of two unsigned 32-bit numbers. */
function highOfProduct(a: number, b: number): number {
	const [a1, a0] = [a >>> 16, a & 0xffff];
	const [b1, b0] = [b >>> 16, b & 0xffff];
	const middle = a1 * b0 + ((a0 * b0) >>> 16);
	const carry = (middle & 0xffff) + a0 * b1;
	return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}
