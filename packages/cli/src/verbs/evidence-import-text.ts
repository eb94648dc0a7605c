/** A review of new claims for a terminal. */
import type { ResultChange, ResultComparison } from "@lodegrid/engine/chain";
import type { ImportReview, Ledger, Resolution } from "@lodegrid/engine/evidence";
import { number, pair, percent } from "../numbers.ts";
import { textTable } from "../table.ts";
import { counted, figure, findingLine, printed, quantityTitle } from "./evidence-words.ts";

const MOST = 40;

export function reviewText(
	file: string,
	review: ImportReview,
	before: Ledger,
	after: Ledger,
	results: ResultComparison | null,
): string {
	const { added, duplicates, revised, parameters, findings } = review;
	const parts = [
		summary(file, review),
		...list("Added", added.length === 0 ? [] : [addedTable(review, after)]),
		...list(
			"Repeats what is known",
			some(duplicates.map(({ kind, sentence }) => `  ${kind}: ${sentence}`)),
		),
		...list(
			"Revises",
			some(revised.map(({ claim, by }) => `  ${revision(claim, by, before, after)}`)),
		),
		...list(
			"Numbers of the model that change",
			some(parameters.map(({ id, before: b, after: a }) => `  ${id}: ${change(b, a)}`)),
		),
		...list("Does not add up", some(findings.map((one) => `  ${one.kind}:${findingLine(one)}`))),
		...(results === null ? [] : [resultsText(results)]),
	];
	return `${parts.join("\n\n")}\n`;
}

function summary(
	file: string,
	{ added, duplicates, revised, parameters, findings }: ImportReview,
): string {
	const numbers = parameters.length === 0 ? "no number" : counted(parameters.length, "number");
	return [
		`${file}: ${counted(added.length, "claim")} to add, ${counted(duplicates.length, "repeat")}, ${counted(revised.length, "revision")}`,
		`${numbers} of the model ${parameters.length > 1 ? "change" : "changes"}; ${counted(findings.length, "new finding")}`,
	].join("; ");
}

function list(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [[title, ...lines].join("\n")];
}

function some(lines: readonly string[]): string[] {
	if (lines.length <= MOST) return [...lines];
	return [...lines.slice(0, MOST), `  and ${lines.length - MOST} more, see --json`];
}

function addedTable({ added }: ImportReview, ledger: Ledger): string {
	const rows = added
		.slice(0, MOST)
		.map((claim) => [
			claim.id,
			printed(claim, ledger),
			quantityTitle(claim, ledger),
			ledger.attribution(claim),
		]);
	const table = textTable(
		[{ title: "claim" }, { title: "figure" }, { title: "what" }, { title: "who says so" }],
		rows,
		120,
	);
	return added.length > MOST ? `${table}\nand ${added.length - MOST} more, see --json` : table;
}

function revision(claim: string, by: string, before: Ledger, after: Ledger): string {
	const old = before.pkg.tables.claims.some(({ id }) => id === claim)
		? before.claim(claim)
		: after.claim(claim);
	return `${claim}: ${printed(old, after)} → ${printed(after.claim(by), after)} (${by}, ${after.attribution(after.claim(by))})`;
}

function change(before: Resolution | null, after: Resolution | null): string {
	const [was, is] = [before?.value ?? null, after?.value ?? null].map(figure);
	return `${was}${range(before)} → ${is}${range(after)}`;
}

function range(resolution: Resolution | null): string {
	if (resolution === null || resolution.distribution === null) return "";
	const { low, high } = resolution.distribution;
	return low === high ? "" : ` (${figure(low)} to ${figure(high)})`;
}

function resultsText({ sentence, changed, compared }: ResultComparison): string {
	if (changed.length === 0) return `Results: ${sentence}`;
	const table = textTable(
		[{ title: "result" }, { title: "before", align: "right" }, { title: "after", align: "right" }],
		changed
			.slice(0, MOST)
			.map((one) => [
				one.title,
				...pair(one.before, one.after, (v, digits) => amount(one, v, digits)),
			]),
		120,
	);
	const more = changed.length > MOST ? `\nand ${changed.length - MOST} more, see --json` : "";
	return `Results: ${sentence} ${compared} were compared.\n${table}${more}`;
}

function amount({ unit }: ResultChange, result: number | null, digits: number): string {
	if (result === null) return "not needed";
	return unit === "fraction" ? percent(result, digits) : `${number(result, digits)} ${unit}`;
}
