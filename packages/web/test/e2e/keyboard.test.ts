import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

describe("without a mouse", () => {
	it("g and a letter open the pages", async () => {
		const page = await openPage("chain");
		await page.keyboard.press("g");
		await page.keyboard.press("m");
		await page.locator(".map").waitFor();
		await page.keyboard.press("g");
		await page.keyboard.press("k");
		await page.locator(".fit svg").first().waitFor();
		await page.keyboard.press("g");
		await page.keyboard.press("c");
		await page.locator(".sankey").waitFor();
		await closePage(page);
	});

	it("/ finds a plant and Enter opens it; Esc closes it", async () => {
		const page = await openPage("chain");
		await page.keyboard.press("/");
		await page.keyboard.type("mountain pass mine");
		await page.locator(".search-hits [role=option]").first().waitFor();
		await page.keyboard.press("Enter");
		const card = page.locator(".inspector h2");
		await card.waitFor();
		expect(await card.textContent()).toMatch(/Mountain Pass/);
		await page.keyboard.press("Escape");
		await page.locator(".inspector").waitFor({ state: "detached" });
		await closePage(page);
	});

	it("the arrows walk along the chain and Enter opens a node", async () => {
		const page = await openPage("chain");
		await settled(page);
		await page.locator(".sankey-node[tabindex='0']").focus();
		const name = () =>
			page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
		expect(await name()).toMatch(/^Mine/);
		await page.keyboard.press("ArrowRight");
		expect(await name()).toMatch(/^(Separation|Recycling)/);
		const second = await name();
		await page.keyboard.press("ArrowDown");
		expect(await name()).not.toBe(second);
		await page.keyboard.press("Enter");
		await page.locator(".inspector h2").waitFor();
		await closePage(page);
	});

	it("Tab reaches every control of the page, and each shows that it has the focus", async () => {
		const page = await openPage("chain");
		await settled(page);
		const wanted = await page.evaluate(
			() =>
				[
					...document.querySelectorAll<HTMLElement>(
						"a[href], button, select, input, [tabindex='0']",
					),
				]
					.filter((element) => element.checkVisibility() && element.tabIndex >= 0)
					.filter((element) => !(element instanceof HTMLButtonElement && element.disabled)).length,
		);
		const reached = new Set<string>();
		let unmarked = 0;
		for (let i = 0; i < wanted + 20; i++) {
			await page.keyboard.press("Tab");
			const [key, marked] = await page.evaluate(() => {
				const element = document.activeElement as HTMLElement;
				const all = [...document.querySelectorAll("*")];
				const parts = [element, ...element.querySelectorAll("*")];
				const ring = getComputedStyle(document.documentElement).getPropertyValue("--focus");
				const probe = document.createElement("i");
				probe.style.color = ring;
				document.body.append(probe);
				const focus = getComputedStyle(probe).color;
				probe.remove();
				const marked = parts.some((part) => {
					const { outlineStyle, stroke } = getComputedStyle(part);
					return outlineStyle !== "none" || stroke === focus;
				});
				return [String(all.indexOf(element)), marked] as const;
			});
			reached.add(key);
			if (!marked && key !== "-1") unmarked += 1;
		}
		expect(reached.size).toBeGreaterThanOrEqual(wanted - 6);
		expect(unmarked).toBeLessThanOrEqual(2);
		await closePage(page);
	});

	it("the map zooms and moves with its keys", async () => {
		const page = await openPage("map");
		const map = page.locator(".map");
		await map.focus();
		const land = () => page.locator(".map > g").first().getAttribute("transform");
		const before = await land();
		await page.keyboard.press("+");
		const closer = await land();
		expect(closer).not.toBe(before);
		await page.keyboard.press("ArrowRight");
		expect(await land()).not.toBe(closer);
		await page.keyboard.press("0");
		expect(await land()).toBe(before);
		await closePage(page);
	});
});
