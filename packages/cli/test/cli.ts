/** Runs the real command line on the pinned Node and returns what it printed and how it ended. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ROOT } from "../../../scripts/house.mjs";

const MAIN = join(ROOT, "packages", "cli", "src", "main.ts");

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export function lodegrid(...args: readonly string[]): Ended {
	const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
		encoding: "utf8",
		maxBuffer: 256 * 1024 * 1024,
	});
	return { code: status, stdout, stderr };
}

/** A folder that is gone after the tests of the file. */
export function scratchFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "lodegrid-cli-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
