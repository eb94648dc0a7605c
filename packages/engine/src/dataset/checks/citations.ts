import type { Check, Context } from "./check.ts";

export const citations: Check = {
	rule: "Assumptions are told from sources by their id, and whoever assumes cites one.",
	needs: [],
	run(context) {
		checkPrefixes(context);
		for (const name of context.names) {
			const read = context.table(name);
			if (read === undefined || !read.present.has("confidence")) continue;
			for (const [index, row] of read.rows.entries()) {
				if (row.confidence !== "assumption" || row.source_ids === null) continue;
				const cited = row.source_ids as readonly string[];
				if (cited.some((id) => id.startsWith("a_"))) continue;
				context.report(name, index, {
					column: "source_ids" as never,
					what: "an assumption that cites none",
					found: cited.join(";"),
					expected: "an id of assumptions (a_…) among the sources",
				});
			}
		}
	},
};

function checkPrefixes(context: Context): void {
	for (const [index, { id }] of context.rows("assumptions")) {
		if (id.startsWith("a_")) continue;
		const nearest = `a_${id}`;
		context.report("assumptions", index, {
			column: "id",
			what: "id of an assumption",
			found: id,
			expected: "an id that starts with a_",
			nearest,
		});
	}
	for (const [index, { id }] of context.rows("sources")) {
		if (!id.startsWith("a_")) continue;
		const expected = "an id that does not start with a_, as assumptions do";
		context.report("sources", index, { column: "id", what: "id of a source", found: id, expected });
	}
}
