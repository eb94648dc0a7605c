import { PROVENANCE, table } from "../table.ts";

const PARAMETER_RULES = ["newest_official", "median_independent", "range", "override"] as const;

export const parameters = table({
	name: "parameters",
	title: "Parameters resolved from claims",
	description:
		"Which number of the model is resolved from which claims, by which rule. A number without a row here stands on its own row: its figure, range, sources and confidence.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key" },
		{ name: "table_name", type: "text", description: "Table of the number" },
		{
			name: "row_key",
			type: "text",
			description: "Key of its row: the key columns in order, joined by `|`",
		},
		{ name: "column_name", type: "text", description: "Its column" },
		{
			name: "subject_id",
			type: "id",
			references: ["subjects.id"],
			description: "Subject of the claims",
		},
		{
			name: "attribute_id",
			type: "id",
			references: ["attributes.id"],
			description: "Attribute of the claims",
		},
		{
			name: "basis_id",
			type: "id",
			references: ["bases.id"],
			optional: true,
			description: "Basis of the claims; blank = claims without one",
		},
		{
			name: "scope_id",
			type: "id",
			references: ["subjects.id"],
			optional: true,
			description: "Scope of the claims; blank = claims without one",
		},
		{
			name: "as_of",
			type: "fuzzyDate",
			optional: true,
			description: "Period of the claims; blank = whatever their period",
		},
		{
			name: "rule",
			type: "enum",
			values: PARAMETER_RULES,
			description:
				"newest_official: the latest figure of an official origin; median_independent: the median over origins, an origin counting once; range: the span of all; override: the analyst's own figure",
		},
		{
			name: "shape",
			type: "enum",
			values: ["fixed", "uniform", "triangular"],
			description: "Shape of the distribution over the range of the claims",
		},
		{
			name: "unit_id",
			type: "id",
			references: ["units.id"],
			description: "Unit of the model's number, before `factor`",
		},
		{
			name: "factor",
			type: "number",
			min: 1e-9,
			max: 1e9,
			optional: true,
			description:
				"The model's number per unit of the claims' figure; blank = 1; `reason` says why",
		},
		{
			name: "override_value",
			type: "number",
			optional: true,
			description: "The analyst's figure, in the unit of the model's number",
		},
		{ name: "override_low", type: "number", optional: true, description: "Its lower end" },
		{ name: "override_high", type: "number", optional: true, description: "Its upper end" },
		{ name: "reason", type: "text", description: "Why this rule, and why an override" },
		...PROVENANCE,
	],
});
