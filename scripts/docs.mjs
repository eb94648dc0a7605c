/**
 * Rewrites the generated parts of the documentation: the tables of docs/data.md from their
 * declarations, and the table of docs/calibration.md by solving the baseline:
 * `node scripts/run.mjs scripts/docs.mjs`. The text between the markers is the
 * generator's, everything else is ours.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tablesMarkdown } from "@lodegrid/engine/dataset";
import { ROOT } from "./house.mjs";
import { replaceBetween } from "./markers.mjs";

rewrite("data.md", "tables", tablesMarkdown());
const lodegrid = join(ROOT, "packages", "cli", "src", "main.ts");
const calibration = execFileSync(process.execPath, [lodegrid, "calibrate", "--markdown"]);
rewrite("calibration.md", "calibration", calibration.toString());

/**
 * @param {string} file
 * @param {string} marker
 * @param {string} content
 */
function rewrite(file, marker, content) {
	const page = join(ROOT, "docs", file);
	writeFileSync(page, replaceBetween(readFileSync(page, "utf8"), marker, content));
}
