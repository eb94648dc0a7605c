import { expect, test } from "vitest";
import { conflicts, findings, verdicts } from "../../../src/evidence/checks/index.ts";
import type { ClaimRow } from "../../../src/evidence/types.ts";
import { ledgerOf, said } from "./made-up.ts";

test("2,000 claims are checked in well under a second, ten times as many far below the square of that", () => {
	// Processor time, the best of several: other work on the machine is not what is measured.
	const ones = Array.from({ length: 5 }, () => checked(2_000));
	const one = ones.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
	const ten = checked(20_000);
	expect(one.milliseconds).toBeLessThan(1_000);
	expect(ten.milliseconds).toBeLessThan(Math.max(1_000, 60 * one.milliseconds));
	expect(ten.found).toBeGreaterThan(9 * one.found);
});

test("20,000 claims about one quantity do not take the square of it", () => {
	const start = process.cpuUsage();
	const claims = Array.from({ length: 20_000 }, (_, i) =>
		said(`c${i}`, ["aus", "output", "t_per_year"], 1_000 + i, { source_ids: [`s${i}`] }),
	);
	const ledger = ledgerOf(...claims);
	findings(ledger);
	conflicts(ledger);
	expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000);
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
	const start = process.cpuUsage();
	verdicts(ledger);
	const found = findings(ledger).length;
	conflicts(ledger);
	return { milliseconds: process.cpuUsage(start).user / 1000, found };
}
