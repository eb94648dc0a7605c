import type { Ledger } from "../ledger.ts";

const KNOWN = new WeakMap<Ledger, Map<string, string>>();

/**
 * Whether two sources are editions of one survey, so that the later one revises the other: of one
 * publisher, with titles that differ only in numbers.
 */
export function editionsOfOneSurvey(a: string, b: string, ledger: Ledger): boolean {
	return (
		a !== b &&
		surveyOf(a, ledger) === surveyOf(b, ledger) &&
		ledger.source(a)?.title !== ledger.source(b)?.title
	);
}

/** The publisher and the title without its numbers; the id of a source that is not listed. */
export function surveyOf(source: string, ledger: Ledger): string {
	let known = KNOWN.get(ledger);
	if (known === undefined) {
		known = new Map();
		KNOWN.set(ledger, known);
	}
	let survey = known.get(source);
	if (survey === undefined) {
		const row = ledger.source(source);
		survey = row === null ? source : `${row.publisher}|${withoutNumbers(row.title)}`;
		known.set(source, survey);
	}
	return survey;
}

function withoutNumbers(title: string): string {
	return title
		.replaceAll(/\b(?:version|edition|v)\s*[\d.]+/gi, "")
		.replaceAll(/[\d.,]+/g, "")
		.replaceAll(/\s+/g, " ")
		.trim()
		.toLowerCase();
}
