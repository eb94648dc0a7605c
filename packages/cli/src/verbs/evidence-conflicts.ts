import { type Conflict, conflicts, openLedger, unopenedRivals } from "@lodegrid/engine/evidence";
import { Command } from "commander";
import { openPackage } from "../files.ts";
import { type DataOptions, known, showsProgress, wholeNumber, withData } from "../options.ts";
import { startProgress } from "../progress.ts";
import { noSuchSubject, subjectCalled } from "./evidence-lookup.ts";
import { conflictLines } from "./evidence-words.ts";

interface ConflictsOptions extends DataOptions {
	readonly subject?: string;
	readonly attribute?: string;
	readonly top: number;
	readonly unopened?: boolean;
}

/** `lodegrid evidence conflicts`: rival figures of one quantity side by side, the widest spread first. */
export function evidenceConflicts(): Command {
	return withData(new Command("conflicts"))
		.description("rival figures of one quantity, with who says each, the widest spread first")
		.option("--subject <subject>", "only this subject: an id or a name")
		.option("--attribute <id>", "only this attribute")
		.option("--top <n>", "at most so many", wholeNumber, 20)
		.option("--unopened", "instead those that only sources nobody opened dispute")
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid evidence conflicts
  $ lodegrid evidence conflicts --unopened
  $ lodegrid evidence conflicts --subject chn --attribute output
  $ lodegrid evidence conflicts --top 5 --json`,
		)
		.action((options: ConflictsOptions) => {
			const ledger = openLedger(openPackage(options.data));
			const { subject, attribute, top } = options;
			const wanted = subject === undefined ? null : subjectCalled(subject, ledger);
			if (subject !== undefined && wanted === null) throw noSuchSubject(subject, ledger, []);
			if (attribute !== undefined) {
				known(
					"attribute",
					attribute,
					ledger.pkg.tables.attributes.map(({ id }) => id),
				);
			}
			const progress = startProgress(showsProgress(options));
			const asked = ({ quantity }: Conflict) => {
				const [of, what] = quantity.split("|");
				return (wanted === null || of === wanted) && (!attribute || what === attribute);
			};
			const disputes = conflicts(ledger, progress).filter(asked);
			const weak = unopenedRivals(ledger).filter(asked);
			progress.close();
			const found = options.unopened ? weak : disputes;
			const shown = found.slice(0, top);
			if (options.json) {
				process.stdout.write(
					`${JSON.stringify({ total: found.length, conflicts: shown }, null, 2)}\n`,
				);
				return;
			}
			const head = headline(found.length, options);
			const rest =
				weak.length > 0 && !options.unopened
					? [`${quantities(weak.length)} more, disputed only by sources nobody opened: --unopened.`]
					: [];
			process.stdout.write(
				`${[head, ...shown.map((conflict) => conflictLines(conflict, ledger)), ...rest].join("\n\n")}\n`,
			);
		});
}

function headline(found: number, { unopened, top }: ConflictsOptions): string {
	if (found === 0) return "No rival figures.";
	const of = unopened ? "that only sources nobody opened dispute" : "with rival figures";
	return `${quantities(found)} ${of}${found > top ? `; the ${top} widest, --top for more` : ""}`;
}

function quantities(count: number): string {
	return count === 1 ? "1 quantity" : `${count} quantities`;
}
