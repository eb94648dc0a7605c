import type { Check, Context } from "./check.ts";

/** A material that a recipe or a demand takes and nothing makes is a gap, shown but not refused. */
export const makers: Check = {
	rule: "Whatever is used or wanted is made by a line, or held in stock.",
	needs: ["materials", "processes", "recipes", "lines", "stocks", "demand"],
	run(context) {
		const run = new Set<string>();
		for (const [, row] of context.rows("lines")) run.add(row.process_id);
		const made = new Set<string>();
		for (const [, row] of context.rows("stocks")) if (row.quantity_t > 0) made.add(row.material_id);
		for (const [, row] of context.rows("recipes")) {
			if (row.role === "output" && run.has(row.process_id)) made.add(row.material_id);
		}
		for (const [index, row] of context.rows("recipes")) {
			if (row.role !== "input" || !run.has(row.process_id)) continue;
			warnOnce(context, made, "recipes", index, row.material_id, "used, and no line makes it");
		}
		for (const [index, row] of context.rows("demand")) {
			warnOnce(context, made, "demand", index, row.material_id, "wanted, and no line makes it");
		}
	},
};

function warnOnce(
	context: Context,
	made: Set<string>,
	table: "recipes" | "demand",
	index: number,
	material: string,
	what: string,
): void {
	if (made.has(material)) return;
	made.add(material);
	context.report(table, index, {
		severity: "warning",
		column: "material_id",
		what,
		found: material,
		expected: "a line whose process makes it",
	});
}
