import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

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
			{
				test: {
					name: "web",
					setupFiles: ["tests/property-seed.ts"],
					include: ["packages/web/test/**/*.test.ts"],
					globalSetup: ["tests/served.ts"],
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
