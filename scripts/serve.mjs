/**
 * Serves a folder of built files on 127.0.0.1. The page is cross-origin isolated,
 * so that the solver's cancel flag can live in shared memory.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".md": "text/markdown; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".wasm": "application/wasm",
	".woff2": "font/woff2",
	".webmanifest": "application/manifest+json",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".csv", ".svg", ".wasm"]);
const HEADERS = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Resource-Policy": "same-origin",
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
	"Content-Security-Policy":
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Listens on `port`, or on the next free one.
 * @param {string} folder
 * @param {{ port: number }} options
 */
export async function serve(folder, { port }) {
	const compressed = new Map();
	const server = createServer((request, response) => {
		answer(folder, compressed, request, response).catch((error) => {
			console.error(error);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	const taken = await listen(server, port);
	return {
		url: `http://127.0.0.1:${taken}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve(undefined));
				server.closeAllConnections();
			}),
	};
}

async function listen(server, first) {
	for (let port = first; port < first + 100; port++) {
		const free = await new Promise((resolve, reject) => {
			const onError = (error) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
			server.once("error", onError);
			server.listen(port, "127.0.0.1", () => {
				server.off("error", onError);
				resolve(true);
			});
		});
		if (free) return port;
	}
	throw new Error(`no free port from ${first} to ${first + 99}`);
}

async function answer(folder, compressed, request, response) {
	if (request.method !== "GET" && request.method !== "HEAD") {
		response.writeHead(405, { ...HEADERS, Allow: "GET, HEAD" }).end();
		return;
	}
	const found = await find(folder, request.url ?? "/");
	if (!found) {
		response.writeHead(404, { ...HEADERS, "Content-Type": "text/plain" }).end("Not found\n");
		return;
	}
	const { path, info } = found;
	const extension = extname(path);
	const etag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`;
	const headers = {
		...HEADERS,
		"Content-Type": TYPES[extension] ?? "application/octet-stream",
		"Cache-Control": path.includes(`${sep}assets${sep}`)
			? "public, max-age=31536000, immutable"
			: "no-cache",
		ETag: etag,
	};
	if (request.headers["if-none-match"] === etag) {
		response.writeHead(304, headers).end();
		return;
	}
	const accepts = String(request.headers["accept-encoding"] ?? "").includes("br");
	if (accepts && COMPRESSED.has(extension) && info.size > 1024) {
		const body = await brotli(compressed, path, etag);
		response.writeHead(200, {
			...headers,
			"Content-Encoding": "br",
			"Content-Length": body.length,
			Vary: "Accept-Encoding",
		});
		response.end(request.method === "HEAD" ? undefined : body);
		return;
	}
	response.writeHead(200, { ...headers, "Content-Length": info.size });
	if (request.method === "HEAD") response.end();
	else createReadStream(path).pipe(response);
}

/** The file a path names, or the page itself for a view of the app; nothing outside the folder. */
async function find(folder, url) {
	let pathname;
	try {
		pathname = decodeURIComponent(new URL(url, "http://localhost").pathname);
	} catch {
		return null;
	}
	const path = normalize(join(folder, pathname));
	if (
		(!path.startsWith(folder + sep) && path !== folder + sep && path !== folder) ||
		pathname.includes("\0")
	) {
		return null;
	}
	const info = await stat(path).catch(() => null);
	if (info?.isFile()) return { path, info };
	if (extname(pathname) !== "") return null;
	const page = join(folder, "index.html");
	const shown = await stat(page).catch(() => null);
	return shown && { path: page, info: shown };
}

async function brotli(cache, path, etag) {
	const key = path + etag;
	const known = cache.get(key);
	if (known) return known;
	const body = await promisify(brotliCompress)(await readFile(path), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
	});
	cache.set(key, body);
	return body;
}
