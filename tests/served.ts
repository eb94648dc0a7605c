/** Serves the built web app once for all end-to-end tests; they read its address from `inject("url")`. */
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureBuilt, ROOT } from "../scripts/house.mjs";
import { serve } from "../scripts/serve.mjs";

export default async function setup(project: TestProject) {
	await ensureBuilt();
	const { url, close } = await serve(join(ROOT, "packages", "web", "dist"), { port: 4970 });
	project.provide("url", url);
	return close;
}

declare module "vitest" {
	interface ProvidedContext {
		url: string;
	}
}
