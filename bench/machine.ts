import { cpus, totalmem } from "node:os";

/** What a reader needs to place the numbers: cores, memory, system, runtime. */
export function machine(): string {
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `${cpus().length} cores, ${gigabytes} GB of memory, ${process.platform}-${process.arch}, Node ${process.versions.node}`;
}
