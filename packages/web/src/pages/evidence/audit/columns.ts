import { VERDICT_WORDS } from "../../../evidence/words.ts";
import type { Column } from "../../../parts/DataTable.tsx";
import type { AuditFigure } from "./figures.ts";

const end = (value: number | undefined) =>
	value !== undefined && Number.isFinite(value) ? value : null;

/** Figures of an audited source as rows to download. */
export const AUDIT_COLUMNS: readonly Column<AuditFigure>[] = [
	{ id: "claim", title: "Claim", value: ({ entry }) => entry.claim.id },
	{ id: "place", title: "Place", value: ({ entry }) => entry.claim.place },
	{ id: "printed", title: "As printed", value: ({ entry }) => entry.claim.printed },
	{ id: "about", title: "About", value: ({ entry }) => entry.title },
	{ id: "asOf", title: "As of", value: ({ entry }) => entry.claim.as_of },
	{ id: "chain", title: "Who says so", value: ({ entry }) => entry.chain },
	{ id: "unit", title: "Unit", value: ({ entry }) => entry.claim.unit_id },
	{ id: "verdict", title: "Verdict", value: ({ verdict }) => VERDICT_WORDS[verdict.verdict] },
	{ id: "by", title: "Recomputed with", value: ({ verdict }) => verdict.by },
	{ id: "foundLow", title: "Found, low", value: ({ verdict }) => end(verdict.found?.low) },
	{ id: "foundHigh", title: "Found, high", value: ({ verdict }) => end(verdict.found?.high) },
	{ id: "low", title: "Expected, low", value: ({ verdict }) => end(verdict.expected?.low) },
	{ id: "high", title: "Expected, high", value: ({ verdict }) => end(verdict.expected?.high) },
	{ id: "factor", title: "Factor", value: ({ verdict }) => verdict.factor },
	{ id: "sentence", title: "In words", value: ({ verdict }) => verdict.sentence },
	{
		id: "findings",
		title: "Findings",
		value: ({ findings }) => findings.map(({ sentence }) => sentence).join(" "),
	},
];
