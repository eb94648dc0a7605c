import type { Check, Context, TableRow } from "./check.ts";

const CASES = ["low", "middle", "high"] as const;

export const demandCases: Check = {
	rule: "Defence demand has a low, a middle and a high case in that order; all other demand has one base case.",
	needs: ["sectors"],
	run(context) {
		const defence = new Map<string, boolean>();
		for (const [, row] of context.rows("sectors")) defence.set(row.id, row.defence);
		const groups = new Map<string, Group>();
		for (const [index, row] of context.rows("demand")) {
			const isDefence = defence.get(row.sector_id);
			if (isDefence === undefined) continue;
			if (isDefence === (row.case === "base")) {
				context.report("demand", index, {
					column: "case",
					what: `wrong case for ${row.sector_id}`,
					found: row.case,
					expected: isDefence ? CASES.join(", ") : "base",
					nearest: isDefence ? "middle" : "base",
				});
			} else if (isDefence) {
				collect(groups, index, row);
			}
		}
		if (!context.whole(["demand"])) return;
		for (const group of groups.values()) checkGroup(context, group);
	},
};

type Group = Map<string, [number, TableRow<"demand">]>;

function collect(groups: Map<string, Group>, index: number, row: TableRow<"demand">): void {
	const key = `${row.material_id} ${row.region_id} ${row.sector_id} ${row.year}`;
	const group = groups.get(key) ?? new Map();
	groups.set(key, group.set(row.case, [index, row]));
}

function checkGroup(context: Context, group: Group): void {
	const [[firstIndex]] = [...group.values()] as [[number, TableRow<"demand">]];
	let floor = 0;
	for (const name of CASES) {
		const entry = group.get(name);
		if (entry === undefined) {
			context.report("demand", firstIndex, {
				column: "case",
				what: `no ${name} case beside this row`,
				found: [...group.keys()].join(", "),
				expected: CASES.join(", "),
			});
			return;
		}
		const [index, row] = entry;
		if (row.quantity_t < floor) {
			context.report("demand", index, {
				column: "quantity_t",
				what: `${name} case below the case before it`,
				found: row.quantity_t,
				expected: `at least ${floor}`,
				nearest: String(floor),
			});
		}
		floor = row.quantity_t;
	}
}
