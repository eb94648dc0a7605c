/**
 * Cancelling work that never returns to the event loop: the page raises a flag in
 * shared memory, the solver's callback reads it as an ordinary AbortSignal.
 */

export type Flag = Int32Array<SharedArrayBuffer>;

/** A flag, or null where the page isn't cross-origin isolated. */
export function newFlag(): Flag | null {
	return globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;
}

export function raise(flag: Flag): void {
	Atomics.store(flag, 0, 1);
}

/** What a long function polls to know whether it should stop. */
export function signalOf(flag: Flag): { readonly aborted: boolean; throwIfAborted(): void } {
	const raised = () => Atomics.load(flag, 0) !== 0;
	return {
		get aborted() {
			return raised();
		},
		throwIfAborted() {
			if (raised()) throw stopped();
		},
	};
}

export function stopped(): DOMException {
	return new DOMException("Stopped", "AbortError");
}
