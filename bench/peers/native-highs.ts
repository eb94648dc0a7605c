import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Method } from "../../packages/engine/src/lp/index.ts";

export interface NativeSolve {
	readonly version: string;
	readonly status: string;
	readonly objective: number;
	readonly readSeconds: number;
	readonly solveSeconds: number;
}

const PYTHON =
	process.platform === "win32"
		? join(import.meta.dirname, ".venv", "Scripts", "python.exe")
		: join(import.meta.dirname, ".venv", "bin", "python");

/** Why there is no native solver to compare with, or null when there is one. */
export function nativeMissing(): string | null {
	if (!existsSync(PYTHON)) return "native HiGHS: not set up (npm run bench:peers), left out";
	const probe = spawnSync(PYTHON, ["-c", "import highspy"]);
	return probe.status === 0 ? null : "native HiGHS: highspy does not import, left out";
}

/** Solve an MPS file with native HiGHS on one thread. */
export function solveNatively(mps: string, method: Method, secondsAllowed: number): NativeSolve {
	const script = join(import.meta.dirname, "solve_mps.py");
	const done = spawnSync(PYTHON, [script, mps, method, String(secondsAllowed)], {
		encoding: "utf8",
	});
	if (done.status !== 0) throw new Error(`native HiGHS failed: ${done.stderr.slice(-500)}`);
	return JSON.parse(done.stdout) as NativeSolve;
}
