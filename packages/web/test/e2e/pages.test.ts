import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, PAGES, picture, settled } from "./page.ts";

afterAll(closeBrowser);

describe("every page", () => {
	it.each(PAGES)("%s answers its question in its title, with a number", async (path) => {
		const page = await openPage(path);
		const answer = (await page.locator("h1").textContent()) ?? "";
		expect(answer).toMatch(/\d/);
		expect(await page.title()).toContain(answer.slice(0, 20));
		expect(await page.locator(".numbers > div").count()).toBeGreaterThanOrEqual(3);
		await closePage(page);
	});

	it.each(PAGES)(
		"%s shows a picture, a table and a method, and never scrolls sideways",
		async (path) => {
			const page = await openPage(path);
			for (const width of [390, 768, 1180, 1440]) {
				await page.setViewportSize({ width, height: 844 });
				for (const tab of ["Table", "Method", "Picture"]) {
					await page.getByRole("tab", { name: tab }).click();
					if (tab === "Table")
						expect(await page.locator(".data tbody tr").count()).toBeGreaterThan(5);
					if (tab === "Method")
						await page.getByRole("heading", { name: /can.t (see|show)/ }).waitFor();
					if (tab === "Picture") await picture(page);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
					);
					expect(over, `${tab} at ${width} px`).toBeLessThanOrEqual(0);
				}
			}
			await closePage(page);
		},
	);

	it("asks nothing of any other host", async () => {
		const page = await openPage("chain");
		const hosts = new Set<string>();
		page.on("request", (request) => hosts.add(new URL(request.url()).host));
		await page.getByLabel("Home", { exact: true }).selectOption({ label: "Japan" });
		await settled(page);
		await page.locator(".rail").getByRole("link", { name: "Map" }).click();
		await page.locator(".map").waitFor();
		const own = new URL(page.url()).host;
		expect([...hosts].filter((host) => host !== own && host !== "")).toEqual([]);
		await closePage(page);
	});
});

describe("an address that names nothing", () => {
	it("says so and leads back", async () => {
		const page = await openPage("chain");
		await page.goto(new URL("/nowhere", page.url()).href);
		await page.getByRole("link", { name: "Open the chain" }).click();
		await page.locator(".sankey").waitFor();
		await closePage(page);
	});

	it("opens the inspector on an unknown facility with a reason, not a blank", async () => {
		const page = await openPage("chain?inspect=facility:no_such_plant");
		await page.locator(".inspector").getByText("Not found").waitFor();
		await closePage(page);
	});
});
