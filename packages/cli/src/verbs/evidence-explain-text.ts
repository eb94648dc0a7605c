/** An explanation for a terminal: each number with its claims, origins, steps and warnings. */
import type { Distribution, Ledger, Resolution } from "@lodegrid/engine/evidence";
import type {
	ExplainedClaim,
	ExplainedNumber,
	ExplainedQuantity,
	Explanation,
} from "./evidence-explain.ts";
import { counted, figure, interval, period, printed } from "./evidence-words.ts";

export function explanationText(explanation: Explanation, ledger: Ledger): string {
	const { numbers, quantities } = explanation;
	const parts = [
		heading(explanation, ledger),
		...numbers.map((one) => numberText(one, ledger)),
		...(numbers.length > 0 && quantities.length > 0
			? ["Claims that no number of the model is resolved from"]
			: []),
		...quantities.map((one) => quantityText(one, ledger)),
	];
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function heading({ kind, id, numbers, quantities }: Explanation, ledger: Ledger): string {
	if (kind !== "subject") return "";
	const subject = ledger.subject(id);
	const also = subject?.aliases ? `, also ${subject.aliases}` : "";
	const claims = new Set(
		[...numbers, ...quantities].flatMap((part) => part.claims.map(({ claim }) => claim.id)),
	);
	return `${subject?.name ?? id} [${id}], ${subject?.kind ?? "unknown"}${also}: ${counted(claims.size, "claim")}, ${counted(numbers.length, "number")} of the model`;
}

function numberText(
	{ unit, claimUnit, resolution, claims }: ExplainedNumber,
	ledger: Ledger,
): string {
	const symbol = unit === "" ? "" : ` ${unit}`;
	const value = resolution.value === null ? "no number" : `${figure(resolution.value)}${symbol}`;
	const lines = [
		`${resolution.id}`,
		`  ${value}, by the rule ${resolution.rule}${statedBeside(resolution, symbol)}`,
		...(resolution.distribution ? [`  ${distribution(resolution.distribution, symbol)}`] : []),
	];
	const sections = [
		section(
			"Claims",
			claims.flatMap((claim, i) => claimLines(claim, ledger, resolution.roles[i], resolution.id)),
		),
		section("Origins, each counts once", origins(resolution, ledger, claimUnit)),
		section("Steps", resolution.steps.map(numbered)),
		section("Warnings", resolution.warnings),
		section(
			"Rests on",
			resolution.sourceIds.map((id) => sourceLine(id, ledger)),
		),
	];
	return [...lines, ...sections.flat()].join("\n");
}

/** What the row of the table says, where that is another number. */
function statedBeside({ value, stated }: Resolution, symbol: string): string {
	if (value === stated) return "";
	const own = stated === null ? "nothing" : `${figure(stated)}${symbol}`;
	return `; the table's own row states ${own}`;
}

function distribution({ shape, low, middle, high }: Distribution, symbol: string): string {
	if (shape === "fixed") return `fixed at ${figure(middle)}${symbol}`;
	return `${shape} from ${figure(low)} to ${figure(high)}${symbol}, middle ${figure(middle)}`;
}

function origins({ groups }: Resolution, ledger: Ledger, unit: string): string[] {
	return groups.map((group) => {
		const publisher = ledger.source(group.origin)?.publisher ?? group.origin;
		const value = group.value === null ? "" : `${figure(group.value)}, `;
		const repeats = group.claims.length - 1;
		const also = repeats === 0 ? "" : `; ${counted(repeats, "more claim")} from it`;
		return `${publisher} [${group.origin}]: ${value}${interval(group.interval, unit)}, by ${group.voice}${also}`;
	});
}

function quantityText({ title, claims }: ExplainedQuantity, ledger: Ledger): string {
	const origins = new Set(
		claims.filter(({ claim }) => ledger.counts(claim)).map(({ claim }) => ledger.origin(claim)),
	);
	const head = `${title} (${counted(claims.length, "claim")}, ${counted(origins.size, "origin")})`;
	return [head, ...claims.flatMap((claim) => indented(claimLines(claim, ledger)))].join("\n");
}

/** Two lines: the figure and who says so, then what it did and why. */
function claimLines(
	{ claim, attribution, published, revisedBy, moves }: ExplainedClaim,
	ledger: Ledger,
	role?: { readonly role: string; readonly why: string },
	own = "",
): string[] {
	const about = [
		claim.as_of === null ? "undated" : `as of ${period(claim)}`,
		published === null ? "publication undated" : `published ${published}`,
		`confidence ${claim.confidence}`,
	];
	const cells = moves
		.map(({ table, row, column }) => `${table}/${row}/${column}`)
		.filter((cell) => cell !== own);
	const did = role ? `${role.role}: ${role.why}` : standing(claim, revisedBy);
	return [
		`${printed(claim, ledger)}  ${attribution}; ${about.join(", ")}  [${claim.id}]`,
		...(did === "" ? [] : [`    ${did}`]),
		...(claim.note === null ? [] : [`    note: ${claim.note}`]),
		...(cells.length === 0
			? []
			: [`    ${own === "" ? "moves" : "also moves"} ${cells.join(", ")}`]),
	];
}

function standing(claim: ExplainedClaim["claim"], revisedBy: string | null): string {
	if (claim.standing === "excluded") return "excluded: kept and shown, never used";
	if (revisedBy !== null) return `superseded by ${revisedBy}`;
	return claim.derivation === "implied" ? "implied: worked out here, never counts as said" : "";
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [`  ${title}`, ...indented(indented(lines))];
}

function indented(lines: readonly string[]): string[] {
	return lines.map((line) => `  ${line}`);
}

function numbered(line: string, index: number): string {
	return `${index + 1}. ${line}`;
}

function sourceLine(id: string, ledger: Ledger): string {
	const source = ledger.source(id);
	if (source)
		return `[${id}] ${source.title}. ${source.publisher}, ${source.published ?? "undated"}. ${source.url ?? "no address"}`;
	const assumption = ledger.pkg.tables.assumptions.find((row) => row.id === id);
	return assumption ? `[${id}] assumption: ${assumption.statement}` : `[${id}]`;
}
