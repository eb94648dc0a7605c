/**
 * Random supply chains with the shape of the real one, of any size, for measuring the solver apart
 * from the data: regions × stages of materials, co-producing lines on shared units, lanes to the
 * nearest regions, stocks between periods, surplus, demands with tiered penalties.
 */
import { type LpModel, lpBuilder } from "../../packages/engine/src/lp/index.ts";

export interface Shape {
	readonly regions: number;
	readonly materials: number;
	readonly linesPerMaterialAndRegion: number;
	readonly lanesPerMaterialAndRegion: number;
	readonly periods: number;
}

const STAGES = 6;
const PENALTIES = [1_000_000, 100_000, 10_000];

/** The same shape and seed give the same model on every machine. */
export function chainLike(shape: Shape, seed = 1): LpModel {
	const { regions, materials, periods, linesPerMaterialAndRegion, lanesPerMaterialAndRegion } =
		shape;
	const random = uniform(seed);
	const lp = lpBuilder(`chain-like-${regions}x${materials}x${periods}`);
	const perStage = Math.ceil(materials / STAGES);
	const stageOf = (m: number) => Math.floor(m / perStage);
	const lines = drawLines();
	const lanes = drawLanes();
	const demands = drawDemands();

	const place = (m: number, r: number, t: number) => (t * materials + m) * regions + r;
	const places = materials * regions * periods;
	const labelPlace = (k: number) =>
		`${Math.floor(k / regions) % materials},${k % regions},${Math.floor(k / regions / materials)}`;
	const count = (items: readonly unknown[]) => items.length * periods;
	const label = (items: readonly unknown[]) => (k: number) =>
		`${k % items.length},${Math.floor(k / items.length)}`;

	const balance = lp.rows({
		family: "balance",
		count: places,
		unit: "t",
		labelOf: labelPlace,
		equals: 0,
	});
	const need = lp.rows({
		family: "need",
		count: count(demands),
		unit: "t",
		labelOf: label(demands),
	});
	const limit = lp.rows({ family: "unit", count: count(lines), unit: "t", labelOf: label(lines) });
	const make = lp.columns({
		family: "activity",
		count: count(lines),
		unit: "t",
		labelOf: label(lines),
	});
	const move = lp.columns({
		family: "shipment",
		count: count(lanes),
		unit: "t",
		labelOf: label(lanes),
	});
	const stock = lp.columns({
		family: "stock",
		count: places,
		unit: "t",
		labelOf: labelPlace,
		cost: 5,
	});
	const waste = lp.columns({
		family: "surplus",
		count: places,
		unit: "t",
		labelOf: labelPlace,
		cost: 20,
	});
	const give = lp.columns({
		family: "delivered",
		count: count(demands),
		unit: "t",
		labelOf: label(demands),
	});
	const lack = lp.columns({
		family: "shortage",
		count: count(demands),
		unit: "t",
		labelOf: label(demands),
	});

	for (let t = 0; t < periods; t++) {
		lines.forEach((line, k) => {
			const a = make + t * lines.length + k;
			lp.cost(a, line.cost);
			lp.entry(limit + t * lines.length + line.unit, a, 1);
			lp.rowBounds(limit + t * lines.length + k, -Infinity, line.unit === k ? line.capacity : 0);
			for (const [m, amount] of line.inputs)
				lp.entry(balance + place(m, line.region, t), a, -amount);
			for (const [m, amount] of line.outputs)
				lp.entry(balance + place(m, line.region, t), a, amount);
		});
		lanes.forEach((lane, k) => {
			const y = move + t * lanes.length + k;
			lp.cost(y, lane.cost);
			lp.entry(balance + place(lane.material, lane.from, t), y, -1);
			const arrives = t + (periods > 1 && k % 3 === 0 ? 1 : 0);
			if (arrives < periods) lp.entry(balance + place(lane.material, lane.to, arrives), y, 0.995);
		});
		for (let m = 0; m < materials; m++)
			for (let r = 0; r < regions; r++) {
				const at = place(m, r, t);
				lp.entry(balance + at, stock + at, -1);
				if (t + 1 < periods) lp.entry(balance + place(m, r, t + 1), stock + at, 1);
				lp.entry(balance + at, waste + at, -1);
			}
		demands.forEach((demand, k) => {
			const d = t * demands.length + k;
			lp.rowBounds(need + d, demand.quantity, demand.quantity);
			lp.cost(lack + d, demand.penalty);
			lp.entry(need + d, give + d, 1);
			lp.entry(need + d, lack + d, 1);
			lp.entry(balance + place(demand.material, demand.region, t), give + d, -1);
		});
	}
	return lp.build();

	function drawLines() {
		const drawn: {
			region: number;
			unit: number;
			capacity: number;
			cost: number;
			inputs: [number, number][];
			outputs: [number, number][];
		}[] = [];
		for (let r = 0; r < regions; r++)
			for (let m = 0; m < materials; m++) {
				for (let q = 0; q < linesPerMaterialAndRegion; q++) {
					if (random() < 0.4) continue;
					const stage = stageOf(m);
					const inputs: [number, number][] = [];
					for (let n = 0; stage > 0 && n < 1 + Math.floor(2 * random()); n++)
						inputs.push([(stage - 1) * perStage + Math.floor(random() * perStage), 0.5 + random()]);
					const outputs: [number, number][] = [[m, 1]];
					if (stage === 1)
						for (let n = 0; n < 3; n++) {
							const by = Math.min(materials - 1, perStage + Math.floor(random() * perStage));
							outputs.push([by, 0.2 * random()]);
						}
					drawn.push({
						region: r,
						unit: random() < 0.3 && drawn.length > 0 ? drawn.length - 1 : drawn.length,
						capacity: 100 + 5000 * random() ** 3,
						cost: 100 + 20_000 * random(),
						inputs,
						outputs,
					});
				}
			}
		return drawn;
	}

	function drawLanes() {
		const drawn: { material: number; from: number; to: number; cost: number }[] = [];
		for (let m = 0; m < materials; m++)
			for (let r = 0; r < regions; r++)
				for (let q = 1; q <= lanesPerMaterialAndRegion; q++) {
					const to = (r + 1 + Math.floor(random() * (regions - 1))) % regions;
					drawn.push({ material: m, from: r, to, cost: 20 + 300 * random() });
				}
		return drawn;
	}

	function drawDemands() {
		const drawn: { material: number; region: number; quantity: number; penalty: number }[] = [];
		for (let m = materials - perStage; m < materials; m++)
			for (let r = 0; r < regions; r++) {
				const penalty = PENALTIES[(m + r) % PENALTIES.length] as number;
				drawn.push({ material: m, region: r, quantity: 2000 * random(), penalty });
			}
		return drawn;
	}
}

/** Mulberry32: a small, well-known 32-bit generator; quality is enough for drawing test models. */
function uniform(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let z = state;
		z = Math.imul(z ^ (z >>> 15), z | 1);
		z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
		return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
	};
}
