/** Numbers as people read them: few significant digits, thin-space thousands, gaps as words. */

const THIN_SPACE = "\u2009";

export function number(value: number | null | undefined, digits = 3): string {
	if (value === null || value === undefined) return "unknown";
	if (!Number.isFinite(value)) return String(value);
	if (Math.abs(value) < 1e-9) return "0";
	const size = Math.floor(Math.log10(Math.abs(value)));
	if (size < -4) return value.toExponential(2);
	const rounded = Number(value.toPrecision(digits));
	const [whole = "", fraction] = Math.abs(rounded)
		.toFixed(Math.max(0, digits - 1 - size))
		.split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, whole.length > 4 ? THIN_SPACE : "");
	const decimals = fraction?.replace(/0+$/, "");
	return `${value < 0 ? "-" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

export function percent(fraction: number | null | undefined, digits = 3): string {
	if (fraction === null || fraction === undefined) return "unknown";
	return `${number(100 * fraction, digits)} %`;
}

/** Two numbers with as many digits, three to nine, as it takes to tell them apart. */
export function pair(
	before: number | null,
	after: number | null,
	show: (value: number | null, digits: number) => string = number,
): readonly [string, string] {
	let digits = 3;
	while (digits < 9 && show(before, digits) === show(after, digits)) digits += 1;
	return [show(before, digits), show(after, digits)];
}
