import { tidy } from "../units.ts";
import { counted, figure, listed } from "../words.ts";
import type { ResolutionRule } from "./rule.ts";

/** The median over origins, each counting once; of an even number the middle of the two. */
export const medianIndependent: ResolutionRule = {
	officialOnly: false,
	choose(voices, _parameter, symbol) {
		const values = voices.map(({ value }) => value).sort((a, b) => a - b);
		const value = median(values);
		return {
			value,
			support: null,
			counted: voices,
			others: () => [],
			step: () =>
				value === null
					? "No independent origin gives a number."
					: `The median of ${counted(values.length, "independent origin")} ` +
						`(${listed(values.map((each) => figure(each)))}) is ${figure(value, symbol)}.`,
		};
	},
};

function median(sorted: readonly number[]): number | null {
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return null;
	if (sorted.length % 2 === 1) return upper;
	return tidy(((sorted[middle - 1] as number) + upper) / 2);
}
