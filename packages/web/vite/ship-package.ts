/**
 * Ships the data package with the page. It is loaded and checked here, once, with the engine's own
 * loader (a package with errors stops the build), and shipped as rows in one
 * `data/baseline.json`, so that opening the app parses no CSV. The files themselves lie
 * under `data/baseline/`, to read and to download.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DataPackage, formatProblem, loadPackage } from "@lodegrid/engine/dataset";
import type { Plugin } from "vite";
import { pack } from "../src/engine/packed.ts";

const SHIPPED = /\.(csv|json|md)$/;

export function shipPackage(folder: string): Plugin {
	return {
		name: "ship-data-package",
		generateBundle() {
			for (const [name, source] of readFiles(folder)) {
				this.emitFile({ type: "asset", fileName: `data/baseline/${name}`, source });
			}
			this.emitFile({
				type: "asset",
				fileName: "data/baseline.json",
				source: packedText(folder),
			});
		},
		configureServer(server) {
			server.middlewares.use("/data/baseline.json", (_request, response) => {
				response.setHeader("Content-Type", "application/json");
				response.end(packedText(folder));
			});
		},
	};
}

function packedText(folder: string): string {
	const loaded = loadPackage(readFiles(folder));
	if (!loaded.ok) {
		const errors = loaded.problems.filter(({ severity }) => severity === "error");
		throw new Error(
			[
				`${folder} has ${errors.length} errors; correct the rows and build again.`,
				...errors.map(formatProblem),
			].join("\n"),
		);
	}
	const pkg: DataPackage = loaded.pkg;
	return JSON.stringify(pack(pkg, loaded.problems));
}

function readFiles(folder: string): Map<string, Uint8Array> {
	const names = readdirSync(folder).filter((name) => SHIPPED.test(name));
	return new Map(
		names.toSorted().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
	);
}
