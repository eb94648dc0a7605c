/**
 * The page's side of the engine: one worker, one question at a time. A question
 * is stopped through a flag in shared memory; where there is none, the worker is
 * ended and the next question opens a fresh one.
 */
import { proxy, type Remote, releaseProxy, wrap } from "comlink";
import { newFlag, raise, stopped } from "./flag.ts";
import { report } from "./progress.ts";
import type { EngineApi, Tell } from "./protocol.ts";

interface Session {
	readonly worker: Worker;
	readonly api: Remote<EngineApi>;
	readonly broken: Promise<never>;
}

let session: Session | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** Starts the worker and lets it fetch package and solver, before anything is asked. */
export function warm(): void {
	session ??= open();
	void session.api.warm().catch(() => {});
}

/** Asks the worker, after whatever it is asked already. Rejects with AbortError when stopped. */
export function ask<T>(
	signal: AbortSignal,
	question: (api: Remote<EngineApi>, flag: ReturnType<typeof newFlag>, tell: Tell) => Promise<T>,
): Promise<T> {
	const answer = queue.then(() => askNow(signal, question));
	queue = answer.catch(() => {});
	return answer;
}

async function askNow<T>(
	signal: AbortSignal,
	question: (api: Remote<EngineApi>, flag: ReturnType<typeof newFlag>, tell: Tell) => Promise<T>,
): Promise<T> {
	if (signal.aborted) throw stopped();
	session ??= open();
	const { api, broken } = session;
	const flag = newFlag();
	const since = performance.now();
	report({ task: "Starting the engine", done: 0, total: 0, since });
	// A word on the way may arrive after the answer: it then has nothing to say any more.
	let waiting = true;
	const tell: Tell = proxy((task, done, total) => {
		if (waiting) report({ task, done, total, since });
	});
	const abort = new Promise<never>((_, reject) => {
		signal.addEventListener("abort", () => {
			if (flag) raise(flag);
			else end();
			reject(stopped());
		});
	});
	const asked = question(api, flag, tell);
	try {
		return await Promise.race([asked, abort, broken]);
	} finally {
		// A flagged question still has to let go of the worker before the next one starts.
		if (flag && signal.aborted) await Promise.race([asked, broken]).catch(() => {});
		waiting = false;
		report(null);
	}
}

function open(): Session {
	const worker = new Worker(new URL("./worker.ts", import.meta.url), {
		type: "module",
		name: "lodegrid-engine",
	});
	const broken = new Promise<never>((_, reject) => {
		worker.addEventListener("error", (event) => {
			end();
			reject(new Error(event.message || "The engine's worker stopped; reload the page"));
		});
	});
	broken.catch(() => {});
	return { worker, api: wrap<EngineApi>(worker), broken };
}

function end(): void {
	session?.api[releaseProxy]();
	session?.worker.terminate();
	session = null;
}
