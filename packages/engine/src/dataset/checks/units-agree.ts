import type { Check } from "./check.ts";

export const unitsAgree: Check = {
	rule: "The lines of a unit stand in one facility and count activity in the same kind of tonne.",
	needs: ["lines", "processes", "materials"],
	run(context) {
		const basis = new Map<string, string>();
		for (const [, row] of context.rows("materials")) basis.set(row.id, row.basis);
		const kind = new Map<string, string>();
		for (const [, row] of context.rows("processes")) {
			kind.set(row.id, basis.get(row.reference_material_id) ?? "");
		}
		const first = new Map<string, { facility: string; kind: string; line: string }>();
		for (const [index, row] of context.rows("lines")) {
			const own = { facility: row.facility_id, kind: kind.get(row.process_id) ?? "", line: row.id };
			const other = first.get(row.unit_id);
			if (other === undefined) {
				first.set(row.unit_id, own);
			} else if (other.facility !== own.facility) {
				context.report("lines", index, {
					column: "facility_id",
					what: `unit ${row.unit_id} stands in two facilities`,
					found: own.facility,
					expected: `${other.facility}, as line ${other.line}`,
					nearest: other.facility,
				});
			} else if (other.kind !== own.kind) {
				context.report("lines", index, {
					column: "process_id",
					what: `unit ${row.unit_id} counts two kinds of tonne`,
					found: `${row.process_id} (t ${own.kind})`,
					expected: `a process counted in t ${other.kind}, as line ${other.line}`,
				});
			}
		}
	},
};
