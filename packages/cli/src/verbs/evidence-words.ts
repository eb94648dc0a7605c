/** What the sub-commands of `evidence` share: claims, figures and findings as people read them. */
import type { Conflict, EvidenceFinding, Interval, Ledger } from "@lodegrid/engine/evidence";
import { number } from "../numbers.ts";

/** Figures of claims are shown with the digits they are printed with, six at most. */
export function figure(value: number | null): string {
	return number(value, 6);
}

export type ClaimRow = Ledger["claims"][number];

/** `8 000 t/yr`, `7 500 to 8 500 t/yr`, `9 000 t/yr or more`, `at most 5 %`. */
export function interval({ low, high }: Interval, symbol: string): string {
	const unit = symbol === "" ? "" : ` ${symbol}`;
	if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return "no number";
	if (high === Number.POSITIVE_INFINITY) return `${figure(low)}${unit} or more`;
	if (low === Number.NEGATIVE_INFINITY) return `at most ${figure(high)}${unit}`;
	return low === high ? `${figure(low)}${unit}` : `${figure(low)} to ${figure(high)}${unit}`;
}

/** `2025`, `2023 to 2025`, `undated`. */
export function period({ as_of, as_of_end }: ClaimRow): string {
	if (as_of === null) return "undated";
	return as_of_end === null || as_of_end === as_of ? as_of : `${as_of} to ${as_of_end}`;
}

/** The figure as printed, with its unit where the print leaves it out. */
export function printed(claim: ClaimRow, ledger: Ledger): string {
	const symbol = claim.unit_id === null ? "" : ledger.units.symbol(claim.unit_id);
	const unit = symbol === "" || claim.printed.includes(symbol) ? "" : ` (${symbol})`;
	return `“${claim.printed}”${unit}`;
}

/** What a quantity is, in words: `Australia: output, rare-earth oxide, all elements, 2025`. */
export function quantityTitle(claim: ClaimRow, ledger: Ledger): string {
	const parts = [
		ledger.attribute(claim.attribute_id)?.name ?? claim.attribute_id,
		claim.basis_id === null ? null : (ledger.basis(claim.basis_id)?.name ?? claim.basis_id),
		claim.scope_id === null ? null : subjectName(claim.scope_id, ledger),
		claim.as_of === null ? null : period(claim),
	];
	return `${subjectName(claim.subject_id, ledger)}: ${parts.filter((part) => part !== null).join(", ")}`;
}

function subjectName(id: string, ledger: Ledger): string {
	return ledger.subject(id)?.name ?? id;
}

/** A finding as a line: what it is about, then the sentence. */
export function findingLine(finding: EvidenceFinding): string {
	return `  ${finding.claims.join(", ")} [${finding.source}] ${finding.sentence}`;
}

/** One conflict with its rival figures, a line each. */
export function conflictLines(conflict: Conflict, ledger: Ledger): string {
	const symbol = ledger.units.symbol(conflict.unit);
	const lines = conflict.values.map((value) => {
		const claim = ledger.claim(value.claim);
		const marks = [value.echo ? "echo" : null, value.superseded ? "superseded" : null];
		const when = [
			value.asOf === null ? "undated" : `as of ${value.asOf}`,
			value.published === null ? null : `published ${value.published}`,
			value.confidence,
			...marks,
		];
		const shown =
			value.value === null
				? interval(value.interval, symbol)
				: `${figure(value.value)}${symbol === "" ? "" : ` ${symbol}`}`;
		return `  ${shown}  ${ledger.attribution(claim)}; ${when.filter((part) => part !== null).join(", ")}  [${value.claim}]`;
	});
	return [`${conflict.title}`, `  ${conflict.sentence}`, ...lines].join("\n");
}

/** `1 claim`, `3 claims`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
