import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { closeBrowser, closePage, newContext, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

const VIEWS = ["Claims", "Conflicts", "Audit", "Method"] as const;

/** Waits until the checks are in and the title says so. */
async function checked(page: Page): Promise<void> {
	await page.locator(".head h1:not(.waiting)").waitFor();
	await settled(page);
}

/** Serious and critical findings in both schemes; only colours can differ between them. */
async function serious(page: Page, part: string): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
		const axe = new AxeBuilder({ page }).include(part);
		const { violations } = await (colorScheme === "dark"
			? axe.withRules(["color-contrast"])
			: axe
		).analyze();
		for (const { id, impact, nodes } of violations)
			if (impact === "serious" || impact === "critical")
				found.push(...nodes.map(({ target }) => `${colorScheme} ${id}: ${target.join(" ")}`));
	}
	return found;
}

const answer = (page: Page) => page.locator("h1").textContent();
const found = (page: Page) =>
	page.getByRole("region", { name: "Claims", exact: true }).getByRole("status").textContent();

describe("the evidence page", () => {
	it("answers who says so, with numbers, in every view, and never scrolls sideways", async () => {
		const page = await openPage("evidence");
		for (const width of [1440, 1180, 768, 390]) {
			await page.setViewportSize({ width, height: 844 });
			for (const name of VIEWS) {
				await page.getByRole("tab", { name, exact: true }).click();
				await checked(page);
				if (name === "Conflicts") await page.locator(".rivals").waitFor();
				if (name === "Audit") await page.locator(".figures .figure").first().waitFor();
				expect(await answer(page)).toMatch(name === "Conflicts" ? /: \w+ sources?/ : /\d/);
				expect(await page.locator(".numbers > div").count()).toBeGreaterThanOrEqual(3);
				const over = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
				);
				expect(over, `${name} at ${width} px`).toBeLessThanOrEqual(0);
			}
		}
		await closePage(page);
	});

	it("has nothing that axe calls serious, in light and in dark", { timeout: 300_000 }, async () => {
		const page = await openPage("evidence");
		for (const name of VIEWS) {
			await page.getByRole("tab", { name, exact: true }).click();
			await checked(page);
			expect(await serious(page, "html"), name).toEqual([]);
		}
		await closePage(page);
	});

	it("its cards too, of a claim and of a number", { timeout: 300_000 }, async () => {
		const page = await openPage("evidence?order=doubt");
		await checked(page);
		const claim = page.locator(".claim h3 button").first();
		await claim.click();
		await page.locator(".inspector .recomputed").waitFor();
		expect(await serious(page, ".inspector"), "claim").toEqual([]);
		await page.goto(new URL("/evidence?show=conflicts", page.url()).href);
		await page.locator(".number-opens").click();
		await page.locator(".inspector .steps").waitFor();
		expect(await serious(page, ".inspector"), "number").toEqual([]);
		await closePage(page);
	});

	it("is opened with g e; arrows walk its views; Enter opens a claim, Esc closes it", async () => {
		const page = await openPage("chain");
		await page.keyboard.press("g");
		await page.keyboard.press("e");
		await page.locator(".claims-list .claim").first().waitFor();
		await checked(page);
		await page.getByRole("tab", { name: "Claims", exact: true }).focus();
		await page.keyboard.press("ArrowRight");
		await page.locator(".rivals").waitFor();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Conflicts");
		await page.keyboard.press("ArrowLeft");
		await page.locator(".claim h3 button").first().focus();
		await page.keyboard.press("Enter");
		await page.locator(".inspector").getByText("Who says so").waitFor();
		await page.keyboard.press("Escape");
		await page.locator(".inspector").waitFor({ state: "detached" });
		await closePage(page);
	});
});

