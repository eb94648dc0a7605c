import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figure, figuresOf, subjectKey } from "../../../src/evidence/checks/figures.ts";
import { auditSource, conflicts, findings, verdicts } from "../../../src/evidence/checks/index.ts";
import type { ClaimRow } from "../../../src/evidence/types.ts";
import { ledgerOf, said } from "./made-up.ts";

const TOPICS = [
	["aus", "output", "t_per_year"],
	["bra", "output", "kt_per_year"],
	["world", "output", "t_per_year"],
	["aus", "share_of_world", "percent"],
	["dart", "expended", "one"],
	["dart", "produced", "one"],
	["dart", "stock", "one"],
	["dart", "decrease", "percent"],
	["dart", "used_share", "percent"],
	["frigate", "content", "t_per_unit"],
	["boat", "content", "lb"],
] as const;
const FORMS = ["exact", "about", "at_least", "more_than", "at_most", "less_than"] as const;
const DATES = [null, "2025", "2025-06", "2025-06-13", "2024"] as const;

/** Figures from zero and below to the very large, in any form, of few sources and dates. */
const ledgers = fc
	.array(
		fc.record({
			topic: fc.constantFrom(...TOPICS),
			value: fc.oneof(
				fc.constantFrom(0, -5, 1e-9, 1e15, 33, 100),
				fc.double({ min: -1e6, max: 1e9, noNaN: true }),
			),
			form: fc.constantFrom(...FORMS, "range" as const, "token" as const),
			as_of: fc.constantFrom(...DATES),
			outlet: fc.constantFrom("paper_a", "paper_b", "study_a"),
			origin: fc.constantFrom("paper_a", "survey_2025", "survey_2026"),
			confidence: fc.constantFrom("high" as const, "low" as const, "lead" as const),
			formula: fc.constantFrom(null, null, "c0 / c1", "c0 - c1", "(c0 + c1) ^ 2", "c0 +", "x"),
		}),
		{ minLength: 2, maxLength: 25 },
	)
	.map((rows) =>
		rows.map(({ topic, value, form, as_of, outlet, origin, confidence, formula }, i): ClaimRow => {
			const chain = outlet === origin ? [outlet] : [outlet, origin];
			const change = { as_of, confidence, formula, source_ids: chain };
			if (form === "range")
				return said(`c${i}`, topic, 0, {
					...change,
					form,
					value: null,
					low: value,
					high: value + Math.abs(value),
				});
			if (form === "token")
				return said(`c${i}`, topic, 0, { ...change, form, value: null, token: "NA" });
			return said(`c${i}`, topic, value, { ...change, form });
		}),
	);

test("whatever is printed, every claim has a verdict, and every finding names claims and a number or none", () => {
	fc.assert(
		fc.property(ledgers, (claims) => {
			const ledger = ledgerOf(...claims);
			const ids = new Set(claims.map(({ id }) => id));
			expect(verdicts(ledger).map(({ claim }) => claim)).toEqual([...ids].toSorted());
			for (const { claims: doubted, against, factor, sentence, source } of findings(ledger)) {
				expect(doubted.length).toBeGreaterThan(0);
				for (const id of [...doubted, ...against]) expect(ids.has(id)).toBe(true);
				if (factor !== null) expect(factor).toBeGreaterThanOrEqual(1);
				expect(Number.isFinite(factor ?? 1)).toBe(true);
				expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
				expect(auditSource(ledger, source).findings.length).toBeGreaterThan(0);
			}
			for (const { values, spread, figures, sentence } of conflicts(ledger)) {
				expect(values.length).toBeGreaterThan(1);
				if (spread !== null) expect(spread).toBeGreaterThan(1);
				expect(figures).toBeGreaterThanOrEqual(0);
				expect(sentence).not.toMatch(/NaN|undefined/);
			}
		}),
		{ numRuns: 300 },
	);
});

test("no disagreement between sources is told twice, and no origin testifies twice alike", () => {
	fc.assert(
		fc.property(ledgers, (claims) => {
			const ledger = ledgerOf(...claims);
			const told = new Set<string>();
			const between = findings(ledger).filter(
				({ kind, claims }) =>
					kind === "contradiction between" || (kind === "broken bound" && claims.length === 1),
			);
			for (const { claims: doubted, against } of between) {
				expect(new Set([...doubted, ...against]).size).toBe(doubted.length + against.length);
				for (const one of doubted)
					for (const other of against) {
						const pair = [one, other].toSorted().join(" ");
						expect(told.has(pair), pair).toBe(false);
						told.add(pair);
					}
				const voices = against.map((id) => {
					const { claim, face, bound, days } = figuresOf(ledger).of(ledger.claim(id)) as Figure;
					return [ledger.origin(claim), subjectKey(claim), face, bound, days?.first, days?.last];
				});
				expect(new Set(voices.map(String)).size).toBe(voices.length);
			}
		}),
		{ numRuns: 300 },
	);
});

test("nothing depends on the order of the rows", () => {
	fc.assert(
		fc.property(ledgers, (claims) => {
			const forwards = ledgerOf(...claims);
			const backwards = ledgerOf(...claims.toReversed());
			expect(verdicts(backwards)).toEqual(verdicts(forwards));
			expect(findings(backwards)).toEqual(findings(forwards));
			expect(conflicts(backwards)).toEqual(conflicts(forwards));
		}),
	);
});

test("an echo of a figure accuses nobody new", () => {
	fc.assert(
		fc.property(ledgers, fc.nat(), (claims, at) => {
			const original = claims[at % claims.length] as ClaimRow;
			const echo = {
				...original,
				id: "echo",
				confidence: "low" as const,
				formula: null,
				source_ids: ["study_c", ...original.source_ids],
			};
			fc.pre(original.confidence !== "lead");
			const accused = (rows: readonly ClaimRow[]) =>
				findings(ledgerOf(...rows))
					.filter(({ kind }) => kind === "contradiction between" || kind === "broken bound")
					.flatMap((finding) => finding.claims)
					.filter((id) => id !== "echo");
			const before = new Set(accused(claims));
			for (const id of accused([...claims, echo])) {
				// The echo is another outlet: what one outlet contradicts itself in, two now do.
				const own = claims.find((claim) => claim.id === id);
				if (own?.source_ids[0] === original.source_ids[0]) continue;
				expect(before.has(id), id).toBe(true);
			}
		}),
	);
});
