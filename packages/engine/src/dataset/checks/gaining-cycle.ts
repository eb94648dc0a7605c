/** A directed graph whose edges multiply; is there a way round that multiplies by more than 1? */

export interface YieldEdge {
	readonly from: string;
	readonly to: string;
	readonly gain: number;
}

const TOLERANCE = 1e-9;
const RELAXATIONS = 20_000_000;

/**
 * Finds an edge into a node on (or reached from) a cycle whose gains multiply to
 * more than 1: Bellman-Ford on -log of the gains. Null when there is none, and
 * "too large" when that would take more than twenty million steps to tell.
 */
export function gainingCycle<E extends YieldEdge>(edges: readonly E[]): E | "too large" | null {
	const distance = new Map<string, number>();
	const last = new Map<string, E>();
	for (const { from, to } of edges) distance.set(from, 0).set(to, 0);
	let moved: E | null = null;
	for (let round = 0; round <= distance.size; round++) {
		if (round * edges.length > RELAXATIONS) return "too large";
		moved = null;
		for (const edge of edges) {
			const reached = (distance.get(edge.from) ?? 0) - Math.log(edge.gain);
			if (reached >= (distance.get(edge.to) ?? 0) - TOLERANCE) continue;
			distance.set(edge.to, reached);
			last.set(edge.to, edge);
			moved = edge;
		}
		if (moved === null) return null;
	}
	for (let back = 0; moved !== null && back < distance.size; back++) {
		moved = last.get(moved.from) ?? moved;
	}
	return moved;
}
