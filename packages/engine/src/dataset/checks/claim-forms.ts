import { firstDay, lastDay } from "../dates.ts";
import type { Check, TableRow } from "./check.ts";

type Claim = TableRow<"claims">;
type FigureColumn = "value" | "low" | "high" | "date" | "token";

const FIGURE: readonly FigureColumn[] = ["value", "low", "high", "date", "token"];
const VALUED = { needs: ["value"], may: ["low", "high"] } as const;
/** What each form needs, and what it may have beside; every other column of the figure stays blank. */
const FORMS: Readonly<
	Record<Claim["form"], { needs: readonly FigureColumn[]; may?: readonly FigureColumn[] }>
> = {
	exact: VALUED,
	about: VALUED,
	at_least: { needs: ["value"] },
	more_than: { needs: ["value"] },
	at_most: { needs: ["value"] },
	less_than: { needs: ["value"] },
	range: { needs: ["low", "high"], may: ["value"] },
	date: { needs: ["date"] },
	token: { needs: ["token"] },
	words: { needs: [] },
};

export const claimForms: Check = {
	rule: "A claim has the figure that its form asks for and no other, low ≤ value ≤ high, and its period does not end before it starts.",
	needs: [],
	run(context) {
		for (const [index, claim] of context.rows("claims")) {
			const fault = formFault(claim) ?? orderFault(claim) ?? periodFault(claim);
			if (fault !== null) context.report("claims", index, fault);
		}
	},
};

interface Fault {
	readonly column: keyof Claim;
	readonly what: string;
	readonly found: string | number | null;
	readonly expected: string;
	readonly nearest?: string | null;
}

function formFault(claim: Claim): Fault | null {
	const { needs, may = [] } = FORMS[claim.form];
	for (const column of needs) {
		if (claim[column] !== null) continue;
		const expected = `a ${column}, as the form is ${claim.form}`;
		return { column, what: "figure missing", found: "", expected };
	}
	for (const column of FIGURE) {
		if (claim[column] === null || needs.includes(column) || may.includes(column)) continue;
		const expected = `a blank cell, as the form is ${claim.form}`;
		return { column, what: "not a figure of this form", found: claim[column], expected };
	}
	return null;
}

function orderFault(claim: Claim): Fault | null {
	const { low, value, high } = claim;
	const ends = [low, value, high].filter((end) => end !== null);
	if (ends.every((end, i) => i === 0 || end >= (ends[i - 1] as number))) return null;
	const column = high === null || (low !== null && value !== null && low > value) ? "low" : "high";
	return {
		column,
		what: "range out of order",
		found: claim[column],
		expected: "low ≤ value ≤ high",
	};
}

function periodFault({ as_of, as_of_end }: Claim): Fault | null {
	if (as_of_end === null || (as_of !== null && firstDay(as_of) <= lastDay(as_of_end))) return null;
	const expected = as_of === null ? "a first day in as_of" : `${as_of} or later`;
	return { column: "as_of_end", what: "period has no start before it", found: as_of_end, expected };
}
