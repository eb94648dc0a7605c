import { firstDay, lastDay } from "../dates.ts";
import type { Check } from "./check.ts";

export const datesInOrder: Check = {
	rule: "Nothing ends before it starts, and an effect does not start before its measure.",
	needs: [],
	run(context) {
		for (const name of ["measures", "measure_effects", "provenance_rules"] as const) {
			for (const [index, { from_date, to_date }] of context.rows(name)) {
				if (to_date === null || firstDay(from_date) <= lastDay(to_date)) continue;
				context.report(name, index, {
					column: "to_date",
					what: "ends before it starts",
					found: to_date,
					expected: `${from_date} or later`,
					nearest: from_date,
				});
			}
		}
		const starts = new Map<string, string>();
		for (const [, { id, from_date }] of context.rows("measures")) starts.set(id, from_date);
		for (const [index, { measure_id, from_date }] of context.rows("measure_effects")) {
			const start = starts.get(measure_id);
			if (start === undefined || from_date >= firstDay(start)) continue;
			context.report("measure_effects", index, {
				column: "from_date",
				what: `starts before its measure ${measure_id}`,
				found: from_date,
				expected: `${start} or later`,
				nearest: firstDay(start),
			});
		}
	},
};
