import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../../packages/engine/src/chain/index.ts";

/** Files of the shipped data package, by name. */
export function baselineFiles(): ReadonlyMap<string, Uint8Array> {
	const folder = join(import.meta.dirname, "..", "..", "data", "baseline");
	const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
	return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

/** The scenario the app opens with, over one year or over months from January 2025. */
export function baselineScenario(periods: number): Scenario {
	return {
		homeRegion: "USA",
		start: "2025-01-01",
		periods: periods === 1 ? [1] : Array<number>(periods).fill(1 / 12),
		defenceCase: "middle",
		provenanceRule: "dated",
		measures: "dated",
	};
}
