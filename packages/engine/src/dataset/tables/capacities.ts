import { PROVENANCE, table } from "../table.ts";
import { STATUSES } from "./facilities.ts";

export const capacities = table({
	name: "capacities",
	title: "Capacities by date",
	description:
		"Capacity of a unit (equipment that one or more lines share) from a date until its next row, in t of reference flow. Nameplate, effective and latest output are different things and stand apart.",
	primaryKey: ["unit_id", "from_date"],
	columns: [
		{ name: "unit_id", type: "id", references: ["lines.unit_id"], description: "Unit" },
		{ name: "from_date", type: "date", description: "First day this row holds" },
		{
			name: "status",
			type: "enum",
			values: STATUSES,
			description: "Status from that day; only operating and ramping lines can run",
		},
		{
			name: "nameplate_t_per_year",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description: "Nameplate, t of the reference material a year; blank = not published",
		},
		{
			name: "effective_t_per_year",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description:
				"What it can really run at (ramp, quota, observed best); the model's limit. Blank = unknown: counted as nothing and reported as a gap",
		},
		{
			name: "committed_t_per_year",
			type: "number",
			unit: "t/yr",
			min: 0,
			max: 1e8,
			optional: true,
			description:
				"Output that happens whatever the price (by-product, state plan, contract); blank = none",
		},
		{
			name: "latest_output_t",
			type: "number",
			unit: "t",
			min: 0,
			max: 1e8,
			optional: true,
			description: "Latest published output of a year",
		},
		{
			name: "latest_output_year",
			type: "integer",
			min: 1990,
			max: 2030,
			optional: true,
			description: "Year of that output",
		},
		{
			name: "basis",
			type: "enum",
			values: ["nameplate", "output", "quota", "plan", "derived", "assumption", "unknown"],
			description: "Where the effective figure comes from",
		},
		...PROVENANCE,
	],
});
