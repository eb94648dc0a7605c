/** Runs a TypeScript file on the pinned Node: `node scripts/run.mjs FILE [arguments]`. */
import { join, resolve } from "node:path";
import { ensureInstalled, ROOT, runOnPinnedNode } from "./house.mjs";

ensureInstalled();
const [file, ...args] = process.argv.slice(2);
// npm runs scripts from the root; paths given by the user are relative to where they stood.
const cwd = process.env.INIT_CWD ?? process.cwd();
// Sources compiled once start in half the time; Node does without where it may not write.
const env = { NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "node"), ...process.env };
process.exit(await runOnPinnedNode([resolve(ROOT, file), ...args], { cwd, env }));
