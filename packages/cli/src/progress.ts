/** Progress on stderr while a person watches, and a signal that Ctrl+C sets. */
import { SingleBar } from "cli-progress";

export interface Run {
	readonly signal: AbortSignal;
	readonly onProgress: (progress: { task: string; done: number; total: number }) => void;
	readonly close: () => void;
}

export function startRun(show: boolean): Run {
	const cancel = new AbortController();
	const onInterrupt = () => cancel.abort();
	process.once("SIGINT", onInterrupt);
	const { onProgress, close } = startProgress(show);
	return {
		signal: cancel.signal,
		onProgress,
		close: () => {
			process.off("SIGINT", onInterrupt);
			close();
		},
	};
}

/**
 * Progress alone, for work that never returns to the event loop and writes nothing: a signal would
 * not be heard, while an unhandled Ctrl+C ends the process at once.
 */
export function startProgress(show: boolean): Omit<Run, "signal"> {
	const bar = show
		? new SingleBar({
				format: "{bar} {percentage} % | {task}",
				hideCursor: true,
				noTTYOutput: true,
				notTTYSchedule: 500,
				stream: process.stderr,
			})
		: null;
	let started = false;
	return {
		onProgress: ({ task, done, total }) => {
			if (!bar) return;
			if (!started) bar.start(total, done, { task });
			started = true;
			bar.setTotal(total);
			bar.update(done, { task });
		},
		close: () => {
			if (started) bar?.stop();
		},
	};
}
