/** The workers of rankings: opened when first wanted, kept for a while, closed when idle. */
import { type Remote, releaseProxy, wrap } from "comlink";
import type { RankingApi } from "./ranking-protocol.ts";

interface Opened {
	readonly worker: Worker;
	readonly api: Remote<RankingApi>;
	readonly broken: Promise<never>;
}

export interface RankingPool {
	readonly workers: readonly Remote<RankingApi>[];
	/** Rejects when one of them breaks. */
	readonly broken: Promise<never>;
	/** Back to the shelf; closed when nobody asks for it again. */
	readonly giveBack: () => void;
	/** Ends the workers at once, whatever they are doing. */
	readonly end: () => void;
}

const IDLE_MS = 120_000;
const MOST = 8;

let shelf: { readonly opened: readonly Opened[]; readonly timer: number } | null = null;

/** One core stays with the page. */
export function poolSize(cores: number): number {
	return Math.min(MOST, Math.max(1, cores - 1));
}

/** Takes at most `wanted` workers; whoever is already working keeps theirs. */
export function takePool(wanted: number): RankingPool {
	const size = Math.min(wanted, poolSize(navigator.hardwareConcurrency || 1));
	const kept = shelf?.opened ?? [];
	if (shelf) clearTimeout(shelf.timer);
	shelf = null;
	const opened = [...kept];
	while (opened.length < size) opened.push(open());
	const broken = Promise.race(opened.map((one) => one.broken));
	broken.catch(() => {});
	return {
		workers: opened.slice(0, size).map(({ api }) => api),
		broken,
		giveBack() {
			if (shelf) close(opened);
			else shelf = { opened, timer: window.setTimeout(clear, IDLE_MS) };
		},
		end: () => close(opened),
	};
}

function clear(): void {
	if (shelf) close(shelf.opened);
	shelf = null;
}

function open(): Opened {
	const worker = new Worker(new URL("./ranking-worker.ts", import.meta.url), {
		type: "module",
		name: "lodegrid-ranking",
	});
	const broken = new Promise<never>((_, reject) => {
		worker.addEventListener("error", (event) =>
			reject(new Error(event.message || "A worker of the ranking stopped; try again")),
		);
	});
	broken.catch(() => {});
	return { worker, api: wrap<RankingApi>(worker), broken };
}

function close(opened: readonly Opened[]): void {
	for (const { api, worker } of opened) {
		api[releaseProxy]();
		worker.terminate();
	}
}