describe("searching the claims", () => {
	it("announces how many are found, and the address brings the same list back", async () => {
		const page = await openPage("evidence");
		await checked(page);
		const all = await found(page);
		await page.getByRole("searchbox", { name: "Search the claims" }).fill("thaad");
		await page.getByRole("checkbox", { name: /^Munitions/ }).check();
		await page.waitForURL(/find=thaad.*facets=|facets=.*find=thaad/);
		const some = await found(page);
		expect(some).not.toBe(all);
		expect(some).toMatch(/^\d+ claims? of/);
		const printed = await page.locator(".claim-printed").allTextContents();

		const second = await openPage(page.url());
		await checked(second);
		expect(await found(second)).toBe(some);
		expect(await second.locator(".claim-printed").allTextContents()).toEqual(printed);
		expect(await second.getByRole("checkbox", { name: /^Munitions/ }).isChecked()).toBe(true);
		await second.getByRole("button", { name: "Clear all choices" }).click();
		await second.waitForFunction(() => !location.search.includes("thaad"));
		await closePage(second);
		await closePage(page);
	});

	it("keeps up with typing: the page answers every key", async () => {
		const page = await openPage("evidence");
		await checked(page);
		const box = page.getByRole("searchbox", { name: "Search the claims" });
		await box.focus();
		const times: number[] = [];
		for (const key of "output of") {
			times.push(
				await page.evaluate(async (letter) => {
					const input = document.activeElement as HTMLInputElement;
					const start = performance.now();
					const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
					set?.call(input, input.value + letter);
					input.dispatchEvent(new Event("input", { bubbles: true }));
					await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
					return performance.now() - start;
				}, key),
			);
		}
		times.sort((a, b) => a - b);
		expect(times[Math.floor(times.length / 2)], `ms per key: ${times}`).toBeLessThan(100);
		await closePage(page);
	});

	it("downloads the claims that are shown, all of them", async () => {
		const page = await openPage("evidence?find=thaad");
		await checked(page);
		const shown = Number((await found(page))?.match(/^\d+/)?.[0]);
		const [file] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("button", { name: "CSV" }).click(),
		]);
		const text = await readFile(await file.path(), "utf8");
		const lines = text
			.replace(/"[^"]*"/g, "")
			.trimEnd()
			.split("\n");
		expect(lines.length - 1).toBe(shown);
		await closePage(page);
	});
});

