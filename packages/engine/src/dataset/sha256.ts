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
			if (this.#filled === 0 && bytes.length - i >= 64) {
				this.#compress(bytes, i);
				i += 64;
				continue;
			}
			const take = Math.min(64 - this.#filled, bytes.length - i);
			this.#block.set(bytes.subarray(i, i + take), this.#filled);
			this.#filled += take;
			i += take;
			if (this.#filled < 64) continue;
			this.#compress(this.#block, 0);
			this.#filled = 0;
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

	#compress(bytes: Uint8Array, from: number): void {
		const w = this.#words;
		for (let t = 0, k = from; t < 16; t++, k += 4) {
			w[t] =
				(at(bytes, k) << 24) |
				(at(bytes, k + 1) << 16) |
				(at(bytes, k + 2) << 8) |
				at(bytes, k + 3);
		}
		for (let t = 16; t < 64; t++) {
			const x = at(w, t - 15);
			const y = at(w, t - 2);
			const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
			const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
			w[t] = (at(w, t - 16) + s0 + at(w, t - 7) + s1) | 0;
		}
		this.#rounds(w);
	}

	#rounds(w: Int32Array): void {
		const s = this.#state;
		let a = at(s, 0);
		let b = at(s, 1);
		let c = at(s, 2);
		let d = at(s, 3);
		let e = at(s, 4);
		let f = at(s, 5);
		let g = at(s, 6);
		let h = at(s, 7);
		for (let t = 0; t < 64; t++) {
			const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
			const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, t) + at(w, t)) | 0;
			const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
			const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + t1) | 0;
			d = c;
			c = b;
			b = a;
			a = (t1 + t2) | 0;
		}
		s[0] = at(s, 0) + a;
		s[1] = at(s, 1) + b;
		s[2] = at(s, 2) + c;
		s[3] = at(s, 3) + d;
		s[4] = at(s, 4) + e;
		s[5] = at(s, 5) + f;
		s[6] = at(s, 6) + g;
		s[7] = at(s, 7) + h;
	}
}

function at(values: Int32Array | Uint8Array, index: number): number {
	return values[index] as number;
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
