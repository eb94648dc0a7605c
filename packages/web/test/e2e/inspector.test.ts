import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

describe("the inspector", () => {
	it("tells everything known of a plant, with sources, and says unknown for a gap", async () => {
		const page = await openPage("map?inspect=facility:us_mountain_pass_sep");
		const card = page.locator(".inspector");
		await card.getByRole("heading", { name: /Mountain Pass/ }).waitFor();
		for (const part of [
			"What it is",
			"Capacity, by date",
			"In the words of the sources",
			"Evidence",
		])
			await card.getByRole("heading", { name: part }).waitFor();
		await card.locator(".source-mark").first().click();
		const sources = page.locator(".sources");
		await sources.getByText(/Confidence/).waitFor();
		expect(await sources.locator("a[href^='http']").count()).toBeGreaterThan(0);
		await closePage(page);
	});

	it("shows the range and the reason of an assumption", async () => {
		const page = await openPage("map?inspect=facility:us_mountain_pass_sep");
		await page.locator(".source-mark[data-assumed]").first().click();
		await page.locator(".sources .assumption").first().waitFor();
		expect(await page.locator(".sources .assumption").first().textContent()).toMatch(/Assumption/);
		await closePage(page);
	});

	it("shows what a plant does in the scenario that is asked", async () => {
		const page = await openPage("chain?inspect=facility:us_mountain_pass_sep");
		await page.locator(".inspector").getByText("Runs at").waitFor();
		await closePage(page);
	});

	it("opens a node, a flow and a stage of the picture on a click", async () => {
		const page = await openPage("chain");
		await settled(page);
		const title = page.locator(".inspector h2");
		await page.locator(".sankey-node").first().click();
		await title.waitFor();
		await page.locator(".bars-hit").nth(1).click();
		await page.locator(".inspector").getByText("Stage of the chain").waitFor();
		await page.locator(".inspector-close").click();
		await page.locator(".inspector").waitFor({ state: "detached" });
		await closePage(page);
	});
});