describe("rival figures", () => {
	it("are drawn and listed alike, and the address names the quantity", async () => {
		const page = await openPage("evidence?show=conflicts");
		await checked(page);
		await page.locator(".dispute-choice").nth(3).click();
		await page.waitForURL(/quantity=/);
		const title = await answer(page);
		const rows = await page.locator(".dispute tbody tr").count();
		expect(await page.locator(".rivals .rival").count()).toBe(rows);
		const second = await openPage(page.url());
		await checked(second);
		expect(await answer(second)).toBe(title);
		await closePage(second);
		await closePage(page);
	});

	it("are downloaded as the picture that is seen", async () => {
		const page = await openPage("evidence?show=conflicts");
		await checked(page);
		await page.getByRole("button", { name: "Download" }).click();
		const [file] = await Promise.all([
			page.waitForEvent("download"),
			page.getByRole("menuitem", { name: "Picture, SVG" }).click(),
		]);
		const svg = await readFile(await file.path(), "utf8");
		expect(svg).toMatch(/^<svg/);
		expect(svg).not.toMatch(/var\(--|color\(|color-mix/);
		for (const label of await page.locator(".rival-value").allTextContents())
			expect(svg).toContain(label);
		await closePage(page);
	});

	it("lead from the number that the model uses to its claims and back", async () => {
		const page = await openPage("evidence?show=conflicts");
		await checked(page);
		await page.locator(".number-opens").click();
		const card = page.locator(".inspector");
		await card.getByRole("heading", { name: "From the claims to the number" }).waitFor();
		await card.locator(".sketch").waitFor();
		await card.locator(".origin button").first().click();
		await card.getByRole("heading", { name: "Who says so" }).waitFor();
		await card.getByRole("link", { name: "See the rival figures on one axis" }).click();
		await page.locator(".rivals").waitFor();
		await closePage(page);
	});
});

describe("the audit of a source", () => {
	it("opens on the source with most figures that fail, every figure with its verdict", async () => {
		const page = await openPage("evidence?show=audit");
		await checked(page);
		const numbers = await page.locator(".numbers .number").allTextContents();
		const [figures, wrong] = numbers.map((text) => Number(text.replace(/\D/g, "")));
		expect(wrong).toBeGreaterThan(0);
		expect(await page.locator(".strip-figure").count()).toBe(figures);
		await page.getByRole("button", { name: /Arithmetic error/ }).click();
		await page.waitForURL(/facets=/);
		expect(await page.locator(".figures .figure").count()).toBe(wrong);
		const first = page.locator(".figures .figure").first();
		expect(await first.locator(".recomputed-numbers").textContent()).toMatch(
			/Printed.*Works out as.*Factor/,
		);
		await closePage(page);
	});

	it("takes another source from the list", async () => {
		const page = await openPage("evidence?show=audit");
		await checked(page);
		const before = await answer(page);
		const box = page.getByRole("combobox", { name: "Source" });
		await box.click();
		await box.fill("usgs");
		await page.getByRole("listbox").getByRole("option").first().click();
		await page.waitForURL(/source=/);
		await page.waitForFunction(
			(text) => document.querySelector("h1")?.textContent !== text,
			before,
		);
		await closePage(page);
	});
});

describe("text of strangers", () => {
	it("stays text: in a claim, its notes, its subject, its source and its address", async () => {
		const hostile = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
		const context = await newContext();
		await context.route("**/data/baseline.json", async (route) => {
			const response = await route.fetch();
			const pkg = await response.json();
			const set = (table: string, row: number, column: string, value: string) => {
				const { columns, rows } = pkg.tables[table];
				rows[row][columns.indexOf(column)] = value;
			};
			const { columns, rows } = pkg.tables.claims;
			const at = (name: string) => columns.indexOf(name);
			const row = rows.findIndex(
				(cells: unknown[]) => cells[at("form")] === "exact" && cells[at("revises_id")] === null,
			);
			set("claims", row, "printed", hostile);
			set("claims", row, "note", hostile);
			set("claims", row, "qualifier", hostile);
			set("claims", row, "place", hostile);
			const id = (table: string, name: string) =>
				pkg.tables[table].rows.findIndex(
					(cells: unknown[]) => cells[pkg.tables[table].columns.indexOf("id")] === name,
				);
			const source = id("sources", rows[row][at("source_ids")][0]);
			set("sources", source, "title", hostile);
			set("sources", source, "publisher", hostile);
			set("sources", source, "url", "javascript:window.hurt=1");
			set("subjects", id("subjects", rows[row][at("subject_id")]), "name", hostile);
			await route.fulfill({ response, json: pkg });
		});
		const page = await context.newPage();
		await page.goto(new URL("evidence?find=onerror", inject("url")).href);
		await checked(page);
		expect(await page.locator(".claim-printed").first().textContent()).toContain("<img src=x");
		await page.locator(".claim h3 button").first().click();
		await page.locator(".inspector").getByText("Who says so").waitFor();
		await page.locator(".inspector a").last().click();
		await page.locator(".figures .figure").first().waitFor();
		await checked(page);
		expect(await page.locator("main img, .inspector img, main script").count()).toBe(0);
		const links = await page
			.locator("main a[href], .inspector a[href]")
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
		expect(links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
		expect(await page.evaluate(() => "hurt" in window)).toBe(false);
		await context.close();
	});
});

describe("where something is missing", () => {
	it("a package without claims says so, and the page stands", async () => {
		const context = await newContext();
		await context.route("**/data/baseline.json", async (route) => {
			const response = await route.fetch();
			const pkg = await response.json();
			for (const table of ["claims", "parameters"]) pkg.tables[table].rows = [];
			await route.fulfill({ response, json: pkg });
		});
		const page = await context.newPage();
		await page.goto(new URL("evidence", inject("url")).href);
		await page.getByText("holds no claims").waitFor();
		for (const name of ["Conflicts", "Audit"]) {
			await page.getByRole("tab", { name }).click();
			await page.locator("h1", { hasText: /^0 / }).waitFor();
		}
		await context.close();
	});

	it("a number that the package does not have is not found, with what is nearest", async () => {
		const page = await openPage(
			"evidence?inspect=number:capacities/us_mountain_pass_sep_sep|2024-01-02/nameplate_t_per_year",
		);
		await page.locator(".inspector").getByText("Not found").waitFor();
		await page
			.locator(".inspector")
			.getByText(/nearest/)
			.waitFor();
		await closePage(page);
	});

	it("words that nothing matches lead on, not to a blank", async () => {
		const page = await openPage("evidence");
		await checked(page);
		await page.getByRole("searchbox", { name: "Search the claims" }).fill("zzzz qqqq");
		await page.getByText("No claim matches").waitFor();
		expect(await answer(page)).toMatch(/^0 of/);
		await closePage(page);
	});
});
