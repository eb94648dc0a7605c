/** Numbers as people read them: three significant digits, thin-space thousands, gaps as words. */

const THIN_SPACE = "\u2009";

export function number(value: number | null | undefined): string {
	if (value === null || value === undefined) return "unknown";
	if (!Number.isFinite(value)) return String(value);
	if (Math.abs(value) < 1e-9) return "0";
	const size = Math.floor(Math.log10(Math.abs(value)));
	if (size < -4) return value.toExponential(2);
	const rounded = Number(value.toPrecision(3));
	const [whole = "", fraction] = Math.abs(rounded)
		.toFixed(Math.max(0, 2 - size))
		.split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, whole.length > 4 ? THIN_SPACE : "");
	const decimals = fraction?.replace(/0+$/, "");
	return `${value < 0 ? "-" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

export function percent(fraction: number | null | undefined): string {
	return fraction === null || fraction === undefined ? "unknown" : `${number(100 * fraction)} %`;
}
