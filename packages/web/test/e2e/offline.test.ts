import { afterAll, expect, it } from "vitest";
import { closeBrowser, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

it("once opened, the app works without a network, and opens again without one", async () => {
	const page = await openPage("chain", { offlineCopy: true });
	const answer = await page.locator("h1").textContent();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		const complete = async () => {
			for (const name of await caches.keys())
				if ((await (await caches.open(name)).keys()).length > 5) return true;
			return false;
		};
		while (!(await complete())) await new Promise((done) => setTimeout(done, 100));
	});
	await page.context().setOffline(true);
	await page.reload();
	await page.locator(".sankey").waitFor();
	expect(await page.locator("h1").textContent()).toBe(answer);
	await page.getByLabel("Product").selectOption("smco_magnet");
	await page.locator("h1", { hasText: "SmCo" }).waitFor();
	await settled(page);
	await page.locator(".rail").getByRole("link", { name: "Map" }).click();
	await page.locator(".map").waitFor();
	await page.context().close();
});
