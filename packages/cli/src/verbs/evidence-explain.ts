import { type DataPackage, TABLES } from "@lodegrid/engine/dataset";
import {
	type CellRef,
	dependentsOf,
	type Ledger,
	openLedger,
	quantityKey,
	type Resolution,
	resolutionOf,
	resolveAll,
} from "@lodegrid/engine/evidence";
import { Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { type DataOptions, withData } from "../options.ts";
import { explanationText } from "./evidence-explain-text.ts";
import { noSuchSubject, subjectCalled } from "./evidence-lookup.ts";
import { type ClaimRow, quantityTitle } from "./evidence-words.ts";

/** `lodegrid evidence explain WORD`: the path from claims to number. */
export function evidenceExplain(): Command {
	return withData(new Command("explain"))
		.argument("<subject>", "subject (id, name or alias), parameter, claim, or table/row/column")
		.description("who says so: the path from claims to a number of the model")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid evidence explain us_mountain_pass_sep
  $ lodegrid evidence explain Lynas
  $ lodegrid evidence explain "capacities/us_mountain_pass_sep_sep|2025-01-01/effective_t_per_year"
  $ lodegrid evidence explain chn --json`,
		)
		.action((asked: string, options: DataOptions) => {
			const pkg = openPackage(options.data);
			const explanation = explain(pkg, asked);
			process.stdout.write(
				options.json
					? `${JSON.stringify(explanation, null, 2)}\n`
					: explanationText(explanation, openLedger(pkg)),
			);
		});
}

export interface ExplainedClaim {
	readonly claim: ClaimRow;
	/** Who says so, from the outlet to the origin. */
	readonly attribution: string;
	readonly published: string | null;
	/** Claim of a later edition. */
	readonly revisedBy: string | null;
	/** Numbers of the model that its figure moves. */
	readonly moves: readonly CellRef[];
}

export interface ExplainedQuantity {
	/** `subject|attribute|basis|scope|period`. */
	readonly quantity: string;
	readonly title: string;
	readonly claims: readonly ExplainedClaim[];
}

export interface ExplainedNumber {
	/** Of the number. */
	readonly unit: string;
	/** Of the figures of its origins: the number before the factor of its rule. */
	readonly claimUnit: string;
	readonly resolution: Resolution;
	readonly claims: readonly ExplainedClaim[];
}

export interface Explanation {
	readonly asked: string;
	readonly kind: "subject" | "parameter" | "claim" | "cell";
	readonly id: string;
	/** Numbers of the model that the claims resolve. */
	readonly numbers: readonly ExplainedNumber[];
	/** Quantities that no number of the model is resolved from. */
	readonly quantities: readonly ExplainedQuantity[];
}

function explain(pkg: DataPackage, asked: string): Explanation {
	const ledger = openLedger(pkg);
	const { tables } = pkg;
	const cell = cellCalled(asked);
	if (cell !== null) return { asked, kind: "cell", id: asked, ...numberAt(ledger, cell) };
	if (ledger.subject(asked) !== null) return ofSubject(ledger, asked, asked);
	const parameter = tables.parameters.find(({ id }) => id === asked);
	if (parameter !== undefined) {
		const { table_name: table, row_key: row, column_name: column } = parameter;
		return { asked, kind: "parameter", id: asked, ...numberAt(ledger, { table, row, column }) };
	}
	const claim = tables.claims.find(({ id }) => id === asked);
	if (claim !== undefined) {
		const rivals = ledger.quantities.get(quantityKey(claim)) ?? [claim];
		return { asked, kind: "claim", id: asked, ...split(ledger, [...rivals]) };
	}
	const subject = subjectCalled(asked, ledger);
	if (subject !== null) return ofSubject(ledger, asked, subject);
	const others = [...tables.parameters, ...tables.claims].map(({ id }) => id);
	throw noSuchSubject(asked, ledger, others);
}

/** `table/row/column`; a row's key may hold slashes of its own. */
function cellCalled(text: string): CellRef | null {
	const parts = text.split("/");
	const table = parts[0] ?? "";
	if (parts.length < 3 || !Object.hasOwn(TABLES, table)) return null;
	return { table, row: parts.slice(1, -1).join("/"), column: parts.at(-1) ?? "" };
}

type Found = Pick<Explanation, "numbers" | "quantities">;

function numberAt(ledger: Ledger, cell: CellRef): Found {
	try {
		return { numbers: [numberOf(ledger, resolutionOf(ledger.pkg, cell))], quantities: [] };
	} catch (error) {
		if (error instanceof RangeError) throw new Failure(2, `There is ${error.message}.`);
		throw error;
	}
}

function ofSubject(ledger: Ledger, asked: string, id: string): Explanation {
	return { asked, kind: "subject", id, ...split(ledger, [...ledger.find({ subject: id })]) };
}

/** The numbers that heard some of the claims, and the quantities that none of them asked for. */
function split(ledger: Ledger, claims: readonly ClaimRow[]): Found {
	const own = new Set(claims.map(({ id }) => id));
	const resolutions = [...resolveAll(ledger.pkg).values()].filter(({ roles }) =>
		roles.some(({ claim }) => own.has(claim)),
	);
	const heard = new Set(resolutions.flatMap(({ roles }) => roles.map(({ claim }) => claim)));
	const quantities = Map.groupBy(claims, quantityKey);
	return {
		numbers: resolutions.map((resolution) => numberOf(ledger, resolution)),
		quantities: [...quantities]
			.filter(([, group]) => group.some(({ id }) => !heard.has(id)))
			.map(([quantity, group]) => ({
				quantity,
				title: quantityTitle(group[0] as ClaimRow, ledger),
				claims: group.map((claim) => explained(ledger, claim)),
			})),
	};
}

function numberOf(ledger: Ledger, resolution: Resolution): ExplainedNumber {
	const { table, row, column } = resolution.cell;
	const rule = ledger.pkg.tables.parameters.find(
		(one) => one.table_name === table && one.row_key === row && one.column_name === column,
	);
	const columns = TABLES[table as keyof typeof TABLES].columns;
	const declared = columns.find(({ name }) => name === column);
	return {
		unit: declared !== undefined && "unit" in declared ? declared.unit : "",
		claimUnit: rule === undefined ? "" : ledger.units.symbol(rule.unit_id),
		resolution,
		claims: resolution.roles.map(({ claim }) => explained(ledger, ledger.claim(claim))),
	};
}

function explained(ledger: Ledger, claim: ClaimRow): ExplainedClaim {
	return {
		claim,
		attribution: ledger.attribution(claim),
		published: ledger.published(claim),
		revisedBy: ledger.revisedBy(claim.id)?.id ?? null,
		moves: dependentsOf(ledger.pkg, claim.id),
	};
}
