import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const TIMED = "packages/web/test/e2e/solving.test.ts";

export default defineConfig({
	test: {
		// Half of the time goes into waiting for a browser or another process: two at least.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				test: {
					name: "engine",
					setupFiles: ["tests/property-seed.ts"],
					include: ["packages/engine/test/**/*.test.ts", "tests/*.test.ts"],
					testTimeout: 60_000,
				},
			},
			{
				test: {
					name: "cli",
					setupFiles: ["tests/property-seed.ts"],
					include: ["packages/cli/test/**/*.test.ts"],
					testTimeout: 120_000,
				},
			},
			web("web", ["packages/web/test/**/*.test.ts"], [TIMED]),
			// How long the page goes without an answer is only measured when nothing else runs.
			web("web, timed", [TIMED], [], 1),
		],
	},
});

/** Tests of the page; those of a later group wait for all others. */
function web(name: string, include: string[], exclude: string[], groupOrder = 0) {
	return {
		test: {
			name,
			include,
			exclude,
			sequence: { groupOrder },
			setupFiles: ["tests/property-seed.ts"],
			globalSetup: ["tests/served.ts"],
			testTimeout: 120_000,
			hookTimeout: 120_000,
		},
	};
}
