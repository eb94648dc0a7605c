import type { Ledger } from "../ledger.ts";

/**
 * Whether two sources are editions of one survey, so that the later one revises the other: of one
 * publisher, with titles that differ only in numbers.
 */
export function editionsOfOneSurvey(a: string, b: string, ledger: Ledger): boolean {
	if (a === b) return false;
	const first = ledger.source(a);
	const second = ledger.source(b);
	if (first === null || second === null || first.publisher !== second.publisher) return false;
	if (first.title === second.title) return false;
	return withoutNumbers(first.title) === withoutNumbers(second.title);
}

function withoutNumbers(title: string): string {
	return title
		.replaceAll(/\b(?:version|edition|v)\s*[\d.]+/gi, "")
		.replaceAll(/[\d.,]+/g, "")
		.replaceAll(/\s+/g, " ")
		.trim()
		.toLowerCase();
}
