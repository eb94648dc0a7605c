/** Benchmarks register themselves here; `run.ts` runs them in order of name. */

export interface Options {
	/** Also the sizes that take minutes each. */
	readonly heavy: boolean;
}

export interface Benchmark {
	readonly name: string;
	/** What it measures, one sentence for the report. */
	readonly about: string;
	/** Only with `--heavy` or by name: it takes minutes. */
	readonly heavy?: boolean;
	/** Markdown for the report. `say` prints at once: what is about to be solved, how big it is. */
	readonly run: (options: Options, say: (line: string) => void) => Promise<string>;
}

const registered: Benchmark[] = [];

export function benchmark(entry: Benchmark): void {
	registered.push(entry);
}

export function benchmarks(): readonly Benchmark[] {
	return registered.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
