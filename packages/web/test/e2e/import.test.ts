import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { closeBrowser, closePage, openPage, settled } from "./page.ts";

afterAll(closeBrowser);

const CLAIMS = new URL("../../../../data/baseline/claims.csv", import.meta.url);
const [HEADER = ""] = readFileSync(CLAIMS, "utf8").split("\n");
const SOURCE = "s_pubs_usgs_gov_ddf61d";

/** A file with one claim on what Australia mined in 2024. */
function file(cells: Readonly<Record<string, string>>): Buffer {
	const row: Readonly<Record<string, string>> = {
		id: "a_later_edition",
		subject_id: "aus",
		attribute_id: "output",
		basis_id: "reo",
		as_of: "2024",
		form: "exact",
		value: "33000",
		unit_id: "t_per_year",
		printed: "33 000",
		revises_id: "usgs26_mine_aus_2024",
		derivation: "printed",
		standing: "counts",
		source_ids: SOURCE,
		confidence: "high",
		...cells,
	};
	const names = HEADER.split(",");
	return Buffer.from(`${HEADER}\n${names.map((name) => row[name] ?? "").join(",")}\n`);
}

async function review(page: Page, buffer: Buffer): Promise<void> {
	const name = "claims.csv";
	await page
		.locator("input[type=file]")
		.first()
		.setInputFiles({ name, mimeType: "text/csv", buffer });
	await page.getByRole("button", { name: "Review", exact: true }).click();
}

const answer = (page: Page) => page.locator("h1").textContent();

describe("new claims", () => {
	it("are refused whole when one cell could run, and the cell is shown and not run", async () => {
		const page = await openPage("evidence?show=add");
		const dialogs: string[] = [];
		page.on("dialog", (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		await review(page, file({ printed: "<img src=x onerror=alert(1)>" }));
		await page.getByText("Refused: 1 problem").waitFor();
		expect(await page.getByRole("alert").textContent()).toContain("<img src=x onerror=alert(1)>");
		expect(await page.locator("main img").count()).toBe(0);
		expect(dialogs).toEqual([]);
		await closePage(page);
	});

	it("show what they change, count once accepted, and can be taken out again", async () => {
		const page = await openPage("evidence?show=add");
		await review(page, file({}));
		const changes = page.getByRole("region", { name: "Numbers of the model that change" }).first();
		await changes.waitFor();
		await settled(page);
		expect(await answer(page)).toMatch(/^1 new claim; \d+ numbers of the model change/);
		expect(await changes.textContent()).toMatch(/33.000/);
		await page.getByRole("button", { name: /^Use this claim/ }).click();
		await page.getByText("1 claim of your own").waitFor();
		await page.goto(new URL("evidence?show=&find=a_later_edition", page.url()).href);
		await page.locator(".claims-list .claim").first().waitFor();
		expect(await page.locator(".claims-list").textContent()).toMatch(/33.000/);
		await page.goto(new URL("evidence?show=add", page.url()).href);
		await page.getByRole("button", { name: "Back to the shipped package" }).click();
		await page.getByText("New claims show what they would change").waitFor();
		await page.getByText("of your own").waitFor({ state: "detached" });
		await closePage(page);
	});

	it("can be written by hand, at phone width too, with nothing axe calls serious", async () => {
		const page = await openPage("evidence?show=add");
		await page.setViewportSize({ width: 390, height: 844 });
		await page.getByText("One claim by hand").click();
		await page.getByLabel("Printed", { exact: false }).first().fill("33 000");
		await page.getByRole("button", { name: "Review", exact: true }).click();
		await page.getByText(/^Refused: \d+ problems/).waitFor();
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(over).toBeLessThanOrEqual(0);
		const { violations } = await new AxeBuilder({ page }).include("main").analyze();
		const serious = violations
			.filter(({ impact }) => impact === "serious" || impact === "critical")
			.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
		expect(serious).toEqual([]);
		await closePage(page);
	});
});

describe("what to chase next", () => {
	it("is ranked on demand, appears as it comes, and can be stopped", async () => {
		const page = await openPage("evidence?show=chase&sweep=20");
		await page.setViewportSize({ width: 390, height: 844 });
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(over).toBeLessThanOrEqual(0);
		await page.setViewportSize({ width: 1440, height: 900 });
		const sweep = page.getByRole("button", { name: /^Sweep/ });
		await page.locator("button:enabled", { hasText: "Sweep" }).waitFor();
		await sweep.click();
		await page.getByRole("button", { name: "Cancel" }).click();
		await page.getByRole("button", { name: "Cancel" }).waitFor({ state: "detached" });
		await page.locator("button:enabled", { hasText: "Sweep" }).click();
		await page.locator("h1", { hasText: /^Chase “/ }).waitFor({ timeout: 120_000 });
		await page
			.getByRole("button", { name: "Cancel" })
			.waitFor({ state: "detached", timeout: 120_000 });
		expect(await answer(page)).toMatch(/^Chase “.+” first: over its range .+ moves by about/);
		const rows = page
			.getByRole("region", { name: "What to chase next" })
			.first()
			.locator("tbody tr");
		expect(await rows.count()).toBe(20);
		await rows.first().locator("button").first().click();
		await page.getByRole("complementary", { name: "Inspector" }).waitFor();
		await closePage(page);
	}, 300_000);
});
