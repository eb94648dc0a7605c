/** A flow between two stage groups before it is drawn. */
export interface RawLink {
	/** `stage|group`. */
	readonly source: string;
	readonly target: string;
	readonly material: string;
	/** t as named. */
	readonly t: number;
	/** In the unit of the picture. */
	readonly value: number;
}

interface Link {
	readonly source: string;
	readonly target: string;
	readonly value: number;
	readonly materials: readonly { readonly material: string; readonly t: number }[];
}

/** Links thinner than this share of the widest are left out: nobody could see them. */
const SEEN = 1e-5;

/**
 * Add flows up to links that never run in a circle: what goes back to an earlier stage ends in
 * `scrap|group` instead; what stays in one stage and group is left out; what crosses between the
 * groups of one stage is netted, and dropped where it would still close a circle.
 */
export function acyclic(
	raw: readonly RawLink[],
	orderOf: (stage: string) => number,
	top: number,
): Link[] {
	const name = topGroups(raw, top);
	const sums = new Map<
		string,
		{ source: string; target: string; t: Map<string, number>; value: number }
	>();
	for (const link of raw) {
		const source = name(link.source);
		const back = orderOf(stageOf(link.target)) < orderOf(stageOf(link.source));
		const target = back ? name(`scrap|${groupOf(link.target)}`) : name(link.target);
		if (source === target) continue;
		const key = `${source}>${target}`;
		const sum = sums.get(key) ?? { source, target, t: new Map(), value: 0 };
		sum.t.set(link.material, (sum.t.get(link.material) ?? 0) + link.t);
		sum.value += link.value;
		sums.set(key, sum);
	}
	const links: Link[] = [];
	const largest = Math.max(0, ...[...sums.values()].map(({ value }) => value));
	for (const sum of sums.values()) {
		let value = sum.value;
		if (stageOf(sum.source) === stageOf(sum.target)) {
			const reverse = sums.get(`${sum.target}>${sum.source}`)?.value ?? 0;
			value -= reverse;
		}
		if (value <= SEEN * largest) continue;
		const kept = value / sum.value;
		links.push({
			source: sum.source,
			target: sum.target,
			value,
			materials: [...sum.t]
				.map(([material, t]) => ({ material, t: t * kept }))
				.sort((a, b) => b.t - a.t),
		});
	}
	return withoutCircles(links).sort((a, b) => b.value - a.value);
}

/** Largest first, a link inside a stage is kept while its target does not lead back to its source. */
function withoutCircles(links: readonly Link[]): Link[] {
	const next = new Map<string, string[]>();
	const leads = (from: string, to: string): boolean =>
		from === to || (next.get(from) ?? []).some((n) => leads(n, to));
	return links
		.toSorted((a, b) => b.value - a.value)
		.filter((link) => {
			if (stageOf(link.source) !== stageOf(link.target)) return true;
			if (leads(link.target, link.source)) return false;
			next.set(link.source, [...(next.get(link.source) ?? []), link.target]);
			return true;
		});
}

/** Keeps the largest groups of each stage by name and calls the others `other`. */
function topGroups(raw: readonly RawLink[], top: number): (id: string) => string {
	const sizes = new Map<string, number>();
	for (const { source, target, value } of raw)
		for (const id of [source, target]) sizes.set(id, (sizes.get(id) ?? 0) + value);
	const kept = new Set<string>();
	for (const [, ids] of Map.groupBy(sizes, ([id]) => stageOf(id)))
		for (const [id] of ids.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, top))
			kept.add(id);
	return (id) =>
		kept.has(id) || stageOf(id) === "scrap" || top === Infinity ? id : `${stageOf(id)}|other`;
}

function stageOf(id: string): string {
	return id.slice(0, id.indexOf("|"));
}

function groupOf(id: string): string {
	return id.slice(id.indexOf("|") + 1);
}
