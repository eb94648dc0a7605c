import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

async function download(page: Page, click: () => Promise<void>): Promise<Buffer> {
	const [file] = await Promise.all([page.waitForEvent("download"), click()]);
	return readFile(await file.path());
}

describe("what is downloaded is what is shown", () => {
	it.each([
		["chain?tab=table", "Capacity against need"],
		["map?tab=table&stage=magnet", "Plants on the map"],
		["calibration?tab=table", "Model and published figures"],
	])("the table of %s", async (path, title) => {
		const page = await openPage(path);
		const table = page.getByRole("region", { name: title, exact: true });
		const more = table.getByRole("button", { name: /^Show all/ });
		if (await more.isVisible()) await more.click();
		const rows = await table.locator("tbody tr").count();
		const first = await table.locator("tbody tr td").first().textContent();
		const text = (
			await download(page, () => table.getByRole("button", { name: "CSV" }).click())
		).toString("utf8");
		const lines = text.trimEnd().split("\n");
		expect(lines.length).toBe(rows + 1);
		expect(lines[1]).toContain(first);
		await closePage(page);
	});

	it("the picture of the chain, as SVG, PNG and numbers", async () => {
		const page = await openPage("chain");
		await settled(page);
		const pick = (name: string) => async () => {
			await page.getByRole("button", { name: "Download" }).click();
			await page.getByRole("menuitem", { name }).click();
		};
		const svg = (await download(page, pick("Picture, SVG"))).toString("utf8");
		expect(svg).toMatch(/^<svg/);
		const labels = await page.locator(".sankey-label").allTextContents();
		for (const label of labels) expect(svg).toContain(label.trim().split(" ")[0]);
		expect(svg).not.toMatch(/var\(--/);

		const png = await download(page, pick("Picture, PNG"));
		expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
		expect(png.length).toBeGreaterThan(20_000);

		const csv = (await download(page, pick("Numbers, CSV"))).toString("utf8");
		const links = await page.locator(".sankey-links path").count();
		expect(csv.trimEnd().split("\n").length).toBe(links + 1);
		await closePage(page);
	});
});
