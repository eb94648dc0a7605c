/** What the engine is doing right now: one line for the whole app. */
import { useSyncExternalStore } from "react";

export interface Working {
	readonly task: string;
	readonly done: number;
	readonly total: number;
	/** `performance.now()` at the start of the request. */
	readonly since: number;
}

let current: Working | null = null;
const listeners = new Set<() => void>();

export function report(working: Working | null): void {
	current = working;
	for (const listener of listeners) listener();
}

export function useWorking(): Working | null {
	return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
