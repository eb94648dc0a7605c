/**
 * SHA-256 (FIPS 180-4), synchronous and the same in Node and browser; the
 * platform's own digest is asynchronous. About 100 MB/s.
 */
export class Sha256 {
	readonly #state = Int32Array.from(INITIAL);
	readonly #block = new Uint8Array(64);
	readonly #words = new Int32Array(64);
	#filled = 0;
	#bytes = 0;

	update(bytes: Uint8Array): this {
		this.#bytes += bytes.length;
		let i = 0;
		while (i < bytes.length) {
			const take = Math.min(64 - this.#filled, bytes.length - i);
			this.#block.set(bytes.subarray(i, i + take), this.#filled);
			this.#filled += take;
			i += take;
			if (this.#filled === 64) this.#compress();
		}
		return this;
	}

	/** Ends the digest: 64 hexadecimal digits. */
	hex(): string {
		const bits = this.#bytes * 8;
		const padding = new Uint8Array((Math.floor((this.#bytes + 8) / 64) + 1) * 64 - this.#bytes);
		padding[0] = 0x80;
		const view = new DataView(padding.buffer);
		view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
		view.setUint32(padding.length - 4, bits >>> 0);
		this.update(padding);
		return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
	}

	#compress(): void {
		const w = this.#words;
		const b = this.#block;
		for (let t = 0; t < 16; t++) {
			const k = t * 4;
			w[t] = (at(b, k) << 24) | (at(b, k + 1) << 16) | (at(b, k + 2) << 8) | at(b, k + 3);
		}
		for (let t = 16; t < 64; t++) {
			const x = at(w, t - 15);
			const y = at(w, t - 2);
			const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
			const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
			w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1;
		}
		const s = this.#state;
		let [a, e, h] = [at(s, 0), at(s, 4), at(s, 7)];
		let [b1, c, d] = [at(s, 1), at(s, 2), at(s, 3)];
		let [f, g] = [at(s, 5), at(s, 6)];
		for (let t = 0; t < 64; t++) {
			const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
			const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, t) + at(w, t)) | 0;
			const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
			const t2 = (s0 + ((a & b1) ^ (a & c) ^ (b1 & c))) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + t1) | 0;
			d = c;
			c = b1;
			b1 = a;
			a = (t1 + t2) | 0;
		}
		for (const [i, value] of [a, b1, c, d, e, f, g, h].entries()) s[i] = at(s, i) + value;
		this.#filled = 0;
	}
}

function at(values: Int32Array | Uint8Array, index: number): number {
	return values[index] as number;
}

function rotate(x: number, by: number): number {
	return (x >>> by) | (x << (32 - by));
}

const PRIMES = firstPrimes(64);
const ROUND = Int32Array.from(PRIMES, (p) => fractionBits(Math.cbrt(p)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (p) => fractionBits(Math.sqrt(p)));

/** First 32 bits of the fractional part, as the standard derives its constants. */
function fractionBits(x: number): number {
	return Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
	const primes: number[] = [];
	for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
	return primes;
}
