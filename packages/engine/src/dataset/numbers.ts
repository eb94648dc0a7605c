/** Numbers as a data package writes them: digits, a decimal point, perhaps an exponent. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const MAX_LENGTH = 40;

/** True for text that is a number; none needs more than 40 characters. */
export function isNumber(text: string): boolean {
	return text.length <= MAX_LENGTH && NUMBER.test(text);
}

/** Why a cell is not the number it should be, and the number it may have meant. */
export function explainNumber(
	raw: string,
	min: number,
	max: number,
	integer: boolean,
): { what: string; nearest: string | null } {
	const text = raw.trim();
	if (text.length > MAX_LENGTH) return { what: "not a number", nearest: null };
	if (NUMBER.test(text)) return outOfBounds(Number(text), min, max, integer);
	if (/^[+-]?(inf|infinity|∞)$/i.test(text)) return { what: "infinite", nearest: null };
	if (/^'?[=@]/.test(text)) return { what: "a formula where a number belongs", nearest: null };
	const meant = meantNumber(text);
	const value = meant === null ? Number.NaN : Number(meant.text);
	const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
	return { what: meant?.what ?? "not a number", nearest: fits ? String(value) : null };
}

function outOfBounds(
	value: number,
	min: number,
	max: number,
	integer: boolean,
): { what: string; nearest: string | null } {
	if (value < min) {
		const what = min === 0 ? "negative" : "too small";
		return { what, nearest: String(min) };
	}
	if (value > max) return { what: "too large", nearest: String(max) };
	if (integer) return { what: "not a whole number", nearest: String(Math.round(value)) };
	return { what: "space around a number", nearest: String(value) };
}

function meantNumber(text: string): { what: string; text: string } | null {
	if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) {
		return { what: "thousands separators in a number", text: text.replaceAll(",", "") };
	}
	if (/^[+-]?\d{1,3}([ '’\u00a0\u202f]\d{3})+(\.\d+)?$/.test(text)) {
		return { what: "thousands separators in a number", text: text.replaceAll(/[^\d.+-]/g, "") };
	}
	if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) {
		const plain = text.replaceAll(".", "").replace(",", ".");
		return { what: "decimal comma in a number", text: plain };
	}
	if (/^[+-]?\d*,\d+$/.test(text)) {
		return { what: "decimal comma in a number", text: text.replace(",", ".") };
	}
	if (/^[+-]?[\d.]+ ?%$/.test(text)) {
		return { what: "a percentage where a number belongs", text: percent(text) };
	}
	const unit = /^[$€£¥~<>≈]? ?([+-]?\d+(?:\.\d+)?) ?[^\d]*$/u.exec(text);
	if (unit !== null) return { what: "text around a number", text: unit[1] ?? "" };
	return null;
}

function percent(text: string): string {
	return String(Number((Number(text.replace(/ ?%$/, "")) / 100).toPrecision(12)));
}
