import type { Ledger } from "../ledger.ts";
import type { Conflict } from "../types.ts";
import { sourceName } from "./words.ts";

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "Seven sources, four values; three repeat one study (IEA)". */
export function conflictSentence(
	values: Conflict["values"],
	figures: number,
	ledger: Ledger,
): string {
	const outlets = new Set(values.map(({ claim }) => ledger.outlet(ledger.claim(claim)))).size;
	const bounds = values.filter(({ value }) => value === null).length;
	const parts = [
		`${capital(inWords(outlets))} ${outlets === 1 ? "source" : "sources"}, ${inWords(figures)} ${figures === 1 ? "value" : "values"}`,
	];
	if (bounds > 0) parts.push(`${inWords(bounds)} ${bounds === 1 ? "bound" : "bounds"}`);
	const head = parts.join(" and ");
	const repeats = [...Map.groupBy(values, ({ origin }) => origin)]
		.map(([origin, claims]) => ({
			origin,
			count: claims.some(({ echo }) => echo) ? claims.length : 0,
		}))
		.filter(({ count }) => count > 1)
		.sort((a, b) => b.count - a.count);
	if (repeats.length === 0) return `${head}.`;
	const said = repeats
		.slice(0, 3)
		.map(
			({ origin, count }) => `${inWords(count)} repeat one origin (${sourceName(origin, ledger)})`,
		);
	return `${head}; ${said.join(", ")}.`;
}

/** "One source, one value; one more that nobody opened says otherwise, so it is not in dispute." */
export function weaklyDisputed(sentence: string, unopened: number): string {
	const head = sentence.replace(/\.$/, "");
	return unopened === 1
		? `${head}; one more that nobody opened says otherwise, so it is not in dispute.`
		: `${head}; ${inWords(unopened)} more that nobody opened do not all agree, so it is not in dispute.`;
}

function inWords(count: number): string {
	return WORDS[count] ?? String(count);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
