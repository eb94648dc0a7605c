import type { Distribution } from "@lodegrid/engine/evidence";

/** Outline of a distribution standing on `base`, `height` px tall; `at` gives the place of a value. */
export function outline(
	{ shape, low, middle, high }: Distribution,
	at: (value: number) => number,
	base: number,
	height: number,
): string {
	const top = base - height;
	if (shape === "fixed" || low === high) return `M${at(middle)} ${base}V${top}`;
	if (shape === "uniform") return `M${at(low)} ${base}V${top}H${at(high)}V${base}Z`;
	return `M${at(low)} ${base}L${at(middle)} ${top}L${at(high)} ${base}Z`;
}
