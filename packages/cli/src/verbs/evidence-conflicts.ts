import { conflicts, openLedger } from "@lodegrid/engine/evidence";
import { Command } from "commander";
import { openPackage } from "../files.ts";
import { type DataOptions, known, wholeNumber, withData } from "../options.ts";
import { noSuchSubject, subjectCalled } from "./evidence-lookup.ts";
import { conflictLines, counted } from "./evidence-words.ts";

interface ConflictsOptions extends DataOptions {
	readonly subject?: string;
	readonly attribute?: string;
	readonly top: number;
}

/** `lodegrid evidence conflicts`: rival figures of one quantity side by side, the widest spread first. */
export function evidenceConflicts(): Command {
	return withData(new Command("conflicts"))
		.description("rival figures of one quantity, with who says each, the widest spread first")
		.option("--subject <subject>", "only this subject: an id or a name")
		.option("--attribute <id>", "only this attribute")
		.option("--top <n>", "at most so many", wholeNumber, 20)
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid evidence conflicts
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
			const found = conflicts(ledger).filter(({ quantity }) => {
				const [of, what] = quantity.split("|");
				return (wanted === null || of === wanted) && (!attribute || what === attribute);
			});
			const shown = found.slice(0, top);
			if (options.json) {
				process.stdout.write(
					`${JSON.stringify({ total: found.length, conflicts: shown }, null, 2)}\n`,
				);
				return;
			}
			const more = found.length - shown.length;
			const head =
				found.length === 0
					? "No rival figures."
					: `${counted(found.length, "quantity")} with rival figures${more > 0 ? `; the ${top} widest, --top for more` : ""}`.replace(
							"quantitys",
							"quantities",
						);
			process.stdout.write(
				`${[head, ...shown.map((conflict) => conflictLines(conflict, ledger))].join("\n\n")}\n`,
			);
		});
}
