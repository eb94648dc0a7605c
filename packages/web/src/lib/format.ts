/**
 * Numbers as the app prints them: three significant digits, a narrow space
 * between thousands, always a unit; full precision for the hover text.
 */

const THIN = "\u202f";

/** `57412.3` → `57 400`; `0.01234` → `0.0123`; null → `unknown`. */
export function number(value: number | null | undefined, digits = 3): string {
	if (value === null || value === undefined || Number.isNaN(value)) return "unknown";
	if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
	if (Math.abs(value) < 1e-9) return "0";
	const rounded = Number(value.toPrecision(digits));
	const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
	const [whole = "", fraction] = Math.abs(rounded).toFixed(Math.min(decimals, 8)).split(".");
	const short = fraction?.replace(/0+$/, "");
	return `${rounded < 0 ? "−" : ""}${grouped(whole)}${short ? `.${short}` : ""}`;
}

/** With its unit: `57 400 t`. */
export function quantity(value: number | null | undefined, unit: string): string {
	const text = number(value);
	return text === "unknown" || unit === "" ? text : `${text}\u00a0${unit}`;
}

/** A fraction as per cent: `0.0312` → `3.1 %`; above 1000 % as a multiple: `12 ×`. */
export function percent(fraction: number | null | undefined): string {
	if (fraction === null || fraction === undefined || Number.isNaN(fraction)) return "unknown";
	if (!Number.isFinite(fraction)) return "∞";
	if (fraction >= 10) return `${number(fraction, 2)}${THIN}×`;
	if (fraction > 0 && fraction < 0.001) return `<${THIN}0.1${THIN}%`;
	return `${number(fraction * 100, fraction >= 0.995 ? 3 : 2)}${THIN}%`;
}

/** Every digit, for the hover text: `57412.3 t`. */
export function exact(value: number | null | undefined, unit = ""): string {
	if (value === null || value === undefined || Number.isNaN(value)) return "unknown";
	const [whole = "", fraction] = Math.abs(value).toString().split(".");
	const text = whole.includes("e")
		? String(value)
		: grouped(whole) + (fraction ? `.${fraction}` : "");
	return `${value < 0 ? "−" : ""}${text}${unit && `\u00a0${unit}`}`;
}

/** `separation` → `Separation`. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 plant`, `3 plants`. */
export function count(n: number, one: string, many = `${one}s`): string {
	return `${number(n)} ${n === 1 ? one : many}`;
}

function grouped(whole: string): string {
	return whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
}
