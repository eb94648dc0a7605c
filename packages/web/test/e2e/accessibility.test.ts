import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, PAGES, settled } from "./page.ts";

afterAll(closeBrowser);

/** Serious and critical findings, as `rule: selector`. */
async function findings(page: Page, part: string, rules?: string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page }).include(part);
	const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** The same page in both schemes; only colours can differ between them. */
async function inBoth(page: Page, what: string, part = "html"): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
		const found = await findings(
			page,
			part,
			colorScheme === "dark" ? ["color-contrast"] : undefined,
		);
		expect(found, `${what}, ${colorScheme}`).toEqual([]);
	}
}

/** axe weighs every element of a page; a busy machine needs its time. */
const PATIENCE = 300_000;

describe("axe finds nothing serious, in light and in dark", { timeout: PATIENCE }, () => {
	it.each(PAGES)("on %s: picture, table, method, and at the width of a phone", async (path) => {
		const page = await openPage(path);
		await settled(page);
		for (const tab of ["Table", "Method", "Picture"]) {
			await page.getByRole("tab", { name: tab }).click();
			await inBoth(page, tab);
		}
		await page.setViewportSize({ width: 390, height: 844 });
		await inBoth(page, "phone");
		await closePage(page);
	});

	it("in the inspector, whatever it shows", async () => {
		const page = await openPage("chain");
		for (const inspect of [
			"facility:us_mountain_pass_sep",
			"region:MYS",
			"material:dy_oxide",
			"stage:separation",
			"node:separation.CHN",
			"rests:separation",
			"number:references/mine_aus_2024/value",
			"assumption:a_spread_high",
		]) {
			await page.goto(new URL(`/chain?inspect=${inspect}`, page.url()).href);
			await page.locator(".inspector .card-part").first().waitFor();
			await settled(page);
			await inBoth(page, inspect, ".inspector");
		}
		await closePage(page);
	});

	it("in the search, the blocs and the sources of a figure", async () => {
		const page = await openPage("chain?inspect=facility:us_mountain_pass_sep");
		await page.locator(".source-mark").first().click();
		await page.locator(".sources").waitFor();
		await inBoth(page, "sources", ".sources");
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: /^Blocs/ }).click();
		await page.locator(".blocs").waitFor();
		await inBoth(page, "blocs", ".blocs");
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: /^Search/ }).click();
		await page.getByRole("combobox", { name: /^Search/ }).fill("lynas");
		await page.locator(".search-hits [role=option]").first().waitFor();
		await inBoth(page, "search", "[role=dialog]");
		await closePage(page);
	});
});
