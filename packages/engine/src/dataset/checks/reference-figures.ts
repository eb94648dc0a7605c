import type { Check, Context, TableRow } from "./check.ts";

export const referenceFigures: Check = {
	rule: "A published share is a fraction of at most 1, a tonnage is in t, a shipment has a partner.",
	needs: [],
	run(context) {
		for (const [index, row] of context.rows("references")) checkRow(context, index, row);
	},
};

function checkRow(context: Context, index: number, row: TableRow<"references">): void {
	const unit = row.metric.endsWith("_share") ? "fraction" : "t";
	if (row.unit !== unit) {
		context.report("references", index, {
			column: "unit",
			what: `wrong unit for ${row.metric}`,
			found: row.unit,
			expected: unit,
			nearest: unit,
		});
	} else if (unit === "fraction" && row.value > 1) {
		context.report("references", index, {
			column: "value",
			what: "share above 1",
			found: row.value,
			expected: "a fraction from 0 to 1",
			nearest: row.value <= 100 ? String(row.value / 100) : null,
		});
	}
	const shipment = row.metric.startsWith("shipment");
	if (shipment === (row.partner_region_id !== null)) return;
	context.report("references", index, {
		column: "partner_region_id",
		what: shipment ? "shipment without a partner" : `${row.metric} with a partner`,
		found: row.partner_region_id ?? "",
		expected: shipment ? "the destination, or WORLD" : "a blank cell",
	});
}
