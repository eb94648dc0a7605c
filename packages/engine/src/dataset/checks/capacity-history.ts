import type { Check, Context, TableRow } from "./check.ts";

/** A plant may run somewhat above its nameplate; beyond this the figures are of different things. */
const OVER_NAMEPLATE = 1.25;

export const capacityHistory: Check = {
	rule: "The capacities of a unit stand in order of date; effective stays near nameplate.",
	needs: [],
	run(context) {
		const latest = new Map<string, string>();
		for (const [index, row] of context.rows("capacities")) {
			const before = latest.get(row.unit_id);
			if (before !== undefined && row.from_date < before) {
				context.report("capacities", index, {
					column: "from_date",
					what: `dates of unit ${row.unit_id} out of order`,
					found: row.from_date,
					expected: `a day after ${before}, the row before`,
				});
			} else {
				latest.set(row.unit_id, row.from_date);
			}
			warnOfExcess(context, index, row);
		}
	},
};

function warnOfExcess(context: Context, index: number, row: TableRow<"capacities">): void {
	const nameplate = row.nameplate_t_per_year;
	const effective = row.effective_t_per_year;
	const committed = row.committed_t_per_year;
	if (nameplate !== null && effective !== null && effective > nameplate * OVER_NAMEPLATE) {
		context.report("capacities", index, {
			severity: "warning",
			column: "effective_t_per_year",
			what: "effective capacity far above nameplate",
			found: effective,
			expected: `at most ${OVER_NAMEPLATE} × ${nameplate}`,
		});
	}
	if (committed !== null && effective !== null && committed > effective) {
		context.report("capacities", index, {
			column: "committed_t_per_year",
			what: "committed output above effective capacity",
			found: committed,
			expected: `at most ${effective}`,
			nearest: String(effective),
		});
	}
}
