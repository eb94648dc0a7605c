/**
 * One article of 175 figures (Richard (Rick) Mills, Ahead of the Herd, 6 March 2026), among all the
 * claims of the baseline. `../article/truth.csv` says which of its figures are wrong or disputed, found
 * by hand; the rules know neither that file nor any claim.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditSource, findings, verdicts } from "../../../src/evidence/checks/index.ts";
import { openLedger } from "../../../src/evidence/ledger.ts";
import type { EvidenceFinding } from "../../../src/evidence/types.ts";
import { BASELINE, gridOf, readFolder } from "../../dataset/packages.ts";
import { loaded } from "../package.ts";

const ledger = openLedger(loaded(readFolder(BASELINE)));
const [, ...rows] = gridOf(readFolder(join(import.meta.dirname, "../article")), "truth");
const truth = new Map(rows.map(([claim = "", kind, reason]) => [claim, { kind, reason }]));
const article = ledger.claims.filter(({ id }) => /^aoth_\d{3}$/.test(id));
const all = findings(ledger);

function findingOn(claim: string, kind: EvidenceFinding["kind"]): EvidenceFinding {
	const found = all.find((finding) => finding.kind === kind && finding.claims.includes(claim));
	if (found === undefined) throw new Error(`nothing of kind “${kind}” about ${claim}`);
	return found;
}

test("the truth is about figures of the article, each with a reason", () => {
	expect(article).toHaveLength(175);
	const ids = new Set(article.map(({ id }) => id));
	for (const [claim, { kind, reason }] of truth) {
		expect(ids.has(claim), claim).toBe(true);
		expect(["error", "contradiction", "doubt"]).toContain(kind);
		expect(reason?.length, claim).toBeGreaterThan(10);
	}
});

describe("found without a rule for any row", () => {
	test("1,000 t of 300,000 t printed as 0.003 %", () => {
		const finding = findingOn("aoth_153", "arithmetic error");
		expect(finding.factor).toBe(100);
		expect(finding.sentence).toContain("a fraction printed as a percentage");
		expect(finding.sentence).toContain("0.3333 %");
	});

	test("80 rounds do not fit the share of 25 % that 150 rounds fit", () => {
		const finding = findingOn("aoth_078", "contradiction within");
		expect(finding.against).toEqual(expect.arrayContaining(["aoth_076", "aoth_077", "aoth_081"]));
		expect(finding.sentence).toContain("It would imply 320 in all");
	});

	test("33 % and 17 % are gross, not net of the production printed beside them", () => {
		const sm3 = findingOn("aoth_045", "other reading");
		expect(sm3.against).toEqual(expect.arrayContaining(["aoth_037", "aoth_042"]));
		expect(sm3.sentence).toContain("14.94 %");
		const sm6 = findingOn("aoth_046", "other reading");
		expect(sm6.against).toEqual(expect.arrayContaining(["aoth_038", "aoth_041"]));
		expect(sm6.sentence).toContain("5.646 %");
		expect(() => findingOn("aoth_044", "other reading")).toThrow();
	});

	test("44 % against every other share of mining, and against the tonnages", () => {
		const about = all.filter(
			({ kind, claims }) => kind === "contradiction between" && claims.includes("aoth_116"),
		);
		const against = new Set(about.flatMap((finding) => finding.against));
		const china = ledger
			.find({ subject: "chn", attribute: "share_of_world_output", basis: "reo", scope: null })
			.filter(
				(claim) =>
					claim.id !== "aoth_116" &&
					ledger.counts(claim) &&
					!["lead", "unverified", "recalled"].includes(claim.confidence) &&
					["2024", "2025"].includes((claim.as_of ?? "").slice(0, 4)),
			);
		expect(china.length).toBeGreaterThan(1);
		expect([...against]).toEqual(expect.arrayContaining(china.map(({ id }) => id)));
		expect(about.some(({ sentence }) => sentence.includes("69.23 %"))).toBe(true);
	});

	test("a market larger than the market it is part of, now and in the forecast", () => {
		expect(findingOn("aoth_128", "part exceeds whole").against).toEqual(["aoth_126"]);
		expect(findingOn("aoth_129", "part exceeds whole").against).toEqual(["aoth_127", "aoth_126"]);
	});

	test("a destroyer's and a submarine's tonnage, exchanged", () => {
		expect(findingOn("aoth_143", "swapped").claims.toSorted()).toEqual(["aoth_143", "aoth_144"]);
	});

	test("a total smaller than what is made of one of its parts", () => {
		expect(findingOn("aoth_016", "part exceeds whole").against).toContain("aoth_066");
	});
});

test("fewer than 5 % of the other figures are accused", () => {
	const accused = new Set(all.flatMap(({ claims }) => claims));
	const others = article.filter(({ id }) => !truth.has(id));
	const falseAlarms = others
		.filter(({ id }) => accused.has(id))
		.map(({ id }) => all.find(({ claims }) => claims.includes(id))?.sentence ?? id);
	expect(others.length).toBeGreaterThan(100);
	expect(falseAlarms.length / others.length, falseAlarms.join("\n")).toBeLessThan(0.05);
	// Listed, so that a new one is seen even below the limit.
	expect(falseAlarms).toEqual([]);
});

test("of the known errors and contradictions, those that figures can show are found", () => {
	const accused = new Set(all.flatMap(({ claims, against }) => [...claims, ...against]));
	const missed = [...truth]
		.filter(([claim, { kind }]) => kind !== "doubt" && !accused.has(claim))
		.map(([claim]) => claim);
	// In order: a duration known only from memory; two shares of different windows; two bounds that
	// can both hold; a misattribution; a capacity without a date against one of 2027; 2 % as "less
	// than 2 %", which the printed digits allow.
	expect(missed).toEqual([
		"aoth_021",
		"aoth_063",
		"aoth_071",
		"aoth_112",
		"aoth_119",
		"aoth_123",
		"aoth_157",
		"aoth_171",
		"aoth_172",
	]);
});

test("the audit of the article has every figure once, with verdict and findings", () => {
	const source = ledger.outlet(ledger.claim("aoth_153"));
	const audit = auditSource(ledger, source);
	expect(audit.claims.map(({ claim }) => claim)).toEqual(article.map(({ id }) => id));
	const { counts } = audit;
	expect(counts["arithmetic error"]).toBe(1);
	expect(counts.consistent + counts["arithmetic error"] + counts["cannot check"]).toBe(175);
	const share = audit.claims.find(({ claim }) => claim === "aoth_153");
	expect(share?.verdict.verdict).toBe("arithmetic error");
	expect(share?.findings.map((index) => audit.findings[index]?.kind)).toContain("arithmetic error");
	expect(() => auditSource(ledger, "nobody")).toThrow(RangeError);
});

test("figures that are consistent by hand are not called errors", () => {
	const consistent = ["029", "080", "158", "062", "097"].map((n) => `aoth_${n}`);
	const found = verdicts(ledger).filter(({ claim }) => consistent.includes(claim));
	expect(found.map(({ verdict }) => verdict)).toEqual(consistent.map(() => "consistent"));
});
