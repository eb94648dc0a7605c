/** `npm start`: installs and builds what is missing, serves the web app, prints its address. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT } from "./house.mjs";
import { serve } from "./serve.mjs";

const FIRST_PORT = 4870;

const installed = ensureInstalled();
const built = await ensureBuilt();
if (!installed && !built) console.error("Nothing to install, nothing to build.");

const { url, close } = await serve(join(ROOT, "packages", "web", "dist"), { port: FIRST_PORT });
console.log(`Lodegrid is at ${url} (Ctrl+C stops it)`);
if (hasDesktop()) openBrowser(url);

for (const signal of ["SIGINT", "SIGTERM"]) {
	process.on(signal, () => close().then(() => process.exit(0)));
}

function hasDesktop() {
	if (process.env.CI || process.env.LODEGRID_NO_BROWSER) return false;
	if (process.platform === "darwin" || process.platform === "win32") return true;
	return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openBrowser(address) {
	const [command, ...args] =
		process.platform === "darwin"
			? ["open", address]
			: process.platform === "win32"
				? ["cmd", "/c", "start", "", address]
				: ["xdg-open", address];
	const child = spawn(command, args, { stdio: "ignore", detached: true });
	child.on("error", () => {});
	child.unref();
}
