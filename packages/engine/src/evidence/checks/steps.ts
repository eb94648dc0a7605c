import type { Run } from "../../dataset/index.ts";

/** Messages a piece of work sends at most: enough for a bar that moves, too few to slow it. */
const MESSAGES = 25;

/**
 * A function to call before each of `total` steps: it throws when the caller has stopped the run,
 * and says now and then how far it is.
 */
export function stepsOf(run: Run | undefined, task: string, total: number): () => void {
	if (run === undefined) return () => {};
	const every = Math.max(1, Math.ceil(total / MESSAGES));
	let done = 0;
	return () => {
		run.signal?.throwIfAborted();
		if (done % every === 0) run.onProgress?.({ task, done, total });
		done++;
	};
}

/** The same run without its messages, for work inside a step. */
export function silent(run: Run | undefined): Run | undefined {
	return run?.signal === undefined ? undefined : { signal: run.signal };
}
