import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
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
					fileParallelism: false,
				},
			},
		],
	},
});
