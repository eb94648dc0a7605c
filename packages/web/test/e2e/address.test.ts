import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, picture, settled } from "./page.ts";

afterAll(closeBrowser);

describe("the address", () => {
	it("holds the whole view: the same address shows the same picture elsewhere", async () => {
		const first = await openPage("chain");
		await first.getByLabel("Home", { exact: true }).selectOption({ label: "Japan" });
		await first.getByLabel("Product").selectOption("smco_magnet");
		await first.getByLabel("Year").selectOption("2027");
		await first.getByLabel("Defence case").selectOption("high");
		await first.getByLabel("Nodes").selectOption("bloc");
		await settled(first);
		const answer = await first.locator("h1").textContent();
		const nodes = await first.locator(".sankey-node").evaluateAll(names);

		const second = await openPage(first.url());
		await settled(second);
		expect(await second.locator("h1").textContent()).toBe(answer);
		expect(await second.locator(".sankey-node").evaluateAll(names)).toEqual(nodes);
		expect(await second.getByLabel("Defence case").inputValue()).toBe("high");
		await closePage(first);
		await closePage(second);
	});

	it("leaves out what is as usual", async () => {
		const page = await openPage("chain");
		expect(new URL(page.url()).search).toBe("");
		await page.getByLabel("Defence case").selectOption("high");
		await page.getByLabel("Defence case").selectOption("middle");
		expect(new URL(page.url()).search).toBe("");
		await closePage(page);
	});

	it("steps back with the browser's button", async () => {
		const page = await openPage("chain");
		const before = await page.locator("h1").textContent();
		await page.getByLabel("Product").selectOption("smco_magnet");
		await page.locator("h1", { hasText: "SmCo" }).waitFor();
		await page.goBack();
		await settled(page);
		expect(await page.locator("h1").textContent()).toBe(before);
		await closePage(page);
	});

	it("opens with nonsense in it as if that were not there", async () => {
		const page = await openPage("chain?year=abc&home=%3Cb%3E&rule=..%2F..&tab=42&blocs=x");
		await picture(page);
		expect(await page.getByLabel("Year").inputValue()).toBe("2025");
		expect(await page.getByLabel("Home", { exact: true }).inputValue()).toBe("USA");
		await closePage(page);
	});

	it("carries the filters of the map and the blocs that were changed", async () => {
		const page = await openPage("map?stage=separation&status=operating&blocs=MYS.rival");
		const listed = await page.locator(".plants li").count();
		expect(listed).toBeGreaterThan(3);
		await page.getByRole("button", { name: /^Blocs/ }).click();
		expect(await page.getByLabel("Malaysia: rival").isChecked()).toBe(true);
		await closePage(page);
	});
});

function names(elements: (SVGElement | HTMLElement)[]): (string | null)[] {
	return elements.map((element) => element.getAttribute("aria-label"));
}
