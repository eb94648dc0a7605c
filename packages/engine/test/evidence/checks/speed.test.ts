import { expect, test } from "vitest";
import { conflicts, findings, verdicts } from "../../../src/evidence/checks/index.ts";
import type { ClaimRow } from "../../../src/evidence/types.ts";
import { ledgerOf, said } from "./made-up.ts";

test("2,000 claims are checked in well under a second, ten times as many in no more than in proportion", () => {
	checked(500);
	const one = checked(2_000);
	const ten = checked(20_000);
	expect(one.milliseconds).toBeLessThan(1_000);
	expect(ten.milliseconds).toBeLessThan(Math.max(1_000, 40 * one.milliseconds));
	expect(ten.found).toBeGreaterThan(9 * one.found);
});

test("20,000 claims about one quantity do not take the square of it", () => {
	const start = performance.now();
	const claims = Array.from({ length: 20_000 }, (_, i) =>
		said(`c${i}`, ["aus", "output", "t_per_year"], 1_000 + i, { source_ids: [`s${i}`] }),
	);
	const ledger = ledgerOf(...claims);
	findings(ledger);
	conflicts(ledger);
	expect(performance.now() - start).toBeLessThan(20_000);
});

/** Years of two countries and their world by rival sources, a share of each worked out. */
function checked(size: number): { milliseconds: number; found: number } {
	const claims: ClaimRow[] = [];
	const source = (n: number) => ({ source_ids: [`origin_${n % 7}`] });
	for (let i = 0; claims.length < size; i++) {
		const year = { as_of: `${1900 + (i % 250)}`, basis_id: `basis_${Math.floor(i / 250)}` };
		const spread = 1 + (i % 5) / 10;
		claims.push(
			said(`w${i}`, ["world", "output", "t_per_year"], 39_000, { ...year, ...source(i) }),
			said(`a${i}`, ["aus", "output", "t_per_year"], 27_000, { ...year, ...source(i) }),
			said(`b${i}`, ["aus", "output", "t_per_year"], 27_000 * spread, {
				...year,
				...source(i + 1),
			}),
			said(`s${i}`, ["aus", "share_of_world", "percent"], 69, {
				...year,
				...source(i + 2),
				formula: i % 2 === 0 ? `a${i} / w${i}` : null,
			}),
		);
	}
	const ledger = ledgerOf(...claims);
	const start = performance.now();
	verdicts(ledger);
	const found = findings(ledger).length;
	conflicts(ledger);
	return { milliseconds: performance.now() - start, found };
}
