/** The words of the evidence ledger, for what stands in its tables as an id. */
import type { ClaimRole, EvidenceFinding, Rule, VerdictKind } from "@lodegrid/engine/evidence";
import type { RowOf } from "../engine/catalog.ts";

type Claim = RowOf<"claims">;

export const TOKEN_WORDS: Readonly<Record<NonNullable<Claim["token"]>, string>> = {
	W: "W: withheld by the source, to keep a company’s figure private",
	NA: "NA: not available, says the source",
	E: "E: net exporter, so there is no import reliance",
	not_published: "Not published by the source",
	none: "A dash or “none” in the source",
};

export const FORM_WORDS: Readonly<Record<Claim["form"], string>> = {
	exact: "A figure",
	about: "About",
	at_least: "At least",
	more_than: "More than",
	at_most: "At most",
	less_than: "Less than",
	range: "A range",
	date: "A date",
	token: "No number",
	words: "In words only",
};

export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
	high: "High",
	medium: "Medium",
	low: "Low",
	recalled: "Recalled, not opened",
	unverified: "Not verified",
	lead: "A lead only",
	assumption: "Our assumption",
};

export const KIND_WORDS: Readonly<Record<RowOf<"subjects">["kind"], string>> = {
	facility: "Plants",
	operator: "Companies",
	region: "Countries",
	material: "Materials",
	market: "Markets and prices",
	trade: "Trade",
	munition: "Munitions",
	platform: "Platforms",
	event: "Events",
	deal: "Deals",
	programme: "Programmes",
	measure: "Measures",
	other: "Other",
};

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
	consistent: "Consistent",
	"arithmetic error": "Arithmetic error",
	"cannot check": "Cannot be checked",
};

export const FINDING_WORDS: Readonly<Record<EvidenceFinding["kind"], string>> = {
	"arithmetic error": "Arithmetic error",
	"other reading": "Fits another reading than the one printed",
	"contradiction within": "Contradicts its own source",
	"contradiction between": "Contradicts other sources",
	"part exceeds whole": "A part larger than its whole",
	swapped: "Two figures seem exchanged",
	"broken bound": "Outside a bound that another sets",
};

export const STANDING_WORDS = {
	counts: "Counts",
	superseded: "Revised by a later edition",
	excluded: "Shown, never used",
	implied: "Worked out here, not printed",
} as const;

export type Standing = keyof typeof STANDING_WORDS;

export const ROLE_WORDS: Readonly<Record<ClaimRole["role"], string>> = {
	used: "Used",
	echo: "Repeats another",
	superseded: "Revised since",
	bound: "A bound",
	"no number": "No number",
	excluded: "Excluded",
	unopened: "Not opened",
	"not official": "Not official",
	older: "Older",
	implied: "Worked out here",
};

export const RULE_WORDS: Readonly<Record<Rule, string>> = {
	newest_official: "Newest official figure",
	median_independent: "Median of independent origins",
	range: "Span of all figures",
	override: "The analyst’s own figure",
	stated: "As stated in its row",
};
