import { periodsOf } from "../build/calendar.ts";
import type { Scenario } from "../types.ts";

/** Calendar years that the horizon of a scenario touches. */
export function yearsOf(scenario: Scenario): ReadonlySet<number> {
	const { first, last } = spanOf(scenario);
	const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
	const years = new Set(Array.from({ length: to - from + 1 }, (_, k) => from + k));
	if (last.endsWith("-01-01")) years.delete(to);
	return years;
}

/** First day of the horizon and the day after its last. */
export function spanOf({ start, periods }: Scenario): {
	readonly first: string;
	readonly last: string;
} {
	return { first: start, last: periodsOf(start, periods).at(-1)?.end ?? start };
}
