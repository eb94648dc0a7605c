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
	const byRow = bucket(rowCount, row, column, value);
	return addRepeated(transposeRows(rowCount, columnCount, byRow), columnCount);
}

/** Entries by row, in the order they came: `starts`, the column of each and its value. */
function bucket(
	rowCount: number,
	row: Int32Array,
	column: Int32Array,
	value: Float64Array,
): Compressed {
	const starts = countStarts(row, rowCount);
	const next = starts.slice();
	const indices = new Int32Array(row.length);
	const values = new Float64Array(row.length);
	for (let k = 0; k < row.length; k++) {
		const place = (next[row[k] as number] as number)++;
		indices[place] = column[k] as number;
		values[place] = value[k] as number;
	}
	return { starts, indices, values };
}

/** The same by column; going through the rows in order leaves them ascending in every column. */
function transposeRows(rowCount: number, columnCount: number, byRow: Compressed): Compressed {
	const starts = countStarts(byRow.indices, columnCount);
	const next = starts.slice();
	const indices = new Int32Array(byRow.indices.length);
	const values = new Float64Array(byRow.indices.length);
	for (let i = 0; i < rowCount; i++) {
		const end = byRow.starts[i + 1] as number;
		for (let k = byRow.starts[i] as number; k < end; k++) {
			const place = (next[byRow.indices[k] as number] as number)++;
			indices[place] = i;
			values[place] = byRow.values[k] as number;
		}
	}
	return { starts, indices, values };
}

function countStarts(key: Int32Array, keys: number): Int32Array {
	const starts = new Int32Array(keys + 1);
	for (let k = 0; k < key.length; k++) (starts[(key[k] as number) + 1] as number)++;
	for (let q = 0; q < keys; q++) (starts[q + 1] as number) += starts[q] as number;
	return starts;
}

/** Add up neighbours of one position and drop zeros, in place. */
function addRepeated({ starts, indices, values }: Compressed, columnCount: number): Compressed {
	let used = 0;
	let from = 0;
	for (let j = 0; j < columnCount; j++) {
		const end = starts[j + 1] as number;
		for (let k = from; k < end; ) {
			const i = indices[k] as number;
			let sum = 0;
			while (k < end && indices[k] === i) sum += values[k++] as number;
			if (sum === 0) continue;
			indices[used] = i;
			values[used++] = sum;
		}
		from = end;
		starts[j + 1] = used;
	}
	return { starts, indices: indices.slice(0, used), values: values.slice(0, used) };
}
