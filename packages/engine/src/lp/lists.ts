/** Growable Float64Array: push and fill are amortised O(1) per element. */
export class Float64List {
	#data = new Float64Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#data.length) this.#grow(this.length + 1);
		this.#data[this.length++] = value;
	}

	fill(value: number, count: number): void {
		if (this.length + count > this.#data.length) this.#grow(this.length + count);
		this.#data.fill(value, this.length, this.length + count);
		this.length += count;
	}

	set(index: number, value: number): void {
		if (!(index >= 0 && index < this.length)) throw new RangeError(`index ${index}`);
		this.#data[index] = value;
	}

	/** The elements so far, without copying; valid until the next push. */
	view(): Float64Array {
		return this.#data.subarray(0, this.length);
	}

	copy(): Float64Array {
		return this.#data.slice(0, this.length);
	}

	#grow(atLeast: number): void {
		const bigger = new Float64Array(Math.max(atLeast, 2 * this.#data.length));
		bigger.set(this.#data);
		this.#data = bigger;
	}
}

/** Growable Int32Array. */
export class Int32List {
	#data = new Int32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#data.length) {
			const bigger = new Int32Array(2 * this.#data.length);
			bigger.set(this.#data);
			this.#data = bigger;
		}
		this.#data[this.length++] = value;
	}

	view(): Int32Array {
		return this.#data.subarray(0, this.length);
	}
}
