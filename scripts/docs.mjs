/**
 * Rewrites the generated parts of the documentation: the tables of docs/data.md from their
 * declarations, the table of docs/calibration.md and the answer in docs/walkthrough.md by
 * solving the baseline, the vocabulary and the explanation of one number from its claims: `node scripts/run.mjs scripts/docs.mjs`. The text between the markers
 * is the generator's, everything else is ours.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tablesMarkdown } from "@lodegrid/engine/dataset";
import { ROOT } from "./house.mjs";
import { replaceBetween } from "./markers.mjs";
import { vocabularyMarkdown } from "./vocabulary.mjs";

rewrite("data.md", "tables", tablesMarkdown());
rewrite("calibration.md", "calibration", lodegrid("calibrate", "--markdown"));
rewrite(
	"walkthrough.md",
	"diagnose",
	`\`\`\`text\n${lodegrid("diagnose", "--product", "smco_magnet", "--scope", "home defence")}\`\`\``,
);
rewrite("vocabulary.md", "vocabulary", vocabularyMarkdown());
rewrite(
	"evidence.md",
	"explain",
	`\`\`\`text\n${lodegrid("evidence", "explain", "references/mine_aus_2024/value")}\`\`\``,
);

/** @param {string[]} args */
function lodegrid(...args) {
	const main = join(ROOT, "packages", "cli", "src", "main.ts");
	return execFileSync(process.execPath, [main, ...args], { encoding: "utf8" });
}

/**
 * @param {string} file
 * @param {string} marker
 * @param {string} content
 */
function rewrite(file, marker, content) {
	const page = join(ROOT, "docs", file);
	writeFileSync(page, replaceBetween(readFileSync(page, "utf8"), marker, content));
}
