import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceWorker } from "./vite/service-worker.ts";
import { shipPackage } from "./vite/ship-package.ts";

const BASELINE = fileURLToPath(new URL("../../data/baseline", import.meta.url));

/** Cross-origin isolation: the solver's cancel flag lives in shared memory. */
const ISOLATION = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
	plugins: [react(), shipPackage(BASELINE), serviceWorker()],
	worker: {
		format: "es",
		// The page loads the ledger only where there are claims of the reader's own; a worker always.
		rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
	},
	build: {
		target: "es2023",
		chunkSizeWarningLimit: 700,
		rolldownOptions: { checks: { pluginTimings: false } },
	},
	server: { headers: ISOLATION },
	preview: { headers: ISOLATION },
});
