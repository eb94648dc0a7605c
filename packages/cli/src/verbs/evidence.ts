import { Command } from "commander";
import { evidenceAudit } from "./evidence-audit.ts";
import { evidenceCheck } from "./evidence-check.ts";
import { evidenceConflicts } from "./evidence-conflicts.ts";
import { evidenceExplain } from "./evidence-explain.ts";
import { evidenceImport } from "./evidence-import.ts";
import { evidenceRank } from "./evidence-rank.ts";

/** `lodegrid evidence …`: who says so. One file a sub-command. */
export function evidence(): Command {
	return new Command("evidence")
		.description("the claims behind the numbers: who says so, who disagrees, does it add up")
		.addCommand(evidenceCheck())
		.addCommand(evidenceExplain())
		.addCommand(evidenceConflicts())
		.addCommand(evidenceAudit())
		.addCommand(evidenceRank())
		.addCommand(evidenceImport())
		.addHelpText(
			"after",
			`
Examples:
  $ lodegrid evidence check
  $ lodegrid evidence explain us_mountain_pass_sep
  $ lodegrid evidence conflicts --top 10
  $ lodegrid evidence audit "Ahead of the Herd"
  $ lodegrid evidence rank --result coverage:dy_metal
  $ lodegrid evidence import new.csv --dry-run --results`,
		);
}
