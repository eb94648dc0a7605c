import { hull } from "../interval.ts";
import { tidy } from "../units.ts";
import { counted, figure, rangeInWords } from "../words.ts";
import type { ResolutionRule } from "./rule.ts";

/** The span of all origins; the number is its middle. */
export const range: ResolutionRule = {
	officialOnly: false,
	choose(voices, _parameter, symbol) {
		const span = hull(voices.map(({ interval }) => interval));
		const faces = hull(
			voices.map(({ value, claim, interval }) =>
				claim.form === "range" ? interval : { low: value, high: value },
			),
		);
		const value = faces === null ? null : tidy((faces.low + faces.high) / 2);
		return {
			value,
			support: span,
			counted: voices,
			others: () => [],
			step: () =>
				value === null || span === null
					? "No origin gives a number."
					: `${counted(voices.length, "origin")} span ${rangeInWords(span, symbol)}; ` +
						`the middle of their figures is ${figure(value, symbol)}.`,
		};
	},
};
