/**
 * Runs the benchmarks and prints one report as Markdown.
 *
 *     npm run bench                     everything that fits in ten minutes
 *     npm run bench -- --heavy          also the sizes that take minutes each
 *     npm run bench -- cold-method      only these, by name
 *     npm run bench -- --list           what there is
 *
 * A new benchmark is one file in `benchmarks/` that calls `benchmark(...)`.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine } from "./machine.ts";
import { benchmarks } from "./registry.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		heavy: { type: "boolean", default: false },
		list: { type: "boolean", default: false },
		out: { type: "string" },
	},
});

const folder = join(import.meta.dirname, "benchmarks");
for (const file of readdirSync(folder).sort())
	if (file.endsWith(".ts")) await import(join(folder, file));

const known = benchmarks().map((b) => b.name);
const strange = positionals.filter((name) => !known.includes(name));
if (strange.length) {
	console.error(`No benchmark named ${strange.join(", ")}. There are: ${known.join(", ")}.`);
	process.exit(2);
}
if (values.list) {
	for (const { name, about, heavy } of benchmarks())
		console.log(`${name.padEnd(20)} ${about}${heavy ? " (heavy)" : ""}`);
	process.exit(0);
}

const chosen = benchmarks().filter(({ name, heavy }) =>
	positionals.length ? positionals.includes(name) : values.heavy || !heavy,
);
const report = [`Machine: ${machine()}.`];
for (const { name, about, run } of chosen) {
	console.error(`${name}: ${about}`);
	const text = await run({ heavy: values.heavy }, (line) => console.error(`  ${line}`));
	report.push(`## ${name}`, `${about}`, text);
}
const text = `${report.join("\n\n")}\n`;
if (values.out) writeFileSync(values.out, text);
else console.log(text);
