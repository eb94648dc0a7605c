import type { Distribution } from "../../evidence/index.ts";

/**
 * Value below which the share `u` of a distribution lies: its low end at 0, its high end at 1.
 *
 * @param u 0 to 1
 */
export function quantile({ shape, low, middle, high }: Distribution, u: number): number {
	if (shape === "fixed" || high <= low) return middle;
	if (shape === "uniform") return u === 1 ? high : low + u * (high - low);
	const below = (middle - low) / (high - low);
	return u <= below
		? low + Math.sqrt(u * (high - low) * (middle - low))
		: high - Math.sqrt((1 - u) * (high - low) * (high - middle));
}
