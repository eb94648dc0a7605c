import type { Audit } from "@lodegrid/engine/evidence";
import type { RowOf } from "../../../engine/catalog.ts";
import { number } from "../../../lib/format.ts";
import type { KeyNumber } from "../../../parts/PageHead.tsx";

/** The audit's own sentence, with whose figures they are where it does not say. */
export function auditAnswer(
	{ sentence, source }: Audit,
	row: RowOf<"sources"> | undefined,
): string {
	const words = sentence.replace(/\.$/, "");
	const name = row?.publisher ?? source;
	return words.includes(name) || (row && words.includes(row.title)) ? words : `${name}, ${words}`;
}

export function auditNumbers({ claims, counts, findings }: Audit): KeyNumber[] {
	const doubted = claims.filter((claim) => claim.findings.length > 0).length;
	const checked = counts.consistent + counts["arithmetic error"];
	return [
		{
			label: "Figures",
			value: number(claims.length, 12),
			compared: "printed here, or quoted from here",
		},
		{
			label: "Fail their arithmetic",
			value: number(counts["arithmetic error"], 12),
			compared: `of ${number(checked, 12)} that can be recomputed`,
			...(counts["arithmetic error"] > 0 ? { tone: "bad" as const } : {}),
		},
		{
			label: "Consistent",
			value: number(counts.consistent, 12),
			compared: "worked out again, the same",
		},
		{
			label: "Cannot be checked",
			value: number(counts["cannot check"], 12),
			compared: "nothing printed to work them out from",
		},
		{
			label: "Findings",
			value: number(findings.length, 12),
			compared: `about ${number(doubted, 12)} of its figures`,
		},
	];
}
