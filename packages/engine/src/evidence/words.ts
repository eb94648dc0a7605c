/** Numbers and dates in the sentences of the ledger, the same on every machine. */

import type { Interval } from "./types.ts";
import { tidy } from "./units.ts";

/** `8,000 t/yr`, `0.33 %`; six significant digits at most. */
export function figure(value: number, symbol = ""): string {
	const rounded = tidy(Number(value.toPrecision(6)));
	const [whole = "", fraction] = String(Math.abs(rounded)).split(".");
	const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
	const sign = rounded < 0 ? "-" : "";
	const number = `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
	return symbol === "" ? number : `${number} ${symbol}`;
}

/** `7,500 to 8,500 t`, `9,000 t or more`, `at most 5 %`. */
export function rangeInWords({ low, high }: Interval, symbol = ""): string {
	if (low === high) return figure(low, symbol);
	if (low === -Infinity && high === Infinity) return "anything";
	if (high === Infinity) return `${figure(low, symbol)} or more`;
	if (low === -Infinity) return `at most ${figure(high, symbol)}`;
	return `${figure(low)} to ${figure(high, symbol)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `1 claim`, `3 claims`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
