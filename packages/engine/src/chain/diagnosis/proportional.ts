/**
 * Proportional sharing on a directed graph: every node passes its contents on in the mix it
 * received them in. Loops (recycled scrap) are allowed as long as something leaves them.
 */

/** Node i receives the fraction `weight[j]` of its contents from `from[j]`, j in start[i]..start[i+1]. */
export interface MixGraph {
	readonly size: number;
	readonly start: Int32Array;
	readonly from: Int32Array;
	readonly weight: Float64Array;
}

/**
 * Solves x = W·x + e for the share of each label in each node, labels being fixed on some nodes
 * (`label[i]` ≥ 0: node i counts wholly as that label, whatever it received; −1: it mixes).
 * Returns size × labels shares, row-major. What comes from nowhere labelled is missing from the
 * row: 1 − row sum is the unlabelled share.
 *
 * Method: strongly connected components in upstream order (Tarjan 1972); inside a component
 * Gauss-Seidel, and Gaussian elimination where the loop mixes too slowly for it. The linear system
 * is that of power-flow tracing (Bialek 1996, IEE Proc. Gener. Transm. Distrib. 143(4)).
 */
export function shareLabels(graph: MixGraph, label: Int32Array, labels: number): Float64Array {
	const shares = new Float64Array(graph.size * labels);
	for (const component of componentsUpstreamFirst(graph, label)) {
		const loops = component.length > 1 || receivesFromItself(graph, component[0] as number);
		for (const node of component) {
			const fixed = label[node] as number;
			if (fixed >= 0) shares[node * labels + fixed] = 1;
		}
		if (!loops) mix(graph, label, component[0] as number, shares, labels);
		else if (!relax(graph, label, component, shares, labels))
			eliminate(graph, label, component, shares, labels);
	}
	return shares;
}

const SWEEPS = 200;
const SETTLED = 1e-14;

/** One update of a mixing node from its sources; returns the largest change. */
function mix(
	{ start, from, weight }: MixGraph,
	label: Int32Array,
	node: number,
	shares: Float64Array,
	labels: number,
): number {
	if ((label[node] as number) >= 0) return 0;
	const first = start[node] as number;
	const last = start[node + 1] as number;
	let keep = 1;
	for (let j = first; j < last; j++) if (from[j] === node) keep -= weight[j] as number;
	if (keep <= 1e-12) return 0; // a closed loop that nothing enters
	let change = 0;
	for (let l = 0; l < labels; l++) {
		let sum = 0;
		for (let j = first; j < last; j++) {
			const source = from[j] as number;
			if (source !== node) sum += (weight[j] as number) * (shares[source * labels + l] as number);
		}
		const value = sum / keep;
		change = Math.max(change, Math.abs(value - (shares[node * labels + l] as number)));
		shares[node * labels + l] = value;
	}
	return change;
}

function relax(
	graph: MixGraph,
	label: Int32Array,
	component: readonly number[],
	shares: Float64Array,
	labels: number,
): boolean {
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		let change = 0;
		for (const node of component) {
			change = Math.max(change, mix(graph, label, node, shares, labels));
		}
		if (change < SETTLED) return true;
	}
	return false;
}

/** Dense elimination with row pivoting of (I − W)·x = e inside one component. */
function eliminate(
	{ start, from, weight }: MixGraph,
	label: Int32Array,
	component: readonly number[],
	shares: Float64Array,
	labels: number,
): void {
	const n = component.length;
	const width = n + labels;
	const place = new Map(component.map((node, i) => [node, i]));
	const rows = component.map((node, i) => {
		const row = new Float64Array(width);
		row[i] = 1;
		if ((label[node] as number) >= 0) {
			row[n + (label[node] as number)] = 1;
			return row;
		}
		for (let j = start[node] as number; j < (start[node + 1] as number); j++) {
			const source = from[j] as number;
			const inside = place.get(source);
			if (inside !== undefined) row[inside] = (row[inside] as number) - (weight[j] as number);
			else
				for (let l = 0; l < labels; l++)
					row[n + l] =
						(row[n + l] as number) +
						(weight[j] as number) * (shares[source * labels + l] as number);
		}
		return row;
	});
	for (let column = 0; column < n; column++) {
		let best = column;
		for (let r = column + 1; r < n; r++)
			if (Math.abs(at(rows, r, column)) > Math.abs(at(rows, best, column))) best = r;
		const pivot = at(rows, best, column);
		if (Math.abs(pivot) < 1e-14) continue; // a closed loop that nothing enters: left unlabelled
		const own = rows[best] as Float64Array<ArrayBuffer>;
		rows[best] = rows[column] as Float64Array<ArrayBuffer>;
		rows[column] = own;
		for (let r = 0; r < n; r++) {
			const row = rows[r] as Float64Array;
			const factor = (row[column] as number) / pivot;
			if (r === column || factor === 0) continue;
			for (let c = column; c < width; c++)
				row[c] = (row[c] as number) - factor * (own[c] as number);
		}
	}
	component.forEach((node, i) => {
		const pivot = at(rows, i, i);
		for (let l = 0; l < labels; l++)
			shares[node * labels + l] = Math.abs(pivot) < 1e-14 ? 0 : at(rows, i, n + l) / pivot;
	});
}

function at(rows: readonly Float64Array[], row: number, column: number): number {
	return (rows[row] as Float64Array)[column] as number;
}

function receivesFromItself({ start, from }: MixGraph, node: number): boolean {
	for (let j = start[node] as number; j < (start[node + 1] as number); j++)
		if (from[j] === node) return true;
	return false;
}

/** Tarjan's components without recursion; a component comes after everything it receives from. */
function* componentsUpstreamFirst(graph: MixGraph, label: Int32Array): Generator<number[]> {
	const { size, start, from } = graph;
	const order = new Int32Array(size).fill(-1);
	const low = new Int32Array(size);
	const onStack = new Uint8Array(size);
	const cursor = Int32Array.from(start.subarray(0, size));
	const stack: number[] = [];
	let counter = 0;
	const end = (node: number): number =>
		(label[node] as number) >= 0 ? (start[node] as number) : (start[node + 1] as number);
	for (let root = 0; root < size; root++) {
		if (order[root] !== -1) continue;
		const path = [root];
		while (path.length > 0) {
			const node = path.at(-1) as number;
			if (order[node] === -1) {
				order[node] = low[node] = counter++;
				stack.push(node);
				onStack[node] = 1;
			}
			if ((cursor[node] as number) < end(node)) {
				const next = from[cursor[node] as number] as number;
				cursor[node] = (cursor[node] as number) + 1;
				if (order[next] === -1) path.push(next);
				else if (onStack[next]) low[node] = Math.min(low[node] as number, order[next] as number);
				continue;
			}
			path.pop();
			const parent = path.at(-1);
			if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
			if (low[node] !== order[node]) continue;
			const component: number[] = [];
			for (let member = -1; member !== node; ) {
				member = stack.pop() as number;
				onStack[member] = 0;
				component.push(member);
			}
			yield component;
		}
	}
}
