import type { Check } from "./check.ts";

export const linesInStage: Check = {
	rule: "A facility is listed under the stages its lines work in.",
	needs: ["processes", "facilities", "lines"],
	run(context) {
		const stage = new Map<string, string>();
		for (const [, row] of context.rows("processes")) stage.set(row.id, row.stage);
		const facilities = new Map<string, readonly string[]>();
		for (const [, row] of context.rows("facilities")) facilities.set(row.id, row.stages);
		for (const [index, row] of context.rows("lines")) {
			const own = stage.get(row.process_id) ?? "";
			const listed = facilities.get(row.facility_id) ?? [];
			if (listed.includes(own)) continue;
			context.report("lines", index, {
				severity: "warning",
				column: "process_id",
				what: `${row.facility_id} is not listed for the stage of ${row.process_id}`,
				found: own,
				expected: `one of its stages in facilities: ${listed.join(", ")}`,
			});
		}
	},
};
