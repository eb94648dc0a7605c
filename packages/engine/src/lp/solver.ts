import { loadHighs } from "./loader.ts";
import { openSession } from "./session.ts";
import type { Session, Solver } from "./types.ts";

/** Where the solver's WebAssembly comes from; nothing is needed under Node. */
export interface SolverSource {
	/** Returns the address of the named asset (`highs.wasm`), for a bundler or a page. */
	readonly locateFile?: (file: string) => string;
	readonly wasmBinary?: ArrayBuffer | ArrayBufferView;
	/** A compiled `WebAssembly.Module`, shared between workers. */
	readonly wasmModule?: object;
}

/**
 * Load HiGHS. One solver serves any number of models in its thread, one solve at a time; give each
 * worker its own. Loading takes about 0.1 s and 21 MB.
 */
export async function openSolver(source: SolverSource = {}): Promise<Solver> {
	const highs = await loadHighs(source);
	const open = new Set<Session>();
	const solver: Solver = {
		version: `HiGHS ${highs.version.string}`,
		get memoryBytes() {
			return highs.memoryBytes;
		},
		open(model) {
			const session = openSession(highs, model, () => open.delete(session));
			open.add(session);
			return session;
		},
		solve(model, options) {
			using session = solver.open(model);
			return session.solve(options);
		},
		dispose() {
			for (const session of [...open]) session.dispose();
		},
		[Symbol.dispose]: () => solver.dispose(),
	};
	return solver;
}
