import type { ChainRun } from "../types.ts";

/** @throws DOMException `AbortError` when the run has been cancelled */
export function stopIfAsked({ signal, cancelFlag }: ChainRun, what: string): void {
	const raised = cancelFlag !== undefined && Atomics.load(cancelFlag, 0) !== 0;
	if (raised || signal?.aborted) throw new DOMException(`cancelled while ${what}`, "AbortError");
}
