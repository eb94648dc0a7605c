import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/house.mjs";

/** Import order of the engine: a folder imports only folders listed before it. */
const ORDER = [
	"random",
	"ensemble",
	"dataset",
	"evidence",
	"lp",
	"chain",
	"stress",
	"grid",
	"finance",
	"incentives",
	"lab",
	"arsenal",
	"study",
];
const LIBRARIES = ["highs"];
const FORBIDDEN = [
	/\bDate\.now\b/,
	/\bnew Date\(\)/,
	/\bperformance\.now\b/,
	/\bMath\.random\b/,
	// A process is also a recipe of the chain: only Node's own members are meant.
	/\bprocess\.(arch|argv|cpuUsage|cwd|env|exit|hrtime|memoryUsage|nextTick|on|pid|platform|std\w+|uptime|versions?)\b/,
	/\bdocument\./,
	/\bwindow\./,
	/\bfetch\(/,
	/\bconsole\./,
];

const engine = join(ROOT, "packages", "engine", "src");
const files = sources(engine);
const folderOf = (path: string) => relative(engine, path).split(/[\\/]/)[0] ?? "";

describe("the engine", () => {
	test("has only folders of the architecture, each with a face that says what it is for", () => {
		const folders = readdirSync(engine).filter((name) =>
			statSync(join(engine, name)).isDirectory(),
		);
		expect(folders.filter((name) => !ORDER.includes(name))).toEqual([]);
		for (const folder of folders) {
			expect(readFileSync(join(engine, folder, "index.ts"), "utf8"), folder).toMatch(/^\/\*\*/);
		}
	});

	test("imports only folders listed before, and only through their face", () => {
		const wrong = files.flatMap((file) =>
			imports(file)
				.filter((name) => name.startsWith("."))
				.map((name) => resolve(dirname(file), name))
				.filter((target) => folderOf(target) !== folderOf(file))
				.filter(
					(target) =>
						ORDER.indexOf(folderOf(target)) >= ORDER.indexOf(folderOf(file)) ||
						target !== join(engine, folderOf(target), "index.ts"),
				)
				.map((target) => `${relative(engine, file)} imports ${relative(engine, target)}`),
		);
		expect(wrong).toEqual([]);
	});

	test("uses no library beyond those it declares, and nothing of Node", () => {
		const foreign = files.flatMap((file) =>
			imports(file)
				.filter((name) => !name.startsWith("."))
				.filter(
					(name) =>
						!LIBRARIES.some((library) => name === library || name.startsWith(`${library}/`)),
				)
				.map((name) => `${relative(engine, file)} imports ${name}`),
		);
		expect(foreign).toEqual([]);
	});

	test("is pure: no clock, no chance, no network, no page, no process", () => {
		const impure = files.flatMap((file) => {
			const text = withoutComments(readFileSync(file, "utf8"));
			return FORBIDDEN.filter((pattern) => pattern.test(text)).map(
				(pattern) => `${relative(engine, file)}: ${pattern.source}`,
			);
		});
		expect(impure).toEqual([]);
	});
});

test("no source file has more than 400 lines", () => {
	const roots = [
		"packages/engine",
		"packages/cli",
		"packages/web/src",
		"scripts",
		"bench",
		"tests",
	];
	const long = roots
		.flatMap((root) => sources(join(ROOT, root)))
		.map((file) => [relative(ROOT, file), readFileSync(file, "utf8").split("\n").length] as const)
		.filter(([, lines]) => lines > 400);
	expect(long).toEqual([]);
});

function sources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			return ["node_modules", "dist", ".venv"].includes(entry.name) ? [] : sources(path);
		}
		return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
	});
}

function imports(file: string): string[] {
	const text = withoutComments(readFileSync(file, "utf8"));
	const matches = text.matchAll(/(?:from|import|import\()\s*["']([^"'\n]+)["']/g);
	return [...matches].map((match) => match[1] ?? "");
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
