/** Compressed-by-column arrays; rows ascend inside a column, no position repeats, no zeros. */
export interface Compressed {
	readonly starts: Int32Array;
	readonly indices: Int32Array;
	readonly values: Float64Array;
}

/**
 * Triplets → CSC by two stable counting sorts (by row, then by column), O(entries + rows + columns).
 * Repeated positions are added up; exact zeros are left out.
 *
 * @param refuse called with the position of a number that is not finite
 */
export function compress(
	rowCount: number,
	columnCount: number,
	row: Int32Array,
	column: Int32Array,
	value: Float64Array,
	refuse: (row: number, column: number, what: string) => never,
): Compressed {
	for (let k = 0; k < row.length; k++) {
		const i = row[k] as number;
		const j = column[k] as number;
		if (i < 0 || i >= rowCount || j < 0 || j >= columnCount)
			throw new RangeError(`entry at row ${i}, column ${j} of ${rowCount} × ${columnCount}`);
		if (!Number.isFinite(value[k])) refuse(i, j, `coefficient ${value[k]}`);
	}
	const byRow = sortedOrder(row, rowCount, null);
	const order = sortedOrder(column, columnCount, byRow.order);
	return merge(columnCount, order.order, order.starts, row, value);
}

/** Stable counting sort of `order` (or of 0,1,2…) by key. */
function sortedOrder(
	key: Int32Array,
	keys: number,
	order: Int32Array | null,
): { order: Int32Array; starts: Int32Array } {
	const starts = new Int32Array(keys + 1);
	for (let k = 0; k < key.length; k++) (starts[(key[k] as number) + 1] as number)++;
	for (let q = 0; q < keys; q++) (starts[q + 1] as number) += starts[q] as number;
	const next = starts.slice();
	const sorted = new Int32Array(key.length);
	for (let k = 0; k < key.length; k++) {
		const at = order ? (order[k] as number) : k;
		const place = next[key[at] as number] as number;
		next[key[at] as number] = place + 1;
		sorted[place] = at;
	}
	return { order: sorted, starts };
}

function merge(
	columnCount: number,
	order: Int32Array,
	sortedStarts: Int32Array,
	row: Int32Array,
	value: Float64Array,
): Compressed {
	const starts = new Int32Array(columnCount + 1);
	const indices = new Int32Array(order.length);
	const values = new Float64Array(order.length);
	let used = 0;
	for (let j = 0; j < columnCount; j++) {
		const end = sortedStarts[j + 1] as number;
		for (let k = sortedStarts[j] as number; k < end; ) {
			const i = row[order[k] as number] as number;
			let sum = 0;
			while (k < end && row[order[k] as number] === i) sum += value[order[k++] as number] as number;
			if (sum === 0) continue;
			indices[used] = i;
			values[used++] = sum;
		}
		starts[j + 1] = used;
	}
	return { starts, indices: indices.slice(0, used), values: values.slice(0, used) };
}
