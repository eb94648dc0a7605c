/** The nearest valid alternative to a mistyped id, column or word. */

const COMPARISONS = 400_000;

/**
 * Finds the candidate with the smallest edit distance (insert, delete, replace
 * or swap neighbours), at most `reach` of the word's length away. One finder
 * serves one load: after a fixed number of comparisons it answers null, so a
 * package with very many wrong ids still takes linear time.
 */
export class Nearest {
	#left = COMPARISONS;

	find(word: string, candidates: Iterable<string>, reach = 1 / 3): string | null {
		if (word.length > 100) return null;
		const folded = fold(word);
		let best: string | null = null;
		let bestDistance = Math.max(2, Math.floor(word.length * reach)) + 1;
		for (const candidate of candidates) {
			if (this.#left <= 0) break;
			this.#left -= 1;
			if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
			const distance = editDistance(folded, fold(candidate), bestDistance);
			if (distance < bestDistance) {
				best = candidate;
				bestDistance = distance;
				if (distance === 0) break;
			}
		}
		return best;
	}
}

function fold(word: string): string {
	return word
		.trim()
		.toLowerCase()
		.replaceAll(/[ _-]+/g, "_");
}

/** Optimal string alignment distance, given up (returns `limit`) as soon as it cannot be below `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let d = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				d = Math.min(d, at(before, j - 2) + 1);
			}
			current.push(d);
			if (d < smallest) smallest = d;
		}
		if (smallest >= limit) return limit;
		before = previous;
		previous = current;
	}
	return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
