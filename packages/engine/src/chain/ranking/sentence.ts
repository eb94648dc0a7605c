import type { RankingPlan } from "./plan.ts";
import type { RankedFactor } from "./ranking.ts";
import type { ResultUnit } from "./result.ts";

/** "Chase the … first: over its range … moves by about 3 points". */
export function titleOf(plan: RankingPlan, rows: readonly RankedFactor[]): string {
	const [first, ...others] = rows;
	if (first === undefined) return `No uncertain parameter reaches ${plan.title}`;
	if (first.effects === 0) return `Nothing is known yet of what moves ${plan.title}`;
	if (first.muStar === 0) return `Nothing that was swept moves ${plan.title}: no number to chase`;
	const level = others.filter((row) => row.muStarHigh >= first.muStarLow).length;
	const tied =
		level === 0
			? ""
			: `; ${level === 1 ? "one other number is" : `${level} others are`} as strong within the sampling error`;
	return `Chase ${inSentence(first.title)} first: over its range ${plan.title} moves by about ${amount(first.muStar, plan.unit)}${tied}`;
}

/** An effect in words: `3 points`, `120 t`, `1.2e9 USD`. */
export function amount(value: number, unit: ResultUnit): string {
	const [shown, word] = unit === "fraction" ? [100 * value, "points"] : [value, unit];
	const rounded = Number(shown.toPrecision(2));
	const text = Math.abs(rounded) >= 1e6 ? rounded.toExponential(1) : String(rounded);
	return `${text} ${unit === "fraction" && rounded === 1 ? "point" : word}`;
}

function inSentence(title: string): string {
	return `“${title}”`;
}
