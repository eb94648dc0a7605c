/** How a caller follows and stops a long function: always its last, optional argument. */
export interface Run {
	readonly signal?: Pick<AbortSignal, "aborted" | "throwIfAborted">;
	readonly onProgress?: (progress: { task: string; done: number; total: number }) => void;
}
