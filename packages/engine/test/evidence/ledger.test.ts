import { describe, expect, test } from "vitest";
import { openLedger, quantityKey } from "../../src/evidence/index.ts";
import type { ClaimRow } from "../../src/evidence/types.ts";
import { claim, packageOf, small, withTables } from "./package.ts";

const ids = (rows: readonly ClaimRow[]) => rows.map(({ id }) => id);

describe("the ledger of the small package", () => {
	const ledger = openLedger(small);

	test("finds claims by subject, attribute, basis, scope and source", () => {
		expect(ids(ledger.find({ subject: "aus", attribute: "output", basis: "reo" }))).toEqual([
			"aus_output_new",
			"aus_output_old",
			"aus_output_paper",
			"aus_output_study",
		]);
		expect(ledger.find({ subject: "aus", attribute: "output", basis: null })).toEqual([]);
		expect(ledger.find({ scope: null })).toHaveLength(small.tables.claims.length);
		expect(ids(ledger.ofSource("small_study"))).toEqual([
			"aus_output_paper",
			"aus_output_study",
			"pit_nameplate",
		]);
	});

	test("keeps every claim under its quantity", () => {
		const all = [...ledger.quantities.values()].flat();
		expect(ids(all).sort()).toEqual(ids(small.tables.claims).sort());
		const undated = openLedger(packageOf([claim("x", { as_of: null })]));
		expect([...undated.quantities.keys()]).toEqual(["aus|output|reo||"]);
		expect(quantityKey(ledger.claim("world_output_2024"))).toBe("world|output|reo||2024");
		expect(quantityKey(claim("x", { as_of: "2023", as_of_end: "2025" }))).toBe(
			"aus|output|reo||2023/2025",
		);
		expect(quantityKey(claim("x", { scope_id: "pit" }))).toBe("aus|output|reo|pit|2025");
	});

	test("knows which edition is current and what counts", () => {
		expect(ledger.isCurrent(ledger.claim("aus_output_old"))).toBe(false);
		expect(ledger.revisedBy("aus_output_old")?.id).toBe("aus_output_new");
		expect(ids(ledger.claims.filter((row) => !ledger.counts(row)))).toEqual(["aus_output_old"]);
	});

	test("tells outlet and origin apart", () => {
		const paper = ledger.claim("aus_output_paper");
		expect([ledger.outlet(paper), ledger.origin(paper)]).toEqual(["small_paper", "small_study"]);
	});

	test("answers an unknown claim with the nearest", () => {
		expect(() => ledger.claim("aus_output_nwe")).toThrow("nearest is `aus_output_new`");
	});

	test("is opened once for a package", () => {
		expect(openLedger(small)).toBe(ledger);
		expect(openLedger(withTables(small, {}))).not.toBe(ledger);
	});
});

describe("editions", () => {
	const chain = [
		claim("third", { revises_id: "second", value: 7900 }),
		claim("first", { value: 7000 }),
		claim("second", { revises_id: "first", value: 7500 }),
	];

	test("are a chain from the first to the latest, from wherever one asks", () => {
		const ledger = openLedger(packageOf(chain));
		for (const { id } of chain)
			expect(ids(ledger.editions(id))).toEqual(["first", "second", "third"]);
		expect(ids(ledger.claims.filter(ledger.isCurrent))).toEqual(["third"]);
	});

	test("of two that replace one the last published is the edition", () => {
		const rival = claim("rival", { revises_id: "second", published: "2026-05", value: 7800 });
		const ledger = openLedger(packageOf([...chain, rival]));
		expect(ledger.revisedBy("second")?.id).toBe("rival");
	});

	test("excluded or implied ones replace nothing", () => {
		const change = [{ standing: "excluded" }, { derivation: "implied" }] as const;
		for (const not of change) {
			const last = claim("third", { revises_id: "second", ...not });
			const ledger = openLedger(packageOf([...chain.slice(1), last]));
			expect(ledger.isCurrent(ledger.claim("second"))).toBe(true);
		}
	});
});

test("two links of one publisher are told apart in words", () => {
	const ledger = openLedger(
		packageOf([claim("x", { source_ids: ["survey_2026", "survey_2025"] })]),
	);
	expect(ledger.attribution(ledger.claim("x"))).toBe(
		"Survey Office (survey_2026), quoting Survey Office (survey_2025)",
	);
});

test("a claim is published when it says so, else with its outlet", () => {
	const own = claim("own", { published: "2025-12", source_ids: ["paper_a"] });
	const outlet = claim("outlet", { source_ids: ["paper_a", "study_b"] });
	const ledger = openLedger(packageOf([own, outlet]));
	expect([own, outlet].map(ledger.published)).toEqual(["2025-12", "2025-08"]);
});
