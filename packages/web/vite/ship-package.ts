/**
 * Ships the data package with the page. It is loaded and checked here, once, with the engine's own
 * loader (a package with errors stops the build), and shipped as rows in one
 * `data/baseline.json`, so that opening the app parses no CSV. The files themselves lie
 * under `data/baseline/`, to read and to download. The answer to the first question, the
 * baseline, is worked out here too and lies in `data/first-answer.json`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DataPackage, formatProblem, loadPackage } from "@lodegrid/engine/dataset";
import { openSolver } from "@lodegrid/engine/lp";
import type { Plugin } from "vite";
import { setUp } from "../src/engine/bench.ts";
import { aloneAnswer, chainAnswer } from "../src/engine/chain-answer.ts";
import { pack } from "../src/engine/packed.ts";
import type { Shipped } from "../src/engine/shipped.ts";
import { chainQuestionOf } from "../src/scenario/scenario.ts";
import { DEFAULT_VIEW } from "../src/scenario/view.ts";

const SHIPPED = /\.(csv|json|md)$/;

export function shipPackage(folder: string): Plugin {
	return {
		name: "ship-data-package",
		async generateBundle() {
			const files = readFiles(folder);
			for (const [name, source] of files)
				this.emitFile({ type: "asset", fileName: `data/baseline/${name}`, source });
			for (const [fileName, source] of Object.entries(await derived(folder, files)))
				this.emitFile({ type: "asset", fileName, source });
		},
		configureServer(server) {
			server.middlewares.use("/data", async (request, response, next) => {
				const made = await derived(folder, readFiles(folder));
				const text = made[`data${request.url}`];
				if (text === undefined) return next();
				response.setHeader("Content-Type", "application/json");
				response.end(text);
			});
		},
	};
}

async function derived(
	folder: string,
	files: ReadonlyMap<string, Uint8Array>,
): Promise<Record<string, string>> {
	const loaded = loadPackage(files);
	if (!loaded.ok) {
		const errors = loaded.problems.filter(({ severity }) => severity === "error");
		throw new Error(
			[
				`${folder} has ${errors.length} errors; correct the rows and build again.`,
				...errors.map(formatProblem),
			].join("\n"),
		);
	}
	return {
		"data/baseline.json": JSON.stringify(pack(loaded.pkg, loaded.problems)),
		"data/first-answer.json": JSON.stringify(await firstAnswer(loaded.pkg)),
	};
}

async function firstAnswer(pkg: DataPackage): Promise<Shipped> {
	using solver = await openSolver();
	const bench = setUp(pkg, solver);
	const question = chainQuestionOf(DEFAULT_VIEW);
	return {
		question,
		chain: chainAnswer(bench, question, {}),
		alone: aloneAnswer(bench, question, {}),
	};
}

function readFiles(folder: string): Map<string, Uint8Array> {
	const names = readdirSync(folder).filter((name) => SHIPPED.test(name));
	return new Map(
		names.toSorted().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
	);
}
