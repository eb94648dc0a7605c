import { figure } from "../words.ts";
import type { ResolutionRule, Voice } from "./rule.ts";

/**
 * The latest figure of an official origin: that of the latest period, of these the one published
 * last. Others of the same period stay visible as older editions.
 */
export const newestOfficial: ResolutionRule = {
	officialOnly: true,
	choose(voices, _parameter, symbol) {
		const [newest, ...others] = voices.toSorted(newestFirst);
		if (newest === undefined)
			return {
				value: null,
				support: null,
				counted: [],
				others: () => [],
				step: () => "No official origin gives a number.",
			};
		const dated = newest.edition === "" ? "" : ` (${newest.edition})`;
		return {
			value: newest.value,
			support: null,
			counted: [newest],
			others: () =>
				others.map((voice) => ({
					claim: voice.claim.id,
					role: "older",
					why: `${voice.who()} published it before ${newest.who()}, or for an earlier period.`,
				})),
			step: () =>
				`The newest official figure is that of ${newest.who()}${dated}: ${figure(newest.value, symbol)}.`,
		};
	},
};

function newestFirst(a: Voice, b: Voice): number {
	return (
		compare(b.until, a.until) ||
		compare(b.edition, a.edition) ||
		a.claim.source_ids.length - b.claim.source_ids.length ||
		compare(a.claim.id, b.claim.id)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
