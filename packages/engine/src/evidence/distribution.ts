import type { Distribution, Interval } from "./types.ts";

/**
 * Distribution over a support: `fixed` at the value; `uniform` over the support; `triangular`
 * with the value as its mode. A support without width is fixed.
 */
export function distributionOf(
	shape: Distribution["shape"],
	value: number,
	support: Interval,
): Distribution {
	const low = Math.min(value, support.low);
	const high = Math.max(value, support.high);
	if (shape === "fixed" || low === high || !Number.isFinite(low) || !Number.isFinite(high))
		return { shape: "fixed", low: value, middle: value, high: value };
	return { shape, low, middle: shape === "uniform" ? (low + high) / 2 : value, high };
}

/** Variance: of a triangle (a² + b² + c² − ab − ac − bc) / 18, of a uniform (b − a)² / 12. */
export function varianceOf({ shape, low, middle, high }: Distribution): number {
	if (shape === "fixed") return 0;
	if (shape === "uniform") return (high - low) ** 2 / 12;
	const squares = low ** 2 + middle ** 2 + high ** 2;
	return (squares - low * middle - low * high - middle * high) / 18;
}
