import type { Discount, Period } from "../network.ts";

/**
 * What 1 USD of a period, spent at its middle, is worth at the start of the horizon:
 * (1 + rate)^-(years from the start); and the same at the end of the horizon.
 *
 * @param rate a year, real; 0 makes every factor exactly 1
 * @throws RangeError when the rate is negative or not a number
 */
export function discountOf(rate: number, periods: readonly Pick<Period, "years">[]): Discount {
	if (!(rate >= 0 && Number.isFinite(rate)))
		throw new RangeError(`a discount rate must be 0 or more a year, found ${rate}`);
	let elapsed = 0;
	const middle = Float64Array.from(periods, ({ years }) => {
		elapsed += years;
		return (1 + rate) ** -(elapsed - years / 2);
	});
	return { middle, end: (1 + rate) ** -elapsed };
}
