import { PROVENANCE, table } from "../table.ts";

export const STATUSES = [
	"operating",
	"ramping",
	"construction",
	"permitted",
	"proposed",
	"care",
	"closed",
] as const;

export const facilities = table({
	name: "facilities",
	title: "Facilities",
	description:
		"Plants, and aggregate lines where nobody publishes plants. What a facility can do is in `lines`, how much in `capacities`.",
	primaryKey: ["id"],
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "name", type: "text", description: "Name" },
		{ name: "operator_id", type: "id", references: ["operators.id"], description: "Operator" },
		{
			name: "region_id",
			type: "id",
			references: ["regions.id"],
			description: "Country it stands in",
		},
		{
			name: "controlling_region_id",
			type: "id",
			references: ["regions.id"],
			description: "Country that controls this plant, where it differs from its operator's",
		},
		{
			name: "latitude",
			type: "number",
			unit: "degrees",
			min: -90,
			max: 90,
			optional: true,
			description: "Blank = unknown, not drawn at a point",
		},
		{
			name: "longitude",
			type: "number",
			unit: "degrees",
			min: -180,
			max: 180,
			optional: true,
			description: "Blank = unknown",
		},
		{
			name: "coordinate_quality",
			type: "enum",
			values: ["site", "town", "region", "country", "unknown"],
			description: "What the coordinates point at",
		},
		{
			name: "aggregate",
			type: "boolean",
			description: "true = stands for plants whose capacities nobody publishes",
		},
		{
			name: "status",
			type: "enum",
			values: STATUSES,
			description: "Status at the vintage of the package",
		},
		{
			name: "stages",
			type: "idList",
			description: "Stages it works in or is announced for, from the list of `processes.stage`",
		},
		{
			name: "start_year",
			type: "integer",
			min: 1900,
			max: 2060,
			optional: true,
			description: "First year of operation, or announced",
		},
		{
			name: "products",
			type: "text",
			optional: true,
			description: "What it makes or says it will, as published",
		},
		{
			name: "capacity_as_published",
			type: "text",
			optional: true,
			description: "Capacity in the words and basis of the source",
		},
		{
			name: "latest_output_as_published",
			type: "text",
			optional: true,
			description: "Latest output in the words of the source",
		},
		{ name: "feed", type: "text", optional: true, description: "Feed as published" },
		{ name: "offtake", type: "text", optional: true, description: "Customers as published" },
		{
			name: "public_support",
			type: "text",
			optional: true,
			description: "Public money as published",
		},
		...PROVENANCE,
	],
});
