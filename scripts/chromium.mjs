/**
 * Finds a Chromium for the end-to-end tests, installing one when there is none:
 * CHROMIUM_PATH, then the system's, then Debian's package (as root), then the
 * browser driver's own installer.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pinnedNode, ROOT } from "./house.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Path of a Chromium that is already here, or null. */
function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
	}
	const folders = (process.env.PATH ?? "").split(delimiter);
	for (const name of NAMES) {
		for (const folder of folders) {
			const path = join(folder, name);
			if (existsSync(path)) return path;
		}
	}
	return existsSync(MAC) ? MAC : null;
}

/** Path of a Chromium, installed first when there is none. Throws when nothing worked. */
export async function ensureChromium() {
	const here = findChromium() ?? (await drivers());
	if (here) return here;
	console.error("No Chromium here; installing one for the end-to-end tests ...");
	const installed = (asRootOnDebian() && findChromium()) || (await fromDriver());
	if (installed) return installed;
	throw new Error(
		"No Chromium found and none could be installed. Install one, or name it in CHROMIUM_PATH.",
	);
}

function asRootOnDebian() {
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const run = (...args) =>
		spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env }).status === 0;
	run("update", "-qq");
	return run("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
}

async function fromDriver() {
	const cli = join(ROOT, "node_modules", "playwright-core", "cli.js");
	const done = spawnSync(pinnedNode(), [cli, "install", "chromium"], { stdio: ["ignore", 2, 2] });
	return done.status === 0 ? drivers() : null;
}

async function drivers() {
	const { chromium } = await import("playwright-core");
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : null;
}
