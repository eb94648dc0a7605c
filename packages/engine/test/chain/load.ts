import { readdirSync, readFileSync } from "node:fs";
import { type DataPackage, formatProblem, loadPackage } from "../../src/dataset/index.ts";

const ROOT = new URL("../../../../", import.meta.url);

/** A data package of this repository; `folder` is relative to its root. */
export function loadFolder(folder: string): DataPackage {
	const at = new URL(`${folder}/`, ROOT);
	const names = readdirSync(at).filter((name) => /\.(csv|json)$/.test(name));
	const files = new Map(
		names.map((name) => [name, new Uint8Array(readFileSync(new URL(name, at)))]),
	);
	const loaded = loadPackage(files);
	if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
	return loaded.pkg;
}
