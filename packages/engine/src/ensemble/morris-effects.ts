import { stream } from "../random/index.ts";
import type { MorrisDesign } from "./morris-design.ts";

/** What one factor does, in the unit of the result per whole range of the factor. */
export interface ElementaryEffects {
	/** μ*: mean size of its effects. It ranks factors. */
	readonly muStar: number;
	/** μ: mean effect with its sign. */
	readonly mu: number;
	/** σ: standard deviation of its effects: curved, or bound up with other factors; null below two. */
	readonly sigma: number | null;
	/** 95 % bootstrap interval of μ*. */
	readonly muStarLow: number;
	readonly muStarHigh: number;
	/** Largest effect seen, by size. */
	readonly largest: number;
	/** Effects that it rests on: trajectories whose results are there. */
	readonly effects: number;
}

export interface EffectOptions {
	/** Differences of results up to this are none: the rounding of whoever worked them out. Default 0. */
	readonly resolution?: number;
	/** Resamples behind the interval; default 1000. */
	readonly resamples?: number;
}

/**
 * Elementary effects of every factor, (y after its move - y before) / step:
 * μ and σ of M. D. Morris, Technometrics 33 (1991) 161-174; μ* of F. Campolongo, J. Cariboni and
 * A. Saltelli, *An effective screening design for sensitivity analysis of large models*,
 * Environmental Modelling & Software 22 (2007) 1509-1518. The interval is the percentile bootstrap
 * over trajectories, drawn from the design's seed.
 *
 * @param results by trajectory its factors + 1 results in the order of its points; a trajectory
 * that is missing (null) or a result that is not finite leaves the effects it takes part in out
 * @throws RangeError when a list of results has another length than its trajectory
 */
export function morrisEffects(
	design: MorrisDesign,
	results: readonly (ArrayLike<number> | null)[],
	{ resolution = 0, resamples = 1000 }: EffectOptions = {},
): ElementaryEffects[] {
	const ofFactor = Array.from({ length: design.factors }, (): number[] => []);
	for (const [r, { order, step }] of design.trajectories.entries()) {
		const values = results[r];
		if (!values) continue;
		if (values.length !== design.factors + 1)
			throw new RangeError(
				`trajectory ${r} has ${values.length} results, expected ${design.factors + 1}`,
			);
		for (const [k, factor] of order.entries()) {
			const change = (values[k + 1] as number) - (values[k] as number);
			if (!Number.isFinite(change)) continue;
			const effect = Math.abs(change) <= resolution ? 0 : change / (step[factor] as number);
			ofFactor[factor]?.push(effect);
		}
	}
	return ofFactor.map((effects, factor) => summary(effects, design.seed, factor, resamples));
}

/** Streams of trajectories are counted from 0; those of the bootstrap begin here. */
const BOOTSTRAP = 2 ** 40;

function summary(
	effects: readonly number[],
	seed: number,
	factor: number,
	resamples: number,
): ElementaryEffects {
	const sizes = effects.map(Math.abs);
	const mu = mean(effects);
	const variance =
		effects.reduce((sum, effect) => sum + (effect - mu) ** 2, 0) / (effects.length - 1);
	const [low, high] = interval(sizes, seed, factor, resamples);
	return {
		muStar: mean(sizes),
		mu,
		sigma: effects.length < 2 ? null : Math.sqrt(variance),
		muStarLow: low,
		muStarHigh: high,
		largest: effects.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0),
		effects: effects.length,
	};
}

function interval(
	sizes: readonly number[],
	seed: number,
	factor: number,
	resamples: number,
): [number, number] {
	if (sizes.every((size) => size === sizes[0])) return [sizes[0] ?? 0, sizes[0] ?? 0];
	const chance = stream(seed, BOOTSTRAP + factor);
	const means = Float64Array.from({ length: resamples }, () => {
		let sum = 0;
		for (let k = 0; k < sizes.length; k++) sum += sizes[chance.integer(sizes.length)] as number;
		return sum / sizes.length;
	}).sort();
	const at = (share: number) => means[Math.round(share * (resamples - 1))] as number;
	return [at(0.025), at(0.975)];
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
