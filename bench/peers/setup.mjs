/** Creates the Python environment of the peers: `node bench/peers/setup.mjs`. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const folder = import.meta.dirname;
const python = process.platform === "win32" ? "python" : "python3";
const venv = join(folder, ".venv");
const inVenv =
	process.platform === "win32" ? join(venv, "Scripts", "python") : join(venv, "bin", "python");

run(python, ["-m", "venv", venv]);
run(inVenv, ["-m", "pip", "install", "--quiet", "-r", join(folder, "requirements.txt")]);
console.log(`Ready: ${inVenv}`);

function run(command, args) {
	const done = spawnSync(command, args, { stdio: "inherit" });
	if (done.status === 0) return;
	console.error(
		`Could not run ${command} ${args.join(" ")}: ${done.error?.message ?? "it failed"}`,
	);
	process.exit(1);
}
