import type { Run } from "../../dataset/index.ts";
import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { arithmeticErrors } from "./arithmetic-errors.ts";
import { contradictions } from "./contradictions.ts";
import { fittingCount } from "./fitting-count.ts";
import { otherReading } from "./other-reading.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { rivalValues } from "./rival-values.ts";
import { silent, stepsOf } from "./steps.ts";
import { swapped } from "./swapped.ts";
import { verdicts } from "./verdicts.ts";

/** A rule looks at the whole ledger and knows no row. Adding one is one file and one line here. */
const RULES: readonly ((ledger: Ledger, run?: Run) => readonly EvidenceFinding[])[] = [
	arithmeticErrors,
	otherReading,
	fittingCount,
	partExceedsWhole,
	swapped,
	rivalValues,
	contradictions,
];

const KNOWN = new WeakMap<Ledger, readonly EvidenceFinding[]>();

/**
 * Everything that the rules find wrong, in the order of the rules and then of the claims; the order
 * of rows in the package does not matter.
 */
export function findings(ledger: Ledger, run?: Run): readonly EvidenceFinding[] {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	verdicts(ledger, run);
	const step = stepsOf(run, "holding the claims against each other", RULES.length);
	const found = RULES.flatMap((rule) => {
		step();
		return rule(ledger, silent(run)).toSorted(byClaims);
	});
	KNOWN.set(ledger, found);
	return found;
}

function byClaims(a: EvidenceFinding, b: EvidenceFinding): number {
	const first = [...a.claims, ...a.against].join(" ");
	const second = [...b.claims, ...b.against].join(" ");
	return first < second ? -1 : first > second ? 1 : 0;
}
