/**
 * Arithmetic of closed intervals whose ends may be infinite (Moore, Interval Analysis, 1966):
 * the result holds every number that the operation can give with one number out of each.
 */

import type { Interval } from "./types.ts";

export const EVERYTHING: Interval = { low: -Infinity, high: Infinity };

export function point(value: number): Interval {
	return { low: value, high: value };
}

export function add(a: Interval, b: Interval): Interval {
	return { low: a.low + b.low, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
	return { low: a.low - b.high, high: a.high - b.low };
}

export function multiply(a: Interval, b: Interval): Interval {
	return span([
		product(a.low, b.low),
		product(a.low, b.high),
		product(a.high, b.low),
		product(a.high, b.high),
	]);
}

/** Everything where the divisor holds 0 inside; half a line where 0 is one of its ends. */
export function divide(a: Interval, b: Interval): Interval {
	if (b.low < 0 && b.high > 0) return EVERYTHING;
	if (b.low === 0 && b.high === 0) return EVERYTHING;
	return multiply(a, {
		low: b.high === 0 ? -Infinity : 1 / b.high,
		high: b.low === 0 ? Infinity : 1 / b.low,
	});
}

export function minimum(a: Interval, b: Interval): Interval {
	return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function maximum(a: Interval, b: Interval): Interval {
	return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** Smallest interval that holds all of them; null of none. */
export function hull(intervals: readonly Interval[]): Interval | null {
	if (intervals.length === 0) return null;
	return {
		low: Math.min(...intervals.map(({ low }) => low)),
		high: Math.max(...intervals.map(({ high }) => high)),
	};
}

export function intersects(a: Interval, b: Interval): boolean {
	return a.low <= b.high && b.low <= a.high;
}

export function contains(interval: Interval, value: number): boolean {
	return interval.low <= value && value <= interval.high;
}

/** 0 × ∞ is 0 here: an exact zero stays zero whatever it is multiplied by. */
function product(a: number, b: number): number {
	return a === 0 || b === 0 ? 0 : a * b;
}

function span(ends: readonly number[]): Interval {
	return { low: Math.min(...ends), high: Math.max(...ends) };
}
