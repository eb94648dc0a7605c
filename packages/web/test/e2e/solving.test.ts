import { afterAll, describe, expect, inject, it } from "vitest";
import { closeBrowser, closePage, newContext, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

describe("a change of the scenario", () => {
	it("is solved beside the page, which answers meanwhile", async () => {
		const page = await openPage("chain");
		await settled(page);
		await page.evaluate(() => {
			const seen = { longest: 0, last: performance.now() };
			Object.assign(globalThis, { seen });
			const tick = () => {
				const now = performance.now();
				seen.longest = Math.max(seen.longest, now - seen.last);
				seen.last = now;
				setTimeout(tick, 0);
			};
			tick();
		});
		await page.getByLabel("Home", { exact: true }).selectOption({ label: "Germany" });
		await page.getByRole("tab", { name: "Method" }).click();
		await page.getByRole("tab", { name: "Picture" }).click();
		await settled(page);
		const longest = await page.evaluate(
			() => (globalThis as unknown as { seen: { longest: number } }).seen.longest,
		);
		expect(longest, "longest time without an answer, ms").toBeLessThan(700);
		await closePage(page);
	});

	it("ends with the last of several quick changes", async () => {
		const page = await openPage("chain");
		const year = page.getByLabel("Year");
		for (const value of ["2026", "2027", "2028"]) await year.selectOption(value);
		await page.getByLabel("Product").selectOption("smco_magnet");
		await page.locator("h1", { hasText: "SmCo" }).waitFor();
		await settled(page);
		expect(await page.locator(".chain-note").textContent()).toContain("2028");
		await closePage(page);
	});

	it("gives the shipped first answer and the solved one alike", async () => {
		const page = await openPage("chain");
		const shipped = await page.locator("h1").textContent();
		const nodes = await page.locator(".sankey-node").count();
		const context = await newContext();
		await context.route("**/data/first-answer.json", (route) => route.fulfill({ status: 404 }));
		const solving = await context.newPage();
		await solving.goto(page.url());
		await solving.locator(".sankey").waitFor();
		expect(await solving.locator("h1").textContent()).toBe(shipped);
		expect(await solving.locator(".sankey-node").count()).toBe(nodes);
		await context.close();
		await closePage(page);
	});

	it("can be stopped, and asked again", async () => {
		const context = await newContext();
		let held = true;
		await context.route("**/*.wasm", async (route) => {
			while (held) await new Promise((done) => setTimeout(done, 50));
			await route.continue();
		});
		const page = await context.newPage();
		await page.goto(new URL("calibration", inject("url")).href);
		await page.getByRole("button", { name: "Cancel" }).click();
		await page.getByText("Stopped before there was an answer").waitFor();
		held = false;
		await page.getByRole("button", { name: "Work it out" }).click();
		await page.locator(".fit svg").first().waitFor();
		await context.close();
	});

	it("confirms a marginal value by solving again with one more tonne", async () => {
		const page = await openPage("chain?inspect=stage:separation&closed=rival");
		await page.getByRole("button", { name: "Check by solving again" }).first().click();
		await page
			.getByText(/Confirmed|Holds for less/)
			.first()
			.waitFor();
		await closePage(page);
	});
});
