import type { Conversion, Demand, Flow, LaneLimit, Lanes, Line, Network, Node } from "./network.ts";

/** Nodes with their compliant twins. */
export interface Placed {
	readonly nodes: readonly Node[];
	readonly nodeOf: Int32Array;
	/** Compliant twin by node of the original network, -1 where there is none. */
	readonly compliantOf: Int32Array;
	/** By node of the original network: compliant material can leave it, a compliant user wants it. */
	readonly offered: Uint8Array;
	readonly wanted: Uint8Array;
	readonly conversions: readonly Conversion[];
}

/** A compliant twin for every covered node that an eligible line or a bound demand touches. */
export function placeCompliant(
	network: Network,
	covered: Uint8Array,
	eligible: (line: Line) => boolean,
	demands: readonly Demand[],
): Placed {
	const made = new Uint8Array(network.nodes.length);
	const wanted = new Uint8Array(network.nodes.length);
	const isCovered = (node: number) => covered[(network.nodes[node] as Node).material] === 1;
	for (const line of network.lines) {
		if (!runsCompliant(line, eligible, isCovered)) continue;
		for (const { node } of line.outputs) if (isCovered(node)) made[node] = 1;
		if (line.stage === "recycling") continue;
		for (const { node } of line.inputs) if (isCovered(node)) wanted[node] = 1;
	}
	for (const { bound, node } of demands) if (bound) wanted[node] = 1;
	const nodes = [...network.nodes];
	const nodeOf = network.nodeOf.slice();
	const compliantOf = new Int32Array(network.nodes.length).fill(-1);
	const conversions: Conversion[] = [];
	const layer = network.materials.length * network.regions.length;
	for (const [node, { material, region }] of network.nodes.entries()) {
		if (!made[node] && !wanted[node]) continue;
		const twin = nodes.length;
		nodes.push({ material, region, compliant: true });
		nodeOf[layer + material * network.regions.length + region] = twin;
		compliantOf[node] = twin;
		conversions.push({ from: twin, to: node });
	}
	return {
		nodes,
		nodeOf,
		compliantOf,
		offered: passOn(network, made, wanted),
		wanted,
		conversions,
	};
}

/** Places where compliant material is made, or is used and can be held and arrives from such a place. */
function passOn(network: Network, made: Uint8Array, wanted: Uint8Array): Uint8Array {
	const { count, from, to } = network.lanes;
	const offered = made.slice();
	const held = new Uint8Array(made.length);
	for (const { nodes } of network.stores) held[nodes[0] as number] = 1;
	for (let changed = true; changed; ) {
		changed = false;
		for (let l = 0; l < count; l++) {
			const at = to[l] as number;
			if (offered[at] || !held[at] || !wanted[at] || !offered[from[l] as number]) continue;
			offered[at] = 1;
			changed = true;
		}
	}
	return offered;
}

/**
 * Lines as ordinary and compliant runs. Where a compliant run asks for no covered input (a
 * mine, a recycler) the ordinary run could do nothing more and is left out.
 */
export function splitLines(
	network: Network,
	covered: Uint8Array,
	eligible: (line: Line) => boolean,
	placed: Placed,
): Line[] {
	const isCovered = (node: number) => covered[(network.nodes[node] as Node).material] === 1;
	const twins = (flows: readonly Flow[]) =>
		flows.map((flow) =>
			isCovered(flow.node) ? { ...flow, node: placed.compliantOf[flow.node] as number } : flow,
		);
	return network.lines.flatMap((line) => {
		if (!runsCompliant(line, eligible, isCovered)) return [line];
		const free = line.stage === "recycling" || !line.inputs.some(({ node }) => isCovered(node));
		const compliant = {
			...line,
			compliant: true,
			inputs: free ? line.inputs : twins(line.inputs),
			outputs: twins(line.outputs),
			tie: free ? line.tie : line.tie + 1,
		};
		return free ? [compliant] : [line, compliant];
	});
}

/** Lanes doubled where the origin can offer compliant material and the destination wants it. */
export function splitLanes(
	network: Network,
	placed: Placed,
): { lanes: Lanes; laneLimits: LaneLimit[] } {
	const { lanes } = network;
	const periods = network.periods.length;
	const twinOf = new Int32Array(lanes.count).fill(-1);
	const source: number[] = [];
	for (let l = 0; l < lanes.count; l++)
		if (placed.offered[lanes.from[l] as number] && placed.wanted[lanes.to[l] as number]) {
			twinOf[l] = lanes.count + source.length;
			source.push(l);
		}
	const again = Int32Array.from(source);
	const twin = (nodes: Int32Array) =>
		again.map((l) => placed.compliantOf[nodes[l] as number] as number);
	const pick = (values: Float64Array) => Float64Array.from(again, (l) => values[l] as number);
	const rows = <T extends Float64Array | Int32Array>(values: T, into: T): T => {
		into.set(values);
		for (const [k, l] of again.entries())
			into.set(values.subarray(l * periods, (l + 1) * periods), (lanes.count + k) * periods);
		return into;
	};
	const count = lanes.count + again.length;
	return {
		lanes: {
			count,
			from: joinInt(lanes.from, twin(lanes.from)),
			to: joinInt(lanes.to, twin(lanes.to)),
			row: joinInt(
				lanes.row,
				again.map((l) => lanes.row[l] as number),
			),
			freight: join(lanes.freight, pick(lanes.freight)),
			loss: join(lanes.loss, pick(lanes.loss)),
			tariff: rows(lanes.tariff, new Float64Array(count * periods)),
			delay: rows(lanes.delay, new Int32Array(count * periods)),
			open: rows(lanes.open, new Float64Array(count * periods)),
			tie: join(
				lanes.tie,
				pick(lanes.tie).map((tie) => tie + 1),
			),
		},
		laneLimits: network.laneLimits.map((limit) => ({
			...limit,
			lanes: Int32Array.from([
				...limit.lanes,
				...[...limit.lanes].map((l) => twinOf[l] as number).filter((l) => l >= 0),
			]),
		})),
	};
}

function runsCompliant(
	line: Line,
	eligible: (line: Line) => boolean,
	isCovered: (node: number) => boolean,
): boolean {
	return eligible(line) && line.outputs.some(({ node }) => isCovered(node));
}

function join(a: Float64Array, b: Float64Array): Float64Array {
	const both = new Float64Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}

function joinInt(a: Int32Array, b: Int32Array): Int32Array {
	const both = new Int32Array(a.length + b.length);
	both.set(a);
	both.set(b, a.length);
	return both;
}
