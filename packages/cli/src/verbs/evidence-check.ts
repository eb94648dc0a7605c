import {
	type EvidenceFinding,
	findings,
	type Ledger,
	openLedger,
	type Verdict,
	verdicts,
} from "@lodegrid/engine/evidence";
import { Command } from "commander";
import { Failure } from "../failure.ts";
import { openPackage } from "../files.ts";
import { number } from "../numbers.ts";
import { type DataOptions, showsProgress, withData } from "../options.ts";
import { startProgress } from "../progress.ts";
import { textTable } from "../table.ts";
import { sourceCalled } from "./evidence-lookup.ts";
import { counted, findingLine } from "./evidence-words.ts";

interface CheckOptions extends DataOptions {
	readonly source?: string;
	readonly strict?: boolean;
}

/** `lodegrid evidence check`: every claim recomputed, every contradiction named; exit 1 with `--strict`. */
export function evidenceCheck(): Command {
	return withData(new Command("check"))
		.description("recompute every claim that can be, and list what does not add up")
		.option("--source <source>", "only figures read in this source")
		.option("--strict", "exit 1 when there is a finding")
		.addHelpText(
			"after",
			`
A finding is news about a source, not a fault of the package: exit code 0, or 1
with --strict.

Examples:
  $ lodegrid evidence check
  $ lodegrid evidence check --source "Ahead of the Herd"
  $ lodegrid evidence check --strict --json`,
		)
		.action((options: CheckOptions) => {
			const ledger = openLedger(openPackage(options.data));
			const source = options.source === undefined ? null : sourceCalled(options.source, ledger);
			const result = checked(ledger, source, options);
			process.stdout.write(
				options.json ? `${JSON.stringify(result, null, 2)}\n` : text(result, ledger),
			);
			if (options.strict && result.findings.length > 0)
				throw new Failure(1, `${counted(result.findings.length, "finding")}.`);
		});
}

interface Checked {
	readonly source: string | null;
	readonly claims: number;
	readonly verdictCounts: Readonly<Record<string, number>>;
	readonly findingCounts: Readonly<Record<string, number>>;
	readonly verdicts: readonly Verdict[];
	readonly findings: readonly EvidenceFinding[];
}

function checked(ledger: Ledger, source: string | null, options: DataOptions): Checked {
	const progress = startProgress(showsProgress(options));
	const ofSource = (id: string) => source === null || ledger.outlet(ledger.claim(id)) === source;
	const own = verdicts(ledger, progress).filter(({ claim }) => ofSource(claim));
	const found = findings(ledger, progress).filter(
		(finding) => source === null || finding.source === source || finding.claims.some(ofSource),
	);
	progress.close();
	return {
		source,
		claims: own.length,
		verdictCounts: countBy(own, ({ verdict }) => verdict),
		findingCounts: countBy(found, ({ kind }) => kind),
		verdicts: own,
		findings: found,
	};
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
	const groups = Map.groupBy(items, keyOf);
	return Object.fromEntries([...groups].map(([key, group]) => [key, group.length]));
}

function text(result: Checked, ledger: Ledger): string {
	const { name, version, hash } = ledger.pkg;
	const where = result.source === null ? "" : ` read in ${result.source}`;
	const counts = Object.entries(result.verdictCounts).map(([verdict, n]) => `${n} ${verdict}`);
	const found = Object.entries(result.findingCounts).map(([kind, n]) => `${n} ${kind}`);
	const parts = [
		`${name} ${version} (${hash.slice(0, 12)}): ${counted(result.claims, "claim")}${where}`,
		`Recomputed: ${counts.join(", ") || "none"}.`,
		`Findings: ${found.join(", ") || "none"}.`,
	];
	const groups = Map.groupBy(result.findings, ({ kind }) => kind);
	const lists = [...groups].map(([kind, group]) =>
		[`${kind} (${group.length})`, overview(group), "", ...group.map(findingLine)].join("\n"),
	);
	return `${[parts.join("\n"), ...lists].join("\n\n")}\n`;
}

function overview(found: readonly EvidenceFinding[]): string {
	return textTable(
		[
			{ title: "claim" },
			{ title: "source" },
			{ title: "against" },
			{ title: "factor", align: "right" },
		],
		found.map(({ claims, source, against, factor }) => [
			claims[0] ?? "",
			source,
			against.join(", ") || "itself",
			factor === null ? "" : number(factor),
		]),
		100,
	);
}
