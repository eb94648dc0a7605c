/** What the claims shown say together, in one sentence with its numbers. */
import type { Evidence } from "../../../engine/protocol.ts";
import type { Entry } from "../../../evidence/entries.ts";
import { count, number } from "../../../lib/format.ts";
import type { KeyNumber } from "../../../parts/PageHead.tsx";

/** Null while the checks run; without them when they came to nothing. */
export function claimsAnswer(
	shown: readonly Entry[],
	all: number,
	evidence: Evidence | undefined,
	checking: boolean,
): string | null {
	if (all === 0) return "0 claims: this data package keeps nobody’s figures";
	if (!evidence && checking) return null;
	if (shown.length === 0) return `0 of ${exactCount(all)} claims match these choices`;
	const what =
		shown.length === all
			? some(all, "claim")
			: `${exactCount(shown.length)} of ${some(all, "claim")}`;
	if (!evidence) return `${what}, none of them checked`;
	const { sources, disputed, wrong } = tally(shown, evidence);
	return `${what} from ${some(sources, "source")}: ${disputed === 1 ? "1 quantity" : `${disputed} quantities`} in dispute, ${wrong === 1 ? "1 figure fails its" : `${wrong} figures fail their`} own arithmetic`;
}

export function claimsNumbers(
	shown: readonly Entry[],
	all: number,
	evidence: Evidence | undefined,
): KeyNumber[] {
	if (!evidence || shown.length === 0) return [];
	const { origins, sources, disputed, wrong, checked, used, cells, doubted } = tally(
		shown,
		evidence,
	);
	return [
		{
			label: "Claims",
			value: exactCount(shown.length),
			compared: shown.length === all ? "all of the package" : `of ${exactCount(all)}`,
		},
		{
			label: "Origins",
			value: exactCount(origins),
			compared: `behind ${some(sources, "source")}; an origin counts once`,
		},
		{ label: "In dispute", value: exactCount(disputed), compared: "quantities with rival figures" },
		{
			label: "Fail their arithmetic",
			value: exactCount(wrong),
			compared: `of ${exactCount(checked)} recomputed; ${exactCount(doubted)} more in doubt`,
			...(wrong > 0 ? { tone: "bad" as const } : {}),
		},
		{
			label: "Used by the model",
			value: exactCount(used),
			compared: `claims, in ${count(cells, "number")} of the model`,
		},
	];
}

function tally(shown: readonly Entry[], { conflicts }: Evidence) {
	const ids = new Set(shown.map(({ claim }) => claim.id));
	const verdict = (kind: string) => shown.filter((entry) => entry.verdict?.verdict === kind).length;
	const wrong = verdict("arithmetic error");
	const cells = shown.flatMap(({ uses }) => uses.map((c) => `${c.table}/${c.row}/${c.column}`));
	return {
		sources: new Set(shown.flatMap(({ claim }) => claim.source_ids)).size,
		origins: new Set(shown.map(({ claim }) => claim.source_ids.at(-1))).size,
		disputed: conflicts.filter(({ values }) => values.some(({ claim }) => ids.has(claim))).length,
		wrong,
		doubted: shown.filter(
			({ findings, verdict }) => findings.length > 0 && verdict?.verdict !== "arithmetic error",
		).length,
		checked: wrong + verdict("consistent"),
		used: shown.filter(({ uses }) => uses.length > 0).length,
		cells: new Set(cells).size,
	};
}

/** Things that were counted are given to the last one. */
function exactCount(n: number): string {
	return number(n, 12);
}

function some(n: number, one: string): string {
	return `${exactCount(n)} ${n === 1 ? one : `${one}s`}`;
}
