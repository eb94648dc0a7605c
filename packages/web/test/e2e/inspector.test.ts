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
		const assumption = page.locator(".inspector .assumption").first();
		await assumption.waitFor();
		expect(await assumption.textContent()).toMatch(/Assumption/);
		await closePage(page);
	});

	it("opens the claims behind a number with one click on its mark, and what an answer rests on", async () => {
		const page = await openPage("calibration?inspect=reference:mine_aus_2024");
		await page.getByRole("button", { name: /^Claims and sources of Published/ }).click();
		const card = page.locator(".inspector");
		await card.getByRole("heading", { name: /^Claims, by origin/ }).waitFor();
		expect(await card.textContent()).toContain("13,000");
		await page.goto(new URL("/chain", page.url()).href);
		await settled(page);
		await page.getByRole("button", { name: /^Weakest link.*Open what it rests on/ }).click();
		await card.getByRole("heading", { name: /^Capacities \(\d+\)/ }).waitFor();
		expect(await card.locator(".source-mark").count()).toBeGreaterThan(10);
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
