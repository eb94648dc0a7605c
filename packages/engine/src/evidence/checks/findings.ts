import type { Ledger } from "../ledger.ts";
import type { EvidenceFinding } from "../types.ts";
import { arithmeticErrors } from "./arithmetic-errors.ts";
import { fittingCount } from "./fitting-count.ts";
import { otherReading } from "./other-reading.ts";
import { outliers } from "./outliers.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { recomputedByOthers } from "./recomputed-by-others.ts";
import { rivalValues } from "./rival-values.ts";
import { swapped } from "./swapped.ts";

/** A rule looks at the whole ledger and knows no row. Adding one is one file and one line here. */
const RULES: readonly ((ledger: Ledger) => readonly EvidenceFinding[])[] = [
	arithmeticErrors,
	otherReading,
	fittingCount,
	partExceedsWhole,
	swapped,
	recomputedByOthers,
	outliers,
	rivalValues,
];

const KNOWN = new WeakMap<Ledger, readonly EvidenceFinding[]>();

/**
 * Everything that the rules find wrong, in the order of the rules and then of the claims; the order
 * of rows in the package does not matter.
 */
export function findings(ledger: Ledger): readonly EvidenceFinding[] {
	const known = KNOWN.get(ledger);
	if (known !== undefined) return known;
	const found = RULES.flatMap((rule) => rule(ledger).toSorted(byClaims));
	KNOWN.set(ledger, found);
	return found;
}

function byClaims(a: EvidenceFinding, b: EvidenceFinding): number {
	const first = [...a.claims, ...a.against].join(" ");
	const second = [...b.claims, ...b.against].join(" ");
	return first < second ? -1 : first > second ? 1 : 0;
}
