import { type Stream, stream } from "../random/index.ts";

/** A walk through the unit cube that moves each factor once. */
export interface MorrisTrajectory {
	/** Where it begins, by factor. */
	readonly start: readonly number[];
	/** Factors in the order in which they move. */
	readonly order: readonly number[];
	/** By factor: what its move adds, +Δ or -Δ. */
	readonly step: readonly number[];
}

/** Plain data: it can be sent to a worker or written down. */
export interface MorrisDesign {
	readonly factors: number;
	readonly levels: number;
	readonly seed: number;
	readonly trajectories: readonly MorrisTrajectory[];
}

/**
 * Random trajectories over a grid of levels: M. D. Morris, *Factorial Sampling Plans for
 * Preliminary Computational Experiments*, Technometrics 33 (1991) 161-174.
 *
 *     levels 0, 1/(p-1), …, 1;   Δ = p / (2 (p-1))
 *
 * Each factor begins on a random level of the half from which a step of Δ stays inside, moves up
 * or down with equal chance, and the order of the factors is random. Trajectory r depends on the
 * seed and r alone: asking for more trajectories keeps the first ones.
 *
 * @param levels p, even, so that every level is equally likely
 * @throws RangeError on counts that are not whole numbers, or an odd p
 */
export function morrisDesign(options: {
	readonly factors: number;
	readonly trajectories: number;
	readonly levels: number;
	readonly seed: number;
}): MorrisDesign {
	const { factors, trajectories, levels, seed } = options;
	checkCount("factors", factors, 0);
	checkCount("trajectories", trajectories, 1);
	checkCount("levels", levels, 2);
	if (levels % 2 !== 0) throw new RangeError(`levels must be even, found ${levels}`);
	return {
		factors,
		levels,
		seed,
		trajectories: Array.from({ length: trajectories }, (_, r) =>
			trajectory(stream(seed, r), factors, levels),
		),
	};
}

/** The factors + 1 points of a trajectory, in order; neighbours differ in one factor. */
export function trajectoryPoints({ start, order, step }: MorrisTrajectory): number[][] {
	const points = [[...start]];
	for (const factor of order) {
		const point = [...(points.at(-1) as number[])];
		point[factor] = onGrid((point[factor] as number) + (step[factor] as number));
		points.push(point);
	}
	return points;
}

function trajectory(chance: Stream, factors: number, levels: number): MorrisTrajectory {
	const delta = levels / (2 * (levels - 1));
	const order = shuffled(chance, factors);
	const start: number[] = [];
	const step: number[] = [];
	for (let i = 0; i < factors; i++) {
		const low = chance.integer(levels / 2) / (levels - 1);
		const up = chance.integer(2) === 1;
		start.push(up ? low : onGrid(low + delta));
		step.push(up ? delta : -delta);
	}
	return { start, order, step };
}

/** Fisher-Yates. */
function shuffled(chance: Stream, n: number): number[] {
	const order = Array.from({ length: n }, (_, i) => i);
	for (let i = n - 1; i > 0; i--) {
		const j = chance.integer(i + 1);
		[order[i], order[j]] = [order[j] as number, order[i] as number];
	}
	return order;
}

/** Rounding must not carry a point out of the cube or off its level. */
function onGrid(value: number): number {
	return Math.min(1, Math.max(0, Math.round(value * 1e12) / 1e12));
}

function checkCount(what: string, value: number, least: number): void {
	if (!(Number.isSafeInteger(value) && value >= least))
		throw new RangeError(`${what} must be a whole number from ${least}, found ${value}`);
}
