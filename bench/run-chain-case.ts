import { spawn } from "node:child_process";
import { join } from "node:path";

export interface ChainCase {
	readonly periods: number;
	/** Times every facility of the baseline stands in the package. */
	readonly copies: number;
	readonly secondsAllowed: number;
	/** Times to go from bytes to answer in the same process. */
	readonly repeats: number;
}

/** CPU seconds of each stage. */
export interface Stages {
	load: number;
	validate: number;
	/** Numbers from claims. */
	resolve: number;
	build: number;
	handOver: number;
	solve: number;
	extract: number;
}

export interface ChainMeasure {
	readonly facilities: number;
	readonly lines: number;
	readonly rows: number;
	readonly columns: number;
	readonly nonzeros: number;
	readonly stages: Stages;
	/** Wall-clock seconds from the first byte read to the answer. */
	readonly wall: number;
	readonly status: string;
	readonly method: string;
	/** null where the solve did not end: JSON has no NaN. */
	readonly dualityGap: number | null;
	readonly cost: number;
	readonly residentMegabytes: number;
	readonly solverMegabytes: number;
}

/** Run a case in a process of its own; one measure per repeat, the first with cold code. `say` gets the size of each model before it is solved. */
export function runChainCase(
	wanted: ChainCase,
	say: (line: string) => void,
): Promise<ChainMeasure[]> {
	const script = join(import.meta.dirname, "chain-case.ts");
	const child = spawn(process.execPath, [script, JSON.stringify(wanted)], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let out = "";
	let errors = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		errors += chunk;
		for (const line of String(chunk).split("\n")) if (line.includes(" rows × ")) say(line);
	});
	return new Promise((resolve, reject) => {
		child.on("close", (code) => {
			if (code === 0) resolve(JSON.parse(out) as ChainMeasure[]);
			else reject(new Error(`case ${JSON.stringify(wanted)} failed:\n${errors.slice(-2000)}`));
		});
	});
}
