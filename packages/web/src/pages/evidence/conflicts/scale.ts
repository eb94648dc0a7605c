/** One axis for rival values: straight where they are of one size, by powers where they are not. */

export interface Tick {
	readonly value: number;
	readonly x: number;
}

export interface Scale {
	readonly kind: "linear" | "log";
	readonly at: (value: number) => number;
	readonly ticks: readonly Tick[];
}

/** From this ratio of the largest to the smallest on, an axis of powers of ten. */
const WIDE = 20;
/** Zero is on the axis when it lies no further off than this share of the largest. */
const NEAR_ZERO = 0.4;

/**
 * An axis over all the numbers, from `left` to `right` px. Needs at least one finite number.
 * `calendar`: the numbers are dates as years with a fraction, and the marks whole days, months or years.
 */
export function scaleOf(
	numbers: readonly number[],
	left: number,
	right: number,
	calendar = false,
): Scale {
	const finite = numbers.filter(Number.isFinite);
	const [least, most] = [Math.min(...finite), Math.max(...finite)];
	if (calendar) return linearScale(least, most, left, right, CALENDAR);
	if (least > 0 && most / least > WIDE) return logScale(least, most, left, right);
	return linearScale(least, most, left, right);
}

/** A day, a week, a month, a quarter, and years: in years. */
const CALENDAR = [1 / 365.25, 7 / 365.25, 1 / 12, 1 / 4, 1, 2, 5, 10, 20, 50];

function linearScale(
	least: number,
	most: number,
	left: number,
	right: number,
	steps: readonly number[] = [],
): Scale {
	const span = most - least || Math.abs(most) || 1;
	const low = least >= 0 && least <= NEAR_ZERO * most ? 0 : least - 0.08 * span;
	const high = most <= 0 && most >= NEAR_ZERO * least ? 0 : most + 0.08 * span;
	const at = (value: number) => left + ((value - low) / (high - low)) * (right - left);
	const rough = (high - low) / Math.max(2, Math.min(7, (right - left) / 110));
	const step = steps.find((some) => some >= rough) ?? niceStep(rough);
	const first = Math.ceil(low / step - 1e-9);
	const last = Math.floor(high / step + 1e-9);
	const values = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
	return { kind: "linear", at, ticks: values.map((value) => ({ value, x: at(value) })) };
}

function logScale(least: number, most: number, left: number, right: number): Scale {
	const [low, high] = [Math.log10(least) - 0.15, Math.log10(most) + 0.15];
	const at = (value: number) => left + ((Math.log10(value) - low) / (high - low)) * (right - left);
	const decades = high - low;
	const room = (right - left) / decades;
	const steps = room > 220 ? [1, 2, 5] : room > 60 ? [1] : [];
	const every = steps.length > 0 ? 1 : Math.ceil(60 / room);
	const ticks: Tick[] = [];
	for (let power = Math.floor(low); power <= Math.ceil(high); power++) {
		if (power % every !== 0) continue;
		for (const digit of steps.length > 0 ? steps : [1]) {
			const value = tidy(digit * 10 ** power);
			const x = at(value);
			if (x >= left - 0.5 && x <= right + 0.5) ticks.push({ value, x });
		}
	}
	return { kind: "log", at, ticks };
}

/** The next of 1, 2, 5, 10 … at or above. */
function niceStep(rough: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	const digit = rough / power;
	return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** Without the crumbs of binary fractions. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}
