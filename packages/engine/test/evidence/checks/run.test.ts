import { describe, expect, test } from "vitest";
import { arithmeticErrors } from "../../../src/evidence/checks/arithmetic-errors.ts";
import { contradictions } from "../../../src/evidence/checks/contradictions.ts";
import { fittingCount } from "../../../src/evidence/checks/fitting-count.ts";
import { auditSource, conflicts, findings, verdicts } from "../../../src/evidence/checks/index.ts";
import { otherReading } from "../../../src/evidence/checks/other-reading.ts";
import { outliers } from "../../../src/evidence/checks/outliers.ts";
import { partExceedsWhole } from "../../../src/evidence/checks/part-exceeds-whole.ts";
import { recomputedByOthers } from "../../../src/evidence/checks/recomputed-by-others.ts";
import { rivalValues } from "../../../src/evidence/checks/rival-values.ts";
import { swapped } from "../../../src/evidence/checks/swapped.ts";
import type { Ledger } from "../../../src/evidence/ledger.ts";
import { openLedger } from "../../../src/evidence/ledger.ts";
import { BASELINE, readFolder } from "../../dataset/packages.ts";
import { loaded } from "../package.ts";

const baseline = loaded(readFolder(BASELINE));
const whole = openLedger(baseline);
const source = whole.outlet(whole.claim("aoth_153"));

/** The baseline as a ledger of its own, so that nothing is known of it yet. */
function fresh(): Ledger {
	return openLedger({ ...baseline });
}

type Run = NonNullable<Parameters<typeof verdicts>[1]>;
const QUESTIONS: readonly [string, (ledger: Ledger, run?: Run) => unknown][] = [
	["verdicts", verdicts],
	["findings", findings],
	["conflicts", conflicts],
	["auditSource", (ledger, run) => auditSource(ledger, source, run)],
];

describe.each(QUESTIONS)("%s", (_name, ask) => {
	test("stops at once where it is stopped before it begins", () => {
		const cancel = new AbortController();
		cancel.abort();
		expect(() => ask(fresh(), { signal: cancel.signal })).toThrow(
			expect.objectContaining({ name: "AbortError" }),
		);
	});

	test("stops on the way, soon, and forgets what it had begun", () => {
		const ledger = fresh();
		const cancel = new AbortController();
		let after = 0;
		const run: Run = {
			signal: cancel.signal,
			onProgress: () => {
				if (cancel.signal.aborted) after++;
				cancel.abort();
			},
		};
		expect(() => ask(ledger, run)).toThrow(expect.objectContaining({ name: "AbortError" }));
		expect(after).toBe(0);
		expect(ask(ledger)).toEqual(ask(whole));
	});

	test("says how far it is, forwards, in few messages, and answers the same", () => {
		const said: { task: string; done: number; total: number }[] = [];
		expect(ask(fresh(), { onProgress: (progress) => said.push(progress) })).toEqual(ask(whole));
		expect(said.length).toBeGreaterThan(1);
		expect(said.length).toBeLessThan(100);
		for (const [i, { task, done, total }] of said.entries()) {
			expect(done).toBeLessThan(total);
			if (said[i - 1]?.task === task) expect(done).toBeGreaterThan(said[i - 1]?.done ?? total);
		}
	});
});

test.each([
	arithmeticErrors,
	otherReading,
	fittingCount,
	partExceedsWhole,
	swapped,
	rivalValues,
	outliers,
	recomputedByOthers,
	contradictions,
])("rule %# hears the signal within its own work", (rule) => {
	let asked = 0;
	const signal = {
		aborted: false,
		throwIfAborted() {
			if (++asked === 3) throw new DOMException("Stopped", "AbortError");
		},
	};
	const ledger = fresh();
	expect(() => rule(ledger, { signal })).toThrow("Stopped");
	expect(rule(ledger)).toEqual(rule(fresh()));
});
