/**
 * Writes `sw.js`, which keeps the app for use without a network: every file of the build, named
 * by the build's content. A new build brings a new name, and the old copy goes.
 */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Not kept: only there to be downloaded. */
const LEFT_OUT = /^data\/baseline\/|\.map$/;

export function serviceWorker(): Plugin {
	return {
		name: "service-worker",
		apply: "build",
		enforce: "post",
		generateBundle(_options, bundle) {
			const files = Object.values(bundle).filter(({ fileName }) => !LEFT_OUT.test(fileName));
			const hash = createHash("sha256");
			for (const file of files)
				hash.update(file.fileName).update("code" in file ? file.code : file.source);
			const paths = ["/", "/theme.js", "/icon.svg", ...files.map(({ fileName }) => `/${fileName}`)];
			this.emitFile({
				type: "asset",
				fileName: "sw.js",
				source: source(`lodegrid-${hash.digest("hex").slice(0, 16)}`, [...new Set(paths)]),
			});
		},
	};
}

/** Hashed files come from the copy, everything else from the network while there is one. */
function source(name: string, paths: readonly string[]): string {
	return `const NAME = ${JSON.stringify(name)};
const FILES = ${JSON.stringify(paths.filter((path) => path !== "/index.html"))};
const kept = (request) => caches.open(NAME).then((cache) => cache.match(request, { ignoreVary: true }));

self.addEventListener("install", (event) => {
	event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
	event.waitUntil(
		caches.keys()
			.then((names) => Promise.all(names.filter((name) => name.startsWith("lodegrid-") && name !== NAME).map((name) => caches.delete(name))))
			.then(() => self.clients.claim()),
	);
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET" || url.origin !== self.location.origin) return;
	if (url.pathname.startsWith("/assets/")) {
		event.respondWith(kept(request).then((found) => found ?? fetch(request)));
	} else {
		const page = request.mode === "navigate" ? "/" : request;
		event.respondWith(fetch(request).catch(async (error) => {
			const found = await kept(page);
			if (found) return found;
			throw error;
		}));
	}
});
`;
}
