import { type Audit, auditSource, type Ledger, openLedger } from "@lodegrid/engine/evidence";
import { Command } from "commander";
import { openPackage } from "../files.ts";
import { type DataOptions, showsProgress, withData } from "../options.ts";
import { startProgress } from "../progress.ts";
import { textTable } from "../table.ts";
import { sourceCalled } from "./evidence-lookup.ts";
import { findingLine, printed, quantityTitle } from "./evidence-words.ts";

/** `lodegrid evidence audit SOURCE`: a source's figures, each with its recomputation. */
export function evidenceAudit(): Command {
	return withData(new Command("audit"))
		.argument("<source>", "id of a source, or a part of its title or publisher")
		.description("one source's figures: which hold when recomputed, which do not, and why")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid evidence audit "Ahead of the Herd"
  $ lodegrid evidence audit "Mineral Commodity Summaries 2026: heavy rare earths"
  $ lodegrid evidence audit s_pubs_usgs_gov_8137b0 --json`,
		)
		.action((name: string, options: DataOptions) => {
			const ledger = openLedger(openPackage(options.data));
			const source = sourceCalled(name, ledger);
			const progress = startProgress(showsProgress(options));
			const audit = auditSource(ledger, source, progress);
			progress.close();
			process.stdout.write(
				options.json ? `${JSON.stringify(audit, null, 2)}\n` : text(audit, ledger),
			);
		});
}

function text(audit: Audit, ledger: Ledger): string {
	const source = ledger.source(audit.source);
	const head = source
		? `${source.title}. ${source.publisher}, ${source.published ?? "undated"}. ${source.url ?? "no address"} [${source.id}]`
		: audit.source;
	const table = textTable(
		[{ title: "claim" }, { title: "figure" }, { title: "what" }, { title: "verdict" }],
		audit.claims.map(({ claim: id, verdict, findings }) => {
			const claim = ledger.claim(id);
			const marks = findings.map((i) => i + 1).join(", ");
			return [
				id,
				printed(claim, ledger),
				quantityTitle(claim, ledger),
				marks === "" ? verdict.verdict : `${verdict.verdict}, see ${marks}`,
			];
		}),
		140,
	);
	const found = audit.findings.map(
		(finding, i) => `${i + 1}. ${finding.kind}:${findingLine(finding)}`,
	);
	const recomputed = audit.claims
		.filter(({ verdict }) => verdict.verdict !== "cannot check")
		.map(({ claim, verdict }) => `  ${claim}: ${verdict.sentence}`);
	const parts = [
		`${head}\n${audit.sentence}`,
		table,
		...(found.length > 0 ? [["What does not add up", ...found].join("\n")] : []),
		...(recomputed.length > 0 ? [["Recomputed", ...recomputed].join("\n")] : []),
	];
	return `${parts.join("\n\n")}\n`;
}
