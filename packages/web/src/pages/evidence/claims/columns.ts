import type { Entry } from "../../../evidence/entries.ts";
import { FORM_WORDS, STANDING_WORDS, VERDICT_WORDS } from "../../../evidence/words.ts";
import type { Column } from "../../../parts/DataTable.tsx";

/** Claims as rows to download: nothing is left out that the cards show. */
export const CLAIM_COLUMNS: readonly Column<Entry>[] = [
	{ id: "id", title: "Claim", value: ({ claim }) => claim.id },
	{ id: "about", title: "About", value: ({ title }) => title },
	{ id: "printed", title: "As printed", value: ({ claim }) => claim.printed },
	{ id: "form", title: "Form", value: ({ claim }) => FORM_WORDS[claim.form] },
	{ id: "value", title: "Value", value: ({ claim }) => claim.value },
	{ id: "low", title: "Low", value: ({ claim }) => claim.low },
	{ id: "high", title: "High", value: ({ claim }) => claim.high },
	{ id: "date", title: "Date", value: ({ claim }) => claim.date },
	{ id: "token", title: "Token", value: ({ claim }) => claim.token },
	{ id: "unit", title: "Unit", value: ({ claim }) => claim.unit_id },
	{ id: "basis", title: "Basis", value: ({ claim }) => claim.basis_id },
	{ id: "scope", title: "Scope", value: ({ claim }) => claim.scope_id },
	{ id: "asOf", title: "As of", value: ({ claim }) => claim.as_of },
	{ id: "asOfEnd", title: "Until", value: ({ claim }) => claim.as_of_end },
	{ id: "published", title: "Published", value: ({ published }) => published },
	{ id: "chain", title: "Who says so", value: ({ chain }) => chain },
	{ id: "sources", title: "Source ids", value: ({ claim }) => claim.source_ids.join(";") },
	{ id: "place", title: "Place", value: ({ claim }) => claim.place },
	{ id: "confidence", title: "Confidence", value: ({ claim }) => claim.confidence },
	{ id: "standing", title: "Standing", value: ({ standing }) => STANDING_WORDS[standing] },
	{ id: "revises", title: "Revises", value: ({ claim }) => claim.revises_id },
	{ id: "revisedBy", title: "Revised by", value: ({ revisedBy }) => revisedBy },
	{
		id: "verdict",
		title: "Arithmetic",
		value: ({ verdict }) => (verdict ? VERDICT_WORDS[verdict.verdict] : null),
	},
	{ id: "sentence", title: "Recomputed", value: ({ verdict }) => verdict?.sentence ?? null },
	{
		id: "findings",
		title: "Findings",
		value: ({ findings }) => findings.map(({ sentence }) => sentence).join(" "),
	},
	{
		id: "uses",
		title: "Numbers of the model",
		value: ({ uses }) => uses.map((c) => `${c.table}/${c.row}/${c.column}`).join(" "),
	},
	{ id: "note", title: "Note", value: ({ claim }) => claim.note },
];
