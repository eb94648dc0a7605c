/**
 * Rewrites the generated part of docs/data.md from the table declarations:
 * `node scripts/run.mjs scripts/docs.mjs`. The text between the markers is the
 * generator's, everything else is ours.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tablesMarkdown } from "@lodegrid/engine/dataset";
import { ROOT } from "./house.mjs";
import { replaceBetween } from "./markers.mjs";

const page = join(ROOT, "docs", "data.md");
writeFileSync(page, replaceBetween(readFileSync(page, "utf8"), "tables", tablesMarkdown()));
