import { PROVENANCE, table } from "../table.ts";

const CLAIM_FORMS = [
	"exact",
	"about",
	"at_least",
	"more_than",
	"at_most",
	"less_than",
	"range",
	"date",
	"token",
	"words",
] as const;

const CLAIM_TOKENS = ["W", "NA", "E", "not_published", "none"] as const;

export const claims = table({
	name: "claims",
	title: "Claims",
	description:
		"Figures that somebody published, each as printed, with who said so. `source_ids` is the attribution chain: first the outlet it was read in, then whom that quotes, last the origin.",
	primaryKey: ["id"],
	optional: true,
	columns: [
		{ name: "id", type: "id", description: "Key; letters, digits and `_`, as formulas use it" },
		{
			name: "subject_id",
			type: "id",
			references: ["subjects.id"],
			description: "What it is about",
		},
		{
			name: "attribute_id",
			type: "id",
			references: ["attributes.id"],
			description: "What it says about the subject",
		},
		{
			name: "basis_id",
			type: "id",
			references: ["bases.id"],
			optional: true,
			description: "What the figure is a tonne or a share of",
		},
		{
			name: "scope_id",
			type: "id",
			references: ["subjects.id"],
			optional: true,
			description: "Event, partner or part that the figure is limited to",
		},
		{
			name: "as_of",
			type: "fuzzyDate",
			optional: true,
			description: "Day, month or year the figure is about; the first of a longer period",
		},
		{
			name: "as_of_end",
			type: "fuzzyDate",
			optional: true,
			description: "Last day, month or year of a longer period",
		},
		{
			name: "form",
			type: "enum",
			values: CLAIM_FORMS,
			description:
				"exact, about: `value`; at_least, more_than, at_most, less_than: a bound in `value`, not a value; range: `low` and `high`; date: `date`; token: no number was printed; words: a figure only in words",
		},
		{ name: "value", type: "number", optional: true, description: "In the unit of the claim" },
		{ name: "low", type: "number", optional: true, description: "Lower end of a range" },
		{ name: "high", type: "number", optional: true, description: "Upper end of a range" },
		{ name: "date", type: "fuzzyDate", optional: true, description: "The date that is claimed" },
		{
			name: "token",
			type: "enum",
			values: CLAIM_TOKENS,
			optional: true,
			description:
				"W: withheld; NA: not available; E: net exporter; not_published; none: a dash or “none”",
		},
		{
			name: "unit_id",
			type: "id",
			references: ["units.id"],
			optional: true,
			description: "Unit of value, low and high",
		},
		{ name: "printed", type: "text", verbatim: true, description: "The figure as printed" },
		{
			name: "qualifier",
			type: "text",
			optional: true,
			description: "Words around it that weaken or bound it: about, at least, up to, estimated",
		},
		{ name: "place", type: "text", optional: true, description: "Where in the source it stands" },
		{
			name: "published",
			type: "fuzzyDate",
			optional: true,
			description: "Publication of this figure; blank = that of the first source",
		},
		{
			name: "revises_id",
			type: "id",
			references: ["claims.id"],
			optional: true,
			description: "Claim of an earlier edition that this one replaces",
		},
		{
			name: "derivation",
			type: "enum",
			values: ["printed", "implied"],
			description: "printed: stands in the source; implied: worked out here, never counts as said",
		},
		{
			name: "formula",
			type: "text",
			optional: true,
			description: "How it follows from other claims: arithmetic over their ids",
		},
		{
			name: "standing",
			type: "enum",
			values: ["counts", "excluded"],
			description: "excluded: kept and shown, never used; the note says why",
		},
		...PROVENANCE,
	],
});
