import { expect, test } from "vitest";
import { openBook, referenceScenario, type SCOPES, scopeTest } from "../../src/chain/index.ts";
import { loadFolder } from "./load.ts";

test("defence and commercial demand together are the whole of it, without overlap", () => {
	const pkg = loadFolder("data/baseline");
	const book = openBook(pkg);
	const scenario = { ...referenceScenario(pkg, 2025), homeRegion: "USA" };
	const tonnes = (scope: (typeof SCOPES)[number]) => {
		const inScope = scopeTest(book, scenario, scope);
		return pkg.tables.demand
			.filter((row) => row.year === 2025 && (row.case === "base" || row.case === "middle"))
			.filter((row) => inScope({ region: row.region_id, sector: row.sector_id }))
			.reduce((sum, row) => sum + row.quantity_t, 0);
	};
	for (const whose of ["home", "allied"] as const) {
		expect(tonnes(`${whose} defence`)).toBeGreaterThan(0);
		expect(tonnes(`${whose} defence`) + tonnes(`${whose} commercial`)).toBeCloseTo(
			tonnes(whose),
			6,
		);
	}
	expect(tonnes("home")).toBeLessThan(tonnes("allied"));
	expect(tonnes("allied")).toBeLessThan(tonnes("all"));
});
