/** A real Chromium for the end-to-end tests. */
import { type Browser, chromium } from "playwright-core";
import { ensureChromium } from "../scripts/chromium.mjs";

export async function openBrowser(): Promise<Browser> {
	const executablePath = await ensureChromium();
	// Chromium's own sandbox cannot start as root, which is how CI containers run.
	const asRoot = process.getuid?.() === 0;
	return chromium.launch({ executablePath, args: asRoot ? ["--no-sandbox"] : [] });
}
