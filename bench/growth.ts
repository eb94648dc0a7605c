/**
 * Exponent of growth: slope of log(time) over log(size) by least squares. 1 = time grows as size.
 * NaN with fewer than two different sizes.
 */
export function growthExponent(sizes: readonly number[], times: readonly number[]): number {
	const x = sizes.map(Math.log);
	const y = times.map((t) => Math.log(Math.max(t, 1e-4)));
	const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
	const [mx, my] = [mean(x), mean(y)];
	const over = x.reduce((sum, v, k) => sum + (v - mx) * ((y[k] as number) - my), 0);
	return over / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}
