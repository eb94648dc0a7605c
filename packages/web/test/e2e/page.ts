/** Opens the served app in a fresh browser context, for the tests of this folder. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, inject } from "vitest";
import "../../../../tests/served.ts";
import { openBrowser } from "../../../../tests/browser.ts";

export const PAGES = ["chain", "map", "calibration"] as const;

export interface Look {
	readonly width?: number;
	readonly height?: number;
	readonly scheme?: "light" | "dark";
	/** Service workers answer requests before a test could; off unless a test is about them. */
	readonly offlineCopy?: boolean;
}

let browser: Promise<Browser> | null = null;

export async function newContext(look: Look = {}): Promise<BrowserContext> {
	browser ??= openBrowser();
	const { width = 1440, height = 900, scheme = "light", offlineCopy = false } = look;
	return (await browser).newContext({
		viewport: { width, height },
		colorScheme: scheme,
		reducedMotion: "reduce",
		serviceWorkers: offlineCopy ? "allow" : "block",
	});
}

/** A page with its first picture drawn. Whatever it logs as an error fails the test that closes it. */
export async function openPage(
	path: string,
	look: Look = {},
): Promise<Page & { errors: string[] }> {
	const context = await newContext(look);
	const page = Object.assign(await context.newPage(), { errors: [] as string[] });
	page.on("pageerror", (error) => page.errors.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") page.errors.push(message.text());
	});
	await page.goto(new URL(path, inject("url")).href);
	await picture(page);
	return page;
}

/** Waits until the page shows its picture, not a skeleton of it. */
export async function picture(page: Page): Promise<void> {
	await page
		.locator(
			".sankey, .map, .fit svg, .data table, .method, .claims-list .claim, .figures, .add-claims, .chase-controls",
		)
		.first()
		.waitFor();
}

/** Waits until nothing on the page is an older answer any more. */
export async function settled(page: Page): Promise<void> {
	await page.locator(".head:not([data-stale])").waitFor();
	await page.locator(".progress").waitFor({ state: "detached" });
}

export async function closePage(page: Page & { errors: string[] }): Promise<void> {
	await page.context().close();
	expect(page.errors).toEqual([]);
}

export async function closeBrowser(): Promise<void> {
	await (await browser)?.close();
	browser = null;
}
