/** Reading a package's folder and writing results: whole or not at all. */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataPackage, formatProblem, loadPackage } from "@lodegrid/engine/dataset";
import { Failure } from "./failure.ts";

const SHIPPED = fileURLToPath(new URL("../../../data/baseline", import.meta.url));

/** The package in `folder`, or the shipped baseline. Throws a Failure that lists every problem. */
export function openPackage(folder: string | undefined): DataPackage {
	const path = packageFolder(folder);
	const loaded = loadPackage(readFolder(path));
	const report = loaded.problems.map(formatProblem);
	if (!loaded.ok) {
		const errors = loaded.problems.filter((problem) => problem.severity === "error").length;
		throw new Failure(
			2,
			`${report.join("\n")}\n${path}: ${errors} ${errors === 1 ? "error" : "errors"}; nothing was computed.`,
		);
	}
	return loaded.pkg;
}

/** Every file of a package's folder by name. */
export function readFolder(folder: string): Map<string, Uint8Array> {
	if (!existsSync(folder)) throw new Failure(2, `There is no folder ${folder}.`);
	const names = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => entry.name);
	return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Path of the shipped package or the one named. */
export function packageFolder(folder: string | undefined): string {
	return folder ?? SHIPPED;
}

/** Writes all files or none; refuses to replace existing ones unless `force`. */
export function writeAll(files: ReadonlyMap<string, string | Uint8Array>, force: boolean): void {
	const taken = [...files.keys()].filter((path) => existsSync(path));
	if (taken.length > 0 && !force) {
		throw new Failure(
			2,
			`Would overwrite ${taken.join(", ")}. Add --force to do so; nothing was written.`,
		);
	}
	const written: [string, string][] = [];
	try {
		for (const [path, content] of files) {
			mkdirSync(dirname(path), { recursive: true });
			const partial = `${path}.partial`;
			written.push([partial, path]);
			writeFileSync(partial, content);
		}
	} catch (error) {
		for (const [partial] of written) rmSync(partial, { force: true });
		throw new Failure(
			2,
			`Could not write: ${error instanceof Error ? error.message : error}. Nothing was written.`,
		);
	}
	for (const [partial, path] of written) renameSync(partial, path);
}
